"""The list of people: one kind at a time, found by name as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.person import PersonKind, where_kept
from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.who_opens import WhoOpens
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.empty import EmptyState
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.link import Link
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.segmented import Segmented
from dsl_desk.ui.kit.table.paged_table import PagedTable
from dsl_desk.ui.kit.table.pages import Pages
from dsl_desk.ui.kit.table.rows_model import Column
from dsl_desk.ui.people.told import year_in_words
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.page import Page as Stretch
    from dsl_desk.domain.person import PersonRow
    from dsl_desk.ui.people.means import Means

_ROWS: Final = 50
_KINDS: Final = (
    PersonKind.PUPIL,
    PersonKind.STAFF,
    PersonKind.FAMILY,
    PersonKind.PROFESSIONAL,
)
_WORDS: Final = ("Pupils", "Staff", "Family", "Professionals")

NAME: Column[PersonRow] = Column("Name", lambda row: row.name, voice=Voice.STRONG, width=230)
BORN: Column[PersonRow] = Column(
    "Born", lambda row: day_in_words(row.draft.born), meaning=Meaning.INK2, width=150
)
ROLE: Column[PersonRow] = Column("Role", lambda row: row.draft.role, width=240)
COLUMNS: Final[dict[PersonKind, tuple[Column[PersonRow], ...]]] = {
    PersonKind.PUPIL: (
        NAME,
        Column("Year", lambda row: year_in_words(row.draft.year), width=90),
        Column("Class", lambda row: row.draft.form, width=80),
        BORN,
        Column("UPN", lambda row: row.draft.upn, meaning=Meaning.INK2, width=160),
        Column("Left", lambda row: day_in_words(row.draft.ends), meaning=Meaning.INK2, width=110),
    ),
    PersonKind.STAFF: (
        NAME,
        Column(
            "Works here as",
            lambda row: label(row.draft.staff_kind) if row.draft.staff_kind else "",
            width=160,
        ),
        ROLE,
        Column("Left", lambda row: day_in_words(row.draft.ends), meaning=Meaning.INK2),
    ),
    PersonKind.FAMILY: (NAME, BORN),
    PersonKind.PROFESSIONAL: (
        NAME,
        Column("Organisation", lambda row: row.draft.organisation, width=260),
        ROLE,
    ),
}


class PeoplePage(Page):
    """Everybody this member may know of.

    Signals:
        person_wanted(str): open this one.
        add_wanted(): add somebody.
        import_wanted(): take in a list from the school's own system.
        duplicates_wanted(): look at records that may be of one person.
    """

    person_wanted = Signal(str)
    add_wanted = Signal()
    import_wanted = Signal()
    duplicates_wanted = Signal()
    shows = frozenset({Thing.PEOPLE, Thing.MEMBERS})

    def __init__(self, means: Means) -> None:
        super().__init__("People")
        self._worker = means.worker
        self._number = 0
        self.kind = Segmented(_WORDS, self.tr("Who?"))
        self.search = Line("", self.tr("Find by name"))
        self.search.setAccessibleName(self.tr("Find by name"))
        self.search.setObjectName("find-person")
        self.search.setMaximumWidth(280)
        self.add = Button(self.tr("Add a person"), icon=Icon.USER_ROUND_PLUS)
        self.add.setObjectName("add-person")
        self.take_in = Button(self.tr("Import a list"), icon=Icon.FILE_DOWN)
        self.take_in.setObjectName("import-people")
        self.twice = Link("", voice=Voice.SECONDARY)
        self.twice.setObjectName("the-same-twice")
        self.header = PageHeader(self.title)
        self.notice = FailureNotice()
        self._chips = {part: WhoOpens(means.worker, part) for part in _PARTS}
        self.tables: dict[PersonKind, PagedTable[PersonRow]] = {}  # each made when it is wanted
        self._make_empty()
        self._join()
        self._lay_out()

    def _make_empty(self) -> None:
        self.empty = EmptyState(
            Icon.USERS_ROUND,
            self.tr("Nobody here yet"),
            self.tr("Import the list of your school's own system, or add one person."),
            self.tr("Import a list"),
        )
        self.nobody = EmptyState(
            Icon.SEARCH, self.tr("Nobody fits"), self.tr("Try the beginning of a name.")
        )

    @override
    def read_again(self) -> None:
        for chip in self._chips.values():
            chip.read_again()
        self._read_list()
        self._worker.ask(self, lambda desk: len(desk.importing.duplicates()), self._show_twice)

    def _read_list(self) -> None:
        kind, words = self.kind_shown, self.search.text()
        first = self._number * _ROWS
        self._worker.ask(
            self,
            lambda desk: desk.people.page(kind, words, first, _ROWS),
            lambda stretch: self._show(kind, words, stretch),
            self.notice.show_failure,
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def look_for(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    @property
    def kind_shown(self) -> PersonKind:
        """Whose list is in front."""
        return _KINDS[self.kind.choice()]

    def _again(self) -> None:
        self._number = 0
        self._read_list()

    def _show_twice(self, count: int) -> None:
        pairs = "1 pair of records may be" if count == 1 else f"{count:,} pairs of records may be"
        self.twice.setText(f"{pairs} of one person. Look")
        self.twice.setVisible(bool(count))

    def _go(self, number: int) -> None:
        self._number = number
        self._read_list()

    def _open_first(self) -> None:
        table = self._table_of(self.kind_shown)
        if self.search.text().strip() and table.model.rowCount():
            self.person_wanted.emit(table.model.row(0).id)

    def _table_of(self, kind: PersonKind) -> PagedTable[PersonRow]:
        if kind not in self.tables:
            table: PagedTable[PersonRow] = PagedTable(COLUMNS[kind], _WORDS[_KINDS.index(kind)])
            table.opened.connect(lambda row: self.person_wanted.emit(row.id))
            table.page_wanted.connect(self._go)
            self._stack.addWidget(table)
            self.tables[kind] = table
        return self.tables[kind]

    def _show(self, kind: PersonKind, words: str, stretch: Stretch[PersonRow]) -> None:
        if (kind, words) != (self.kind_shown, self.search.text()):
            return  # somebody has typed on; the answer to that is on its way
        self.notice.clear()
        for part, chip in self._chips.items():
            chip.setVisible(part is where_kept(kind))
        self.header.say(self.title, _count(stretch.total, words))
        table = self._table_of(kind)
        table.show_page(stretch.rows, Pages(stretch.total, self._number, _ROWS))
        empty = self.nobody if words.strip() else self.empty
        self._stack.setCurrentWidget(table if stretch.total else empty)

    def _join(self) -> None:
        self.kind.chosen.connect(self._again)
        self.search.textEdited.connect(self._again)
        self.search.returnPressed.connect(self._open_first)
        self.add.clicked.connect(self.add_wanted)
        self.take_in.clicked.connect(self.import_wanted)
        self.twice.clicked.connect(self.duplicates_wanted)
        self.empty.start_wanted.connect(self.import_wanted)

    def _lay_out(self) -> None:
        for part, chip in self._chips.items():
            self.header.put_right(chip)
            chip.setVisible(part is where_kept(_KINDS[0]))
            chip.told.connect(self.header.say_again)
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(self.kind)
        above.addWidget(self.search, 1)
        above.addStretch(1)
        above.addWidget(self.take_in)
        above.addWidget(self.add)
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        column.addWidget(self.header)
        column.addWidget(self.notice)
        column.addLayout(above)
        column.addWidget(self.twice)
        self.twice.hide()
        column.addLayout(self._stack, 1)
        # Only now, with a parent: a stack shows its first widget at once, if need be as a window.
        for widget in (QWidget(), self.empty, self.nobody):
            self._stack.addWidget(widget)


_PARTS: Final = tuple(dict.fromkeys(where_kept(kind) for kind in _KINDS))


def _count(total: int, words: str) -> str:
    if words.strip():
        return "1 person fits" if total == 1 else f"{total:,} people fit"
    return "" if not total else "1 person" if total == 1 else f"{total:,} people, by surname"
