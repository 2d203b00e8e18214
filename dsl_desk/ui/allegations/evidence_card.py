"""The evidence of a case: what is linked to it, and what could be. Words only, never a picture."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.services.case_file import CaseSeen, Piece


class LinkedCard(Card):
    """Decisions to look and pieces of evidence. That they belong here is written here alone.

    Signals:
        open_wanted(str): open this record.
        link_wanted(str): this one belongs to the case.
        unlink_wanted(Piece): this one does not, after all.
    """

    open_wanted = Signal(str)
    link_wanted = Signal(str)
    unlink_wanted = Signal(object)

    def __init__(self, seen: CaseSeen) -> None:
        super().__init__()
        self.setObjectName("linkedCard")
        self.column.setSpacing(0)
        self.column.addWidget(Label(self.tr("Evidence"), Voice.CARD_TITLE))
        self.column.addSpacing(6)
        self._offered = seen.offered
        self.rows = [self._row(piece) for piece in seen.linked]
        for row in self.rows:
            self.column.addWidget(row)
        if not seen.linked:
            nothing = Label(self.tr("Nothing is linked yet."), Voice.SECONDARY, Meaning.INK2)
            self.column.addWidget(nothing)
        self.which = Pick([f"{one.ref}: {one.words}" for one in seen.offered])
        self.which.setAccessibleName(self.tr("Which evidence belongs to this case?"))
        self.link = Button(self.tr("Link"))
        self.link.clicked.connect(self._link)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self.which, 1)
        below.addWidget(self.link)
        self.column.addSpacing(12)
        self.column.addLayout(below)
        for widget in (self.which, self.link):
            widget.setVisible(bool(seen.offered))

    def _link(self) -> None:
        self.link_wanted.emit(self._offered[self.which.currentIndex()].record)

    def _row(self, piece: Piece) -> QFrame:
        row = QFrame()
        row.setObjectName("cardLine")
        row.setAccessibleName(f"{piece.ref}. {piece.words}")
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 9, 0, 9)
        across.setSpacing(12)
        words = self.tr("Disposed of since.") if piece.gone else piece.words
        across.addWidget(Label(f"{piece.ref} · {words}", Voice.SECONDARY).wrapped(), 1)
        if not piece.gone:
            button = Button(self.tr("Open")).sized(Size.SMALL)
            button.setAccessibleName(f"{button.text()} {piece.ref}")
            button.clicked.connect(partial(self._open, piece.record))
            across.addWidget(button)
        away = Button(self.tr("Unlink…")).sized(Size.SMALL)
        away.setAccessibleName(f"{away.text()} {piece.ref}")
        away.clicked.connect(lambda _on=False: self.unlink_wanted.emit(piece))
        across.addWidget(away)
        return row

    def _open(self, record: str, _on: bool = False) -> None:  # noqa: FBT001, FBT002 a clicked button tells it
        self.open_wanted.emit(record)
