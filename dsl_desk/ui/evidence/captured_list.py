"""What was captured so far: a drawn page, what it shows in words, its fingerprint."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.moments import told_in_full
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.drawn_page import DrawnPage
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.evidence import Evidence

_GROUP: Final = 4
_SHOWN: Final = 16
_SHOWN_AT_ONCE: Final = 60
_NOTHING: Final = "Nothing yet. Answer the question above, then capture."
_ALIKE: Final = "This picture seems to be in another concern: {refs}"
_MORE: Final = "{count} more, captured before these, stand in the list of evidence."


class CapturedList(Card):
    """One row for each piece of evidence.

    Signals:
        wanted(str): open this one.
    """

    wanted = Signal(str)

    def __init__(self, title: str = "Captured so far") -> None:
        super().__init__()
        self.buttons: list[Button] = []
        self._rows: dict[str, QWidget] = {}  # by the entry that is shown
        self.hints: dict[str, Label] = {}  # by the piece of evidence
        self._alike: dict[str, str] = {}
        self._count = Label("", Voice.SECONDARY, Meaning.INK2)
        self._more = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self._nothing = Label(self.tr(_NOTHING), Voice.BODY, Meaning.INK2).wrapped()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(title, Voice.CARD_TITLE))
        head.addWidget(self._count)
        head.addStretch(1)
        self.column.setSpacing(12)
        self.column.addLayout(head)
        self.column.addWidget(self._more)
        self.column.addWidget(self._nothing)
        self.show_evidence(())

    def show_evidence(self, pieces: Sequence[Evidence]) -> None:
        """Show these, oldest first: what stands here already is left where it is."""
        shown = pieces[-_SHOWN_AT_ONCE:]
        wanted = [piece.entry.id for piece in shown]
        if list(self._rows) != wanted[: len(self._rows)]:
            self._clear()
        for piece in shown[len(self._rows) :]:
            row = self._rows[piece.entry.id] = self._row(piece)
            self.column.addWidget(row)
        self.show_alike({})
        self._count.say("1 item" if len(pieces) == 1 else f"{len(pieces)} items")
        self._more.say(_MORE.format(count=len(pieces) - len(shown)))
        self._more.setVisible(len(pieces) > len(shown))
        self._nothing.setVisible(not pieces)

    def show_alike(self, found: Mapping[str, str]) -> None:
        """Say of these that they seem to be in another concern, under which references."""
        self._alike |= found
        for piece, hint in self.hints.items():
            refs = self._alike.get(piece, "")
            hint.say(_ALIKE.format(refs=refs) if refs else "")
            hint.setVisible(bool(refs))

    def _clear(self) -> None:
        for row in self._rows.values():
            row.hide()
            row.deleteLater()
        self._rows, self.buttons, self.hints = {}, [], {}

    def _row(self, piece: Evidence) -> QWidget:
        said = piece.captured.said
        box = QWidget()
        box.setAccessibleName(f"{piece.ref}. {said.shows}")
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(DrawnPage(), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(3)
        seen = f"{said.address} · {told_in_full(said.seen_at)}"
        words.addWidget(Label(piece.ref, Voice.STRONG))
        words.addWidget(Label(seen, Voice.SECONDARY, Meaning.INK2).wrapped())
        words.addWidget(Label(said.shows, Voice.BODY).wrapped())
        words.addWidget(fingerprint_line(piece.captured.facts.sha256))
        hint = self.hints[piece.id] = Label("", Voice.SECONDARY_STRONG, Meaning.AMBER).wrapped()
        words.addWidget(hint)
        row.addLayout(words, 1)
        button = Button(self.tr("Open")).sized(Size.SMALL)
        button.setAccessibleName(f"Open {piece.ref}")
        button.clicked.connect(partial(self.wanted.emit, piece.id))
        self.buttons.append(button)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return box


def in_fours(digits: str) -> str:
    """Return digits in groups of four."""
    return " ".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))


def fingerprint_line(digits: str) -> QWidget:
    """Return the beginning and the end of a fingerprint behind its icon."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(IconView(Icon.FINGERPRINT_PATTERN, Meaning.GREEN, 15))
    row.addWidget(Label("Fingerprint", Voice.SECONDARY, Meaning.INK2))
    short = f"{in_fours(digits[:_SHOWN])} … {digits[-_GROUP:]}"
    row.addWidget(Label(short, Voice.FINGERPRINT, Meaning.INK2))
    row.addStretch(1)
    box.setAccessibleName(f"Fingerprint {short}")
    return box
