"""A heading and a card of what needs doing, one row under the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice
from dsl_desk.ui.today.need_row import NeedRow
from dsl_desk.ui.today.need_words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dsl_desk.domain.today import Need


AT_FIRST: Final = 25  # rows, each of them two milliseconds: three windows full


class NeedsList(QWidget):
    """Hidden where there is nothing to do. What is not shown at once is counted, and is shown on.

    Signals:
        opened(Need): the record behind a row is wanted.
        act_wanted(Need): do the next act of a row.
    """

    opened = Signal(object)
    act_wanted = Signal(object)

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.rows: tuple[NeedRow, ...] = ()
        self._needs: tuple[Need, ...] = ()
        self._today: date | None = None
        self._shown: tuple[object, ...] = ()
        self._wanted = AT_FIRST
        self.more = Button("", Kind.QUIET)
        self.more.setObjectName("more-needs")
        self.more.clicked.connect(self._show_more)
        self._card = Card()
        self._card.column.setContentsMargins(1, 1, 1, 1)
        self._card.column.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(9)
        column.addWidget(Label(heading, Voice.CARD_TITLE))
        column.addWidget(self._card)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.hide()
        self.hide()

    def show_needs(self, needs: Sequence[Need], today: date) -> None:
        """Show these, the most harmful first; rows that would be the same stay as they are."""
        self._needs, self._today = tuple(needs), today
        wanted = (self._needs, today, self._wanted, theme())  # another look has other widths
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._card.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        # On a sheet of its own, which is then shown as a whole: one by one, each row would be
        # shown for itself, and all that stand there measured anew.
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        shown = self._needs[: self._wanted]
        self.rows = tuple(self._row(need, today, first=not at) for at, need in enumerate(shown))
        for row in self.rows:
            column.addWidget(row)
        self._card.column.addWidget(sheet)
        left = len(self._needs) - len(shown)
        self.more.setText(f"Show {min(left, AT_FIRST):,} more of {left:,} that are left")
        self.more.setVisible(left > 0)
        self.setVisible(bool(needs))

    def _show_more(self) -> None:
        """Show the next of them, and go on where they begin."""
        assert self._today is not None  # noqa: S101 the button stands there once something is shown
        before, self._wanted = len(self.rows), self._wanted + AT_FIRST
        self.show_needs(self._needs, self._today)
        self.rows[before].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, need: Need, today: date, *, first: bool) -> NeedRow:
        row = NeedRow(words_of(need, today), first=first)
        row.opened.connect(lambda: self.opened.emit(need))
        row.act_wanted.connect(lambda: self.act_wanted.emit(need))
        return row
