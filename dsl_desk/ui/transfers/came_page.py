"""A parcel that was double-clicked: whose file it belongs to, before anything of it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind, Size
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.scrolled import fill_scrolled
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.page import Page as Stretch
    from dsl_desk.domain.registers.register import RegisterRow
    from dsl_desk.ui.transfers.means import Means

_WIDEST: Final = 860
_MOST: Final = 50
_CHILD, _ASKED_OF = 0, 2  # columns of the register
_BEGIN_NEW: Final = "Nothing is written about it yet"


class CamePage(Page):
    """The files that were asked for and are not settled, and a way for one nobody asked for.

    Signals:
        entry_chosen(str): take it in at this entry.
        new_wanted(): nothing is written about this file yet.
    """

    entry_chosen = Signal(str)
    new_wanted = Signal()
    shows = frozenset({Thing.REGISTERS, Thing.PEOPLE})

    def __init__(self, means: Means) -> None:
        super().__init__("A parcel came")
        self._means = means
        self._waiting: tuple[Path, ...] = ()
        self.is_read = False
        self.takes: dict[str, Button] = {}
        self.header = PageHeader(self.title)
        self.notice = FailureNotice()
        self.lead = Label("", Voice.BODY, Meaning.INK2).wrapped()
        self._list = Card()
        self.new = Button(self.tr(_BEGIN_NEW))
        self.new.setObjectName("new-file-received")
        self.aside = Button(self.tr("Put it aside"), Kind.QUIET)
        self.aside.setObjectName("put-parcel-aside")
        self.new.clicked.connect(self.new_wanted)
        self.aside.clicked.connect(self._put_aside)
        self._lay_out()

    @override
    def read_again(self) -> None:
        self._waiting = self._means.door.waiting()
        self._say_what_waits()
        self._means.worker.ask(
            self,
            lambda desk: desk.registers.page(RegisterName.FILES_RECEIVED, 0, _MOST),
            self._show,
            self.notice.show_failure,
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    def _say_what_waits(self) -> None:
        others = len(self._waiting) - 1
        if others < 0:
            self.header.say(self.title, self.tr("None waits any more"))
            self.lead.say(self.tr("It was taken in or put aside. The file lies where it lay."))
        else:
            more = f", and {others:,} more after it" if others else ""
            self.header.say(self.title, f"{self._waiting[0].name}{more}")
            self.lead.say(
                self.tr(
                    "It was double-clicked, and nothing of it has been read yet. Whose file does "
                    "it belong to? Then the four words are asked for that open it."
                )
            )
        for widget in (self.new, self.aside):
            widget.setVisible(others >= 0)

    def _show(self, stretch: Stretch[RegisterRow]) -> None:
        self.is_read = True
        while (item := self._list.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.takes.clear()
        rows = [row for row in stretch.rows if row.is_open] if self._waiting else []
        for row in rows:
            self._list.column.addWidget(self._line(row))
        self._list.setVisible(bool(rows))

    def _line(self, row: RegisterRow) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        child, asked = row.cells[_CHILD], row.cells[_ASKED_OF]
        across.addWidget(Label(child, Voice.STRONG).wrapped(), 2)
        across.addWidget(Label(asked, Voice.SECONDARY, Meaning.INK2).wrapped(), 2)
        take = Button(self.tr("Into this file")).sized(Size.SMALL)
        take.setAccessibleName(f"{take.text()}: {child}")
        take.clicked.connect(lambda: self.entry_chosen.emit(row.id))
        self.takes[row.id] = take
        across.addWidget(take)
        return line

    def _put_aside(self) -> None:
        for file in self._waiting[:1]:
            self._means.door.settle(file)
        self.said.emit(self.tr("Put aside. The file lies where it lay"))
        if len(self._waiting) > 1:
            self.read_again()
        else:
            self.back_wanted.emit()

    def _lay_out(self) -> None:
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        for widget in (self.header, self.notice, self.lead, self._list):
            widget.setMaximumWidth(_WIDEST)
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.new)
        row.addWidget(self.aside)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        fill_scrolled(self, work, self.title)
