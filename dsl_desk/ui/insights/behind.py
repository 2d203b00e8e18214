"""What lies behind a bar: the concerns it counts, each of which opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.table.paged_table import PagedTable
from dsl_desk.ui.kit.table.pages import Pages
from dsl_desk.ui.kit.table.rows_model import Column
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.concern import ConcernRow
    from dsl_desk.domain.insights import Counted

_A_PAGE = 50


def _ref(row: ConcernRow) -> str:
    return row.ref


def _about(row: ConcernRow) -> str:
    return row.whom()


def _kind(row: ConcernRow) -> str:
    return row.title[:1].upper() + row.title[1:]


def _state(row: ConcernRow) -> str:
    return label(row.state)


def _told(row: ConcernRow) -> str:
    return told_in_full(row.told_at[:16])


_COLUMNS = (
    Column("Concern", _ref, voice=Voice.STRONG),
    Column("About", _about, width=180),
    Column("Kind", _kind, width=240),
    Column("State", _state, width=120),
    Column("Told", _told, width=190),
)


class Behind(QWidget):
    """A heading, a way back, and the list.

    Signals:
        back_wanted(): show the pictures again.
        concern_wanted(str): open one.
    """

    back_wanted = Signal()
    concern_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[ConcernRow] = ()
        self.heading = Label("", Voice.CARD_TITLE).wrapped()
        self.back = Button(self.tr("Back to the pictures"), icon=Icon.ARROW_LEFT)
        self.back.clicked.connect(self.back_wanted)
        self.table: PagedTable[ConcernRow] = PagedTable(_COLUMNS, self.tr("Concerns behind a bar"))
        self.table.opened.connect(lambda row: self.concern_wanted.emit(row.id))
        self.table.page_wanted.connect(self._show_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.back)
        column.addLayout(head)
        column.addWidget(self.table, 1)

    def show_found(self, words: str, found: Counted) -> None:
        """Show what a bar counts; where the list ends before it does, say so."""
        shown, of = len(found.rows), found.of
        told = (
            f"{of:,}"
            if shown == of
            else self.tr("the newest {0} of {1}").format(f"{shown:,}", f"{of:,}")
        )
        self.heading.say(f"{words}: {told}")
        self._rows = found.rows
        self._show_page(0)

    def _show_page(self, number: int) -> None:
        first = number * _A_PAGE
        pages = Pages(len(self._rows), number, _A_PAGE)
        self.table.show_page(self._rows[first : first + _A_PAGE], pages)
