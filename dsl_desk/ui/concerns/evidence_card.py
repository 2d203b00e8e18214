"""What was looked at and captured for a concern: drawn pages and words, never a picture."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.dates import in_full
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.words import label
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
    from collections.abc import Iterator

    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.handed_in import HandedIn
    from dsl_desk.domain.words_only import WordsOnly
    from dsl_desk.services.looks import Gathered
    from dsl_desk.services.viewings import ViewingView

_ASIDE = "Captured by mistake and set aside. Nobody opens it."
_STEP_IN = 36


class EvidenceRow(QWidget):
    """One decision, one thing handed in or one piece of evidence, and the way to its page.

    Signals:
        wanted(): open it.
    """

    wanted = Signal()

    def __init__(self, mark: QWidget, ref: str, words: tuple[str, str]) -> None:
        super().__init__()
        what, when = words
        self.ref = ref
        self.setAccessibleName(f"{ref}. {what}. {when}")
        self.button = Button(self.tr("Open")).sized(Size.SMALL)
        self.button.setAccessibleName(self.tr("Open {ref}").replace("{ref}", ref))
        self.button.clicked.connect(self.wanted)
        told = QVBoxLayout()
        told.setSpacing(1)
        told.addWidget(Label(ref, Voice.STRONG))
        told.addWidget(Label(what, Voice.BODY).wrapped())
        told.addWidget(Label(when, Voice.SECONDARY, Meaning.INK2).wrapped())
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(14)
        across.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(told, 1)
        across.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def step_in(self) -> EvidenceRow:
        """Stand under the decision it was captured by."""
        margins = self.layout()
        if margins is not None:
            margins.setContentsMargins(_STEP_IN, 0, 0, 0)
        return self


class EvidenceCard(Card):
    """Each decision with what was captured under it, oldest first; away while there is nothing.

    Signals:
        wanted(str): open this record.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, EvidenceRow] = {}
        self.column.setSpacing(14)
        self.column.addWidget(
            Label(self.tr("Evidence, and why it was looked for"), Voice.CARD_TITLE)
        )
        self.hide()

    def show_all(self, looked: Gathered) -> None:
        """Show these and no others."""
        for row in self.rows.values():
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = dict(_rows(looked))
        for record, row in self.rows.items():
            row.wanted.connect(partial(self.wanted.emit, record))
            self.column.addWidget(row)
        self.setVisible(bool(looked))


def _rows(looked: Gathered) -> Iterator[tuple[str, EvidenceRow]]:
    for view in looked.decisions:
        yield view.viewing.id, _decision(view)
        yield from _pieces(looked, view.viewing.id)
    for given in looked.given:
        yield given.id, _given(given)
        yield from _pieces(looked, given.id)
    for told in looked.in_words:
        yield told.id, _in_words(told)
    known = {one.viewing.id for one in looked.decisions} | {one.id for one in looked.given}
    for piece in looked.pieces:  # used here, and captured for another concern
        if piece.captured.basis not in known:
            yield piece.id, _piece(piece, aside=piece.id in looked.set_aside)


def _pieces(looked: Gathered, basis: str) -> Iterator[tuple[str, EvidenceRow]]:
    for piece in looked.pieces:
        if piece.captured.basis == basis:
            yield piece.id, _piece(piece, aside=piece.id in looked.set_aside).step_in()


def _decision(view: ViewingView) -> EvidenceRow:
    draft = view.viewing.draft
    account = draft.account() or draft.address or draft.whose.name
    stands = f"{label(view.standing)}. Recorded {in_full(view.viewing.written_at)}"
    return EvidenceRow(_icon(Icon.SCAN_EYE), view.viewing.ref, (account, stands))


def _given(given: HandedIn) -> EvidenceRow:
    draft = given.draft
    words = f"Handed in by {draft.from_whom}", f"{draft.how}. {told_in_full(draft.at)}"
    return EvidenceRow(_icon(Icon.HAND), given.ref, words)


def _in_words(told: WordsOnly) -> EvidenceRow:
    words = "Recorded in words only. No picture was taken.", told_in_full(told.draft.at)
    return EvidenceRow(_icon(Icon.SHIELD_BAN), told.ref, words)


def _piece(piece: Evidence, *, aside: bool) -> EvidenceRow:
    said = piece.captured.said
    when = f"{said.address} · {told_in_full(said.seen_at)}"
    return EvidenceRow(DrawnPage(), piece.ref, (_ASIDE if aside else said.shows, when))


def _icon(icon: Icon) -> IconView:
    return IconView(icon, Meaning.ACCENT, 18)
