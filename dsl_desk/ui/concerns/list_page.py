"""The list of concerns, newest first, a page of rows at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.words import label
from dsl_desk.ui.concerns.list_filters import ListFilters
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.who_opens import WhoOpens
from dsl_desk.ui.kit.empty import EmptyState
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.table.paged_table import PagedTable
from dsl_desk.ui.kit.table.pages import Pages
from dsl_desk.ui.kit.table.rows_model import Column
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.concern import ConcernRow
    from dsl_desk.domain.page import Page as Stretch
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.work.worker import Worker

_ROWS = 50


COLUMNS: tuple[Column[ConcernRow], ...] = (
    Column("Concern", lambda row: row.ref, voice=Voice.STRONG, width=120),
    Column("About", lambda row: row.whom(), width=190),
    Column("Kind", lambda row: _sentence(row.title), width=230),
    Column("State", lambda row: label(row.state), meaning=Meaning.INK2, width=120),
    Column("Told", lambda row: told_in_full(row.told_at), meaning=Meaning.INK2, width=165),
    Column("Told by", lambda row: row.told_by, meaning=Meaning.INK2, width=160),
)


class ConcernsPage(Page):
    """Every concern this member can open.

    Signals:
        concern_wanted(RecordId): open this one.
        record_wanted(): record a concern.
    """

    concern_wanted = Signal(str)
    record_wanted = Signal()
    shows = frozenset({Thing.CONCERNS, Thing.MEMBERS})

    def __init__(self, worker: Worker[Desk], clock: Clock) -> None:
        super().__init__("Concerns")
        self._worker = worker
        self._number = 0
        self._chip = WhoOpens(worker)
        self.header = PageHeader(self.title, "", self._chip)
        self._chip.told.connect(self.header.say_again)
        self.table: PagedTable[ConcernRow] = PagedTable(COLUMNS, self.tr("Concerns"))
        self.filters = ListFilters(lambda: clock.now().date())
        self.filters.changed.connect(lambda: self._go(0))
        self.notice = FailureNotice()
        self.empty = EmptyState(
            Icon.NOTEBOOK_PEN,
            self.tr("No concerns yet"),
            self.tr("Write down what you are told, as soon as you are told."),
            self.tr("Record a concern"),
        )
        self.empty.start_wanted.connect(self.record_wanted)
        self.table.opened.connect(lambda row: self.concern_wanted.emit(row.id))
        self.table.page_wanted.connect(self._go)
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        column.addWidget(self.header)
        column.addWidget(self.filters)
        column.addWidget(self.notice)
        column.addLayout(self._stack, 1)
        # Only now, with a parent: a stack shows its first widget at once, if need be as a window.
        for widget in (QWidget(), self.empty, self.table):
            self._stack.addWidget(widget)

    @override
    def read_again(self) -> None:
        self._chip.read_again()
        first, wanted, order = self._number * _ROWS, self.filters.wanted(), self.filters.in_order()
        self._chip.be_of(wanted.part)
        self._worker.ask(
            self,
            lambda desk: (desk.concerns.parts(), desk.concerns.page(first, _ROWS, wanted, order)),
            self._show,
            self.notice.show_failure,
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    def _go(self, number: int) -> None:
        self._number = number
        self.read_again()

    def _show(self, read: tuple[tuple[Compartment, ...], Stretch[ConcernRow]]) -> None:
        parts, stretch = read
        self.notice.clear()
        self.filters.offer_parts(parts)
        total = stretch.total
        self.header.say(self.title, _count(total, narrow=self.filters.narrow()))
        self.table.show_page(stretch.rows, Pages(total, self._number, _ROWS))
        empty = not total and not self.filters.narrow()
        self._stack.setCurrentWidget(self.empty if empty else self.table)


def _count(total: int, *, narrow: bool) -> str:
    if narrow:
        return "1 concern fits" if total == 1 else f"{total:,} concerns fit"
    if not total:
        return ""
    return "1 concern" if total == 1 else f"{total:,} concerns"


def _sentence(title: str) -> str:
    return title[:1].upper() + title[1:]
