"""Beside the picture: does it match its fingerprint, what is known of it, what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.dates import at, in_full
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.words import label
from dsl_desk.ui.evidence.captured_list import in_fours
from dsl_desk.ui.evidence.copies_card import CopiesCard
from dsl_desk.ui.evidence.custody_list import CustodyList
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from dsl_desk.domain.custody import CustodyLine
    from dsl_desk.domain.evidence import Evidence

_KILO = 1024
_WRONG = (
    "This file is not as it was sealed. Do not rely on it and do not pass it on. Tell your Head "
    "and whoever looks after this laptop, and look for the file in your latest copy of the vault."
)


class FactPanel(QWidget):
    """Passive, but for one button.

    Signals:
        mistake_told(): it was captured by mistake.
        use_wanted(): use it in another concern, too.
    """

    mistake_told = Signal()
    use_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.proof = Card(Tone.INSET)
        self._proof_title = Label("", Voice.CARD_TITLE).wrapped()
        self._proof_words = Label("", Voice.FINGERPRINT).wrapped()
        self.proof.column.addWidget(self._proof_title)
        self.proof.column.addWidget(self._proof_words)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(8)
        self.copies = CopiesCard()
        self.custody = CustodyList()
        self.mistake = Button(self.tr("Captured by mistake"), Kind.DANGER)
        self.mistake.setObjectName("captured-by-mistake")
        self.mistake.clicked.connect(self.mistake_told)
        self.use = Button(self.tr("Use in another concern"), icon=Icon.COPY)
        self.use.setObjectName("use-in-another")
        self.use.clicked.connect(self.use_wanted)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 20)
        column.setSpacing(14)
        column.addWidget(self.proof)
        column.addLayout(self._facts)
        column.addWidget(self.copies)
        column.addWidget(Label(self.tr("Custody trail"), Voice.CARD_TITLE))
        column.addWidget(self.custody)
        column.addWidget(self.use)
        column.addWidget(self.mistake)
        column.addStretch(1)

    def put_first(self, card: QWidget) -> None:
        """Put a card at the top, above the fingerprint."""
        self._column.insertWidget(0, card)

    def show_checking(self) -> None:
        """Say that the fingerprint is being checked."""
        self.proof.set_tone(Tone.INSET)
        self._proof_title.say(self.tr("Checking its fingerprint"))
        self._proof_words.say("")

    def show_match(self, evidence: Evidence, now: datetime) -> None:
        """Say that it is as it was sealed."""
        self.proof.set_tone(Tone.GREEN)
        self._proof_title.say(f"Original matches its fingerprint, {at(now)}")
        self._proof_words.say(in_fours(evidence.captured.facts.sha256))

    def show_mismatch(self) -> None:
        """Say that it is not, and whom to tell."""
        self.proof.set_tone(Tone.RED)
        self._proof_title.say(self.tr("The original does not match its fingerprint"))
        self._proof_words.say(_WRONG)

    def show_evidence(self, evidence: Evidence, lines: Sequence[CustodyLine]) -> None:
        """Show what is known of it."""
        while (item := self._facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for name, words in facts_of(evidence):
            self._facts.addWidget(_pair(name, words))
        self.custody.show_lines(lines)


def facts_of(evidence: Evidence) -> list[tuple[str, str]]:
    """Return what is known of a file, as pairs; what is not known is left out."""
    said, facts = evidence.captured.said, evidence.captured.facts
    size = f"{facts.width} by {facts.height}" if facts.width else ""
    odd = [label(each) for each in (*facts.odd, *facts.doubts)]
    phone = said.phone
    from_phone = [phone.held_by, phone.pressed_by, phone.reached, phone.removed]
    pairs = [
        ("What it shows", said.shows),
        ("Seen", f"{said.address}, {told_in_full(said.seen_at)}"),
        ("Names that can be seen", said.names_seen),
        ("Around it", said.context),
        ("From a phone", ". ".join(part for part in from_phone if part)),
        ("File", ", ".join(p for p in (label(facts.sort), _size(facts.size), size) if p)),
        ("Named", facts.name),
        ("Made, as the file says", facts.taken_at.replace("T", " ")),
        ("Captured", f"{in_full(evidence.written_at)}, by {evidence.author}"),
        ("Odd about it", ". ".join(odd)),
        ("The camera wrote", "\n".join(f"{name}: {text}" for name, text in facts.exif)),
    ]
    return [(name, words) for name, words in pairs if words]


def _size(count: int) -> str:
    if count < _KILO * _KILO:
        return f"{max(1, round(count / _KILO)):,} KB"
    return f"{count / _KILO / _KILO:.1f} MB"


def _pair(name: str, words: str) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(Label(name, Voice.SECONDARY, Meaning.INK3))
    column.addWidget(Label(words).wrapped())
    return box
