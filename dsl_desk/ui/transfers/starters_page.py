"""New starters whose file nobody has asked for: one line each, with the way to the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.empty import EmptyState
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.scrolled import fill_scrolled
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.person import PersonRow
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.work.worker import Worker

_WIDEST = 860


class StartersPage(Page):
    """Whoever came first stands first.

    Signals:
        register_wanted(str): write down that somebody's file was asked for.
    """

    register_wanted = Signal(str)
    shows = frozenset({Thing.REGISTERS, Thing.PEOPLE})

    def __init__(self, worker: Worker[Desk]) -> None:
        super().__init__("New starters")
        self._worker = worker
        self.is_read = False
        self.asks: dict[str, Button] = {}
        self.header = PageHeader(
            self.title, self.tr("Ask each school before for a file, or for “none held” in writing")
        )
        self.notice = FailureNotice()
        self._list = Card()
        self.empty = EmptyState(
            Icon.USERS_ROUND,
            self.tr("Everybody has been asked for"),
            self.tr("A pupil whose first day is known stands here until something is written."),
        )
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        for widget in (self.header, self.notice, self._list, self.empty):
            widget.setMaximumWidth(_WIDEST)
            column.addWidget(widget)
        column.addStretch(1)
        self._area = fill_scrolled(self, work, self.title)

    @override
    def read_again(self) -> None:
        self._worker.ask(
            self, lambda desk: desk.transfers.starters(), self._show, self.notice.show_failure
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    def _show(self, rows: tuple[PersonRow, ...]) -> None:
        self.is_read = True
        while (item := self._list.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.asks.clear()
        for row in rows:
            self._list.column.addWidget(self._line(row))
        self._list.setVisible(bool(rows))
        self.empty.setVisible(not rows)

    def _line(self, row: PersonRow) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        since = self.tr("First day here") + f" {day_in_words(row.draft.starts)}"
        across.addWidget(Label(row.name, Voice.STRONG).wrapped(), 2)
        across.addWidget(Label(since, Voice.SECONDARY, Meaning.INK2).wrapped(), 2)
        ask = Button(self.tr("Ask for the file")).sized(Size.SMALL)
        ask.setAccessibleName(f"{ask.text()}: {row.name}")
        form = f"{RegisterName.FILES_RECEIVED.value}/new/{row.id}"
        ask.clicked.connect(lambda: self.register_wanted.emit(form))
        self.asks[row.id] = ask
        across.addWidget(ask)
        return line
