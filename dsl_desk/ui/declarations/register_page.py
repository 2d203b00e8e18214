"""The register of declarations: narrowed, on paper, as a table, and in numbers for governors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.declaration_filter import DeclarationFilter, as_narrowed
from dsl_desk.domain.declaration_standing import DeclarationState
from dsl_desk.domain.declared_link import LinkKind
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import PaperSort, Wish
from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.domain.words import label
from dsl_desk.ui.declarations.leaving import Leaving
from dsl_desk.ui.declarations.master_list import links_in_words
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.who_opens import WhoOpens
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.empty import EmptyState
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.kit.table.paged_table import PagedTable
from dsl_desk.ui.kit.table.pages import Pages
from dsl_desk.ui.kit.table.room import Gives
from dsl_desk.ui.kit.table.rows_model import Column
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.declaration_standing import DeclarationLine
    from dsl_desk.domain.page import Page as Stretch
    from dsl_desk.ui.declarations.means import Means

_ROWS: Final = 50
_YEARS: Final = 7
_STATES: Final = (None, *DeclarationState)
_KINDS: Final = (None, *LinkKind)


def _again(line: DeclarationLine) -> str:
    return day_in_words(line.last.draft.look_again_on) if line.last else ""


COLUMNS: Final[tuple[Column[DeclarationLine], ...]] = (
    Column("Who", lambda one: one.declaration.draft.by, voice=Voice.STRONG, width=170),
    Column("Reference", lambda one: one.declaration.ref, meaning=Meaning.INK2, width=120),
    Column("Links", links_in_words, width=220, gives=Gives.WIDTH),
    Column("How it stands", lambda one: label(one.state), width=190),
    Column("Look again", _again, meaning=Meaning.INK2, width=130, gives=Gives.PLACE),
)


class RegisterPage(Page):
    """Every declaration this member can open; what is sealed is on no copy.

    Signals:
        declaration_wanted(str): open this one.
        paper_wanted(Wish): the register, or its numbers, as it is narrowed.
    """

    declaration_wanted = Signal(str)
    paper_wanted = Signal(object)
    shows = frozenset({Thing.DECLARATIONS, Thing.CASES, Thing.MEMBERS})

    def __init__(self, means: Means) -> None:
        super().__init__("Register of declarations")
        self._means, self._number = means, 0
        self.notice = FailureNotice()
        self._leaving = Leaving(self, means, self.notice.show_failure)
        self._chip = WhoOpens(means.worker, Compartment.DECLARATIONS)
        self.header = PageHeader(self.title, "", self._chip)
        self._chip.told.connect(self.header.say_again)
        self.search = Line("", self.tr("Find by name, link or reference"))
        self.search.setAccessibleName(self.tr("Find by name, link or reference"))
        self.state = Pick([self.tr("However it stands"), *(label(one) for one in DeclarationState)])
        self.kind = Pick([self.tr("To anybody"), *(label(one) for one in LinkKind)])
        now = means.clock.now().year
        self._years = ("", *(str(year) for year in range(now, now - _YEARS, -1)))
        self.year = Pick([self.tr("Any year"), *self._years[1:]])
        self.reasons = Tick(self.tr("With reasons"))
        self.table: PagedTable[DeclarationLine] = PagedTable(COLUMNS, self.title)
        self.empty = EmptyState(
            Icon.SIGNATURE,
            self.tr("No declarations yet"),
            self.tr("Family links that staff tell the Headteacher stand here."),
        )
        self.nothing = EmptyState(
            Icon.SEARCH, self.tr("Nothing fits"), self.tr("Choose fewer filters.")
        )
        self.pdf = Button(self.tr("Make a copy"), icon=Icon.FILE_DOWN, keys=Shortcut.EXPORT.words)
        self.csv = Button(self.tr("Save as table"), icon=Icon.TABLE_2)
        self.counts = Button(self.tr("Counts for governors"), icon=Icon.CHART_COLUMN)
        self._lay_out()
        self._listen()

    @override
    def read_again(self) -> None:
        self._chip.read_again()
        wanted, first = self.wanted(), self._number * _ROWS
        self._means.worker.ask(
            self,
            lambda desk: desk.declarations.page(wanted, first, _ROWS),
            self._show,
            self.notice.show_failure,
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def look_for(self) -> None:
        self.search.setFocus()

    @override
    def export(self) -> None:
        self.paper_wanted.emit(self._wish(PaperSort.DECLARATIONS))

    def save_table(self) -> None:
        """Save it for a spreadsheet."""
        wanted, reasons = self.wanted(), self.reasons.isChecked()
        self._leaving.send(
            "Declarations.csv",
            lambda desk: desk.declaration_papers.register_table(wanted, reasons=reasons),
            self.csv,
        )

    def make_counts(self) -> None:
        """Wish for the numbers, without a name in them."""
        self.paper_wanted.emit(self._wish(PaperSort.DECLARATION_COUNTS))

    def _wish(self, sort: PaperSort) -> Wish:
        narrowed = as_narrowed(self.wanted(), reasons=self.reasons.isChecked())
        return Wish(sort, RecordId("declaration"), narrowed=narrowed)

    def wanted(self) -> DeclarationFilter:
        """Return what it is narrowed to."""
        state, kind = self.state.currentIndex(), self.kind.currentIndex()
        year = self._years[self.year.currentIndex()]
        return DeclarationFilter(self.search.text(), _STATES[state], _KINDS[kind], year)

    def _show(self, stretch: Stretch[DeclarationLine]) -> None:
        self.notice.clear()
        total = stretch.total
        self.header.say(self.title, "1 declaration" if total == 1 else f"{total:,} declarations")
        self.table.show_page(stretch.rows, Pages(total, self._number, _ROWS))
        nobody = self.empty if self.wanted() == DeclarationFilter() else self.nothing
        self._stack.setCurrentWidget(self.table if total else nobody)

    def _go(self, number: int) -> None:
        self._number = number
        self.read_again()

    def _listen(self) -> None:
        self.search.textEdited.connect(lambda _words: self._go(0))
        for pick in (self.state, self.kind, self.year):
            pick.activated.connect(lambda _at: self._go(0))
        self.table.page_wanted.connect(self._go)
        self.table.opened.connect(
            lambda line: self.declaration_wanted.emit(line.declaration.written.id)
        )
        self.pdf.clicked.connect(self.export)
        self.csv.clicked.connect(self.save_table)
        self.counts.clicked.connect(self.make_counts)

    def _lay_out(self) -> None:
        filters, copies = QHBoxLayout(), QHBoxLayout()
        for row in (filters, copies):
            row.setSpacing(10)
        filters.addWidget(self.search, 2)
        filters.addWidget(self.state, 1)
        filters.addWidget(self.kind, 1)
        copies.addWidget(self.year)
        copies.addWidget(self.reasons)
        copies.addStretch(1)
        for button in (self.counts, self.csv, self.pdf):
            copies.addWidget(button)
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(14)
        column.addWidget(self.header)
        column.addWidget(self.notice)
        column.addLayout(filters)
        column.addLayout(copies)
        column.addLayout(self._stack, 1)
        # Only now, with a parent: a stack shows its first widget at once, if need be as a window.
        for widget in (QWidget(), self.empty, self.nothing, self.table):
            self._stack.addWidget(widget)
