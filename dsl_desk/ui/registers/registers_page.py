"""The registers in tabs: one list at a time, what is looked for in it, and its copies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import PaperSort, Wish
from dsl_desk.domain.registers.all import REGISTERS
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.who_opens import WhoOpens
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.empty import EmptyState
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.kit.table.paged_table import PagedTable
from dsl_desk.ui.kit.table.pages import Pages
from dsl_desk.ui.registers.columns import columns_of
from dsl_desk.ui.registers.leaving import Copy, Leaving
from dsl_desk.ui.registers.tabs import Tabs
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.page import Page as Stretch
    from dsl_desk.domain.registers.register import Register, RegisterRow
    from dsl_desk.ui.registers.means import Means

_ROWS: Final = 50
_WIDEST: Final = 280
_NAMES: Final = tuple(REGISTERS)


class RegistersPage(Page):
    """Every register in the parts this member holds a key to.

    Signals:
        entry_wanted(str): open this entry.
        add_wanted(RegisterName): write a new one.
        paper_wanted(Wish): this register, or the do-not-publish list, for somebody.
    """

    entry_wanted = Signal(str)
    paper_wanted = Signal(object)
    add_wanted = Signal(object)
    shows = frozenset({Thing.REGISTERS, Thing.MEMBERS, Thing.PEOPLE})

    def __init__(self, means: Means) -> None:
        super().__init__("Registers")
        self._worker = means.worker
        self._number = 0
        self._leaving = Leaving(self, means, self._fail)
        self.tabs = Tabs(
            [register.tab for register in REGISTERS.values()], self.tr("Which register?")
        )
        self.search = Line("", self.tr("Find in this register"))
        self.search.setAccessibleName(self.tr("Find in this register"))
        self.search.setMaximumWidth(_WIDEST)
        self._make_buttons()
        self.purpose = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self.notice = FailureNotice()
        self._chip = WhoOpens(means.worker, self.register.part)
        self.header = PageHeader(self.title, "", self._chip)
        self._chip.told.connect(self.header.say_again)
        self.tables: dict[RegisterName, PagedTable[RegisterRow]] = {}
        self._make_empty()
        self._lay_out()
        self._listen()

    @property
    def register(self) -> Register:
        """The register in front."""
        return REGISTERS[_NAMES[self.tabs.choice()]]

    @override
    def read_again(self) -> None:
        register = self.register
        self._chip.be_of(register.part)
        self._chip.read_again()
        self._dress(register)
        name, words, first = register.name, self.search.text(), self._number * _ROWS
        self._worker.ask(
            self,
            lambda desk: (
                desk.registers.readable(),
                desk.registers.page(name, first, _ROWS, words),
            ),
            lambda read: self._show((name, words), *read),
            self.notice.show_failure,
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def look_for(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    @override
    def export(self) -> None:
        narrowed = (self.search.text(),)
        of = RecordId(self.register.name.value)
        self.paper_wanted.emit(Wish(PaperSort.REGISTER, of, narrowed=narrowed))

    def save_table(self) -> None:
        """Save the register for a spreadsheet."""
        register, words = self.register, self.search.text()
        title = self.tr("Save this register as a table")
        make = Copy(
            title,
            f"{register.title}.csv",
            lambda desk: desk.register_papers.make_table(register.name, words),
        )
        self._leaving.send(make, self.table)

    def make_do_not_publish(self) -> None:
        """Wish for the list of children of whom nothing is published."""
        of = RecordId(PaperSort.DO_NOT_PUBLISH.value)
        self.paper_wanted.emit(Wish(PaperSort.DO_NOT_PUBLISH, of))

    def _dress(self, register: Register) -> None:
        self.purpose.say(register.purpose)
        self.add.setText(f"Add {register.one}")
        self.unpublished.setVisible(register.name is RegisterName.PHOTO_CONSENT)

    def _show(
        self,
        asked: tuple[RegisterName, str],
        readable: tuple[RegisterName, ...],
        stretch: Stretch[RegisterRow],
    ) -> None:
        if asked != (self.register.name, self.search.text()):
            return  # somebody has gone on; the answer to that is on its way
        name, words = asked
        self.tabs.offer([_NAMES.index(one) for one in readable])
        self.notice.clear()
        self.header.say(self.title, _count(stretch.total, words))
        table = self._table_of(name)
        table.show_page(stretch.rows, Pages(stretch.total, self._number, _ROWS))
        empty = self.nothing if words.strip() else self.empty
        self._stack.setCurrentWidget(table if stretch.total else empty)

    def _table_of(self, name: RegisterName) -> PagedTable[RegisterRow]:
        if name not in self.tables:
            register = REGISTERS[name]
            table: PagedTable[RegisterRow] = PagedTable(columns_of(register), register.title)
            table.opened.connect(lambda row: self.entry_wanted.emit(row.id))
            table.page_wanted.connect(self._go)
            self._stack.addWidget(table)
            self.tables[name] = table
        return self.tables[name]

    def _go(self, number: int) -> None:
        self._number = number
        self.read_again()

    def _anew(self) -> None:
        self._go(0)

    def _other(self) -> None:
        self.search.setText("")
        self._go(0)

    def _fail(self, error: DeskError) -> None:
        self.notice.show_failure(error)

    def _make_buttons(self) -> None:
        self.add = Button("", icon=Icon.PLUS)
        self.pdf = Button(self.tr("Make a copy"), icon=Icon.FILE_DOWN, keys=Shortcut.EXPORT.words)
        self.table = Button(self.tr("Save as table"), icon=Icon.TABLE_2)
        self.unpublished = Button(self.tr("Do-not-publish list"), icon=Icon.CAMERA_OFF)
        names = {"add": self.add, "pdf": self.pdf, "table": self.table, "dnp": self.unpublished}
        for name, button in names.items():
            button.setObjectName(f"register-{name}")

    def _make_empty(self) -> None:
        self.empty = EmptyState(
            Icon.NOTEBOOK_TABS,
            self.tr("Nothing in this register yet"),
            self.tr("What is written here stands in the vault, with who wrote it and when."),
            self.tr("Add the first entry"),
        )
        self.nothing = EmptyState(
            Icon.SEARCH, self.tr("Nothing fits"), self.tr("Try a shorter word.")
        )

    def _listen(self) -> None:
        self.tabs.chosen.connect(self._other)
        self.search.textEdited.connect(self._anew)
        self.add.clicked.connect(lambda: self.add_wanted.emit(self.register.name))
        self.empty.start_wanted.connect(lambda: self.add_wanted.emit(self.register.name))
        self.pdf.clicked.connect(self.export)
        self.table.clicked.connect(self.save_table)
        self.unpublished.clicked.connect(self.make_do_not_publish)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(10)
        above.addWidget(self.search, 9)
        above.addStretch(1)
        for button in (self.unpublished, self.table, self.pdf, self.add):
            above.addWidget(button)
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(14)
        for above_all in (self.header, self.notice, self.tabs, self.purpose):
            column.addWidget(above_all)
        column.addLayout(above)
        column.addLayout(self._stack, 1)
        # Only now, with a parent: a stack shows its first widget at once, if need be as a window.
        for widget in (QWidget(), self.empty, self.nothing):
            self._stack.addWidget(widget)


def _count(total: int, words: str) -> str:
    if words.strip():
        return "1 entry fits" if total == 1 else f"{total:,} entries fit"
    return "" if not total else "1 entry" if total == 1 else f"{total:,} entries, newest first"
