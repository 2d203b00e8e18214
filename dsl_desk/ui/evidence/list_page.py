"""Evidence: what was captured, what was decided, and what was recorded in words only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.dates import in_full
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.evidence.alike_hints import AlikeHints
from dsl_desk.ui.forms.who_opens import WhoOpens
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.empty import EmptyState
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.segmented import Segmented
from dsl_desk.ui.kit.table.paged_table import PagedTable
from dsl_desk.ui.kit.table.pages import Pages
from dsl_desk.ui.kit.table.rows_model import Column
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.conversation import Conversation
    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.page import Page as Stretch
    from dsl_desk.domain.words_only import WordsOnly
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.viewings import ViewingView
    from dsl_desk.ui.evidence.means import Means

    Read = tuple[tuple[Compartment, ...], Stretch[Any], int]

_ROWS: Final = 50
_TALKS: Final = 3
_LISTS: Final = ("Evidence", "Decisions", "In words only", "Conversations")
_EMPTY: Final = (
    "No evidence yet",
    "First decide why, by whom and when an account is looked at.",
    "Decide to look",
)
PIECES: tuple[Column[Evidence], ...] = (
    Column("Evidence", lambda row: row.ref, voice=Voice.STRONG, width=120),
    Column("What it shows", lambda row: row.captured.said.shows, width=300),
    Column("Where", lambda row: row.captured.said.address, meaning=Meaning.INK2, width=190),
    Column("Under", lambda row: row.captured.basis_ref, meaning=Meaning.INK2, width=120),
    Column("Captured", lambda row: in_full(row.written_at), meaning=Meaning.INK2, width=165),
)
DECISIONS: tuple[Column[ViewingView], ...] = (
    Column("Decision", lambda row: row.viewing.ref, voice=Voice.STRONG, width=120),
    Column("Whose account", lambda row: row.viewing.draft.whose.name, width=180),
    Column("Account", lambda row: row.viewing.draft.account(), width=180),
    Column("Where it stands", lambda row: label(row.standing), width=220),
    Column("From", lambda row: told_in_full(row.viewing.draft.starts), width=165),
)
IN_WORDS: tuple[Column[WordsOnly], ...] = (
    Column("Record", lambda row: row.ref, voice=Voice.STRONG, width=120),
    Column("Told by", lambda row: row.draft.told_by, width=180),
    Column("Told", lambda row: told_in_full(row.draft.at), meaning=Meaning.INK2, width=165),
    Column("Recorded by", lambda row: row.author, meaning=Meaning.INK2, width=180),
)

CONVERSATIONS: tuple[Column[Conversation], ...] = (
    Column("Conversation", lambda row: row.ref, voice=Voice.STRONG, width=120),
    Column("What it is", lambda row: row.draft.title, width=300),
    Column("Pictures", lambda row: str(len(row.draft.shots)), width=80),
    Column("Under", lambda row: row.put.basis_ref, meaning=Meaning.INK2, width=120),
    Column("Put in order", lambda row: in_full(row.written_at), meaning=Meaning.INK2, width=165),
)


def _tables(alike: Callable[[str], str]) -> tuple[PagedTable[Any], ...]:
    again: Column[Evidence] = Column(
        "Seems to be in", lambda row: alike(row.id), meaning=Meaning.AMBER, width=130
    )
    return (
        PagedTable((*PIECES, again), "Evidence"),
        PagedTable(DECISIONS, "Decisions"),
        PagedTable(IN_WORDS, "In words only"),
        PagedTable(CONVERSATIONS, "Conversations"),
    )


class EvidencePage(Page):
    """Four lists. None of them shows a picture.

    Signals:
        wanted(str): open this record.
        decide_wanted(), take_wanted(), words_wanted(): begin one of these.
    """

    wanted = Signal(str)
    decide_wanted = Signal()
    take_wanted = Signal()
    words_wanted = Signal()
    shows = frozenset({Thing.EVIDENCE, Thing.VIEWINGS, Thing.MEMBERS})

    def __init__(self, means: Means) -> None:
        super().__init__("Evidence")
        self._means = means
        self._number = 0
        self._parts: tuple[Compartment, ...] = ()
        self._chip = WhoOpens(means.worker)
        self.decide = Button(self.tr("Decide to look"), Kind.PRIMARY, Icon.SCAN_EYE)
        self.decide.setObjectName("decide-to-look")
        self.take = Button(self.tr("Handed in to us"))
        self.in_words = Button(self.tr("Record in words only"))
        self.header = PageHeader(self.title, "", self._chip)
        for button in (self.in_words, self.take, self.decide):
            self.header.put_right(button)
        self._chip.told.connect(self.header.say_again)
        self.which = Segmented(
            [self.tr(each) for each in _LISTS],
            self.tr("Which list?"),
        )
        both = (Compartment.CHILDREN, Compartment.STAFF)
        self.part = Pick([label(each) for each in both], self.tr("Part of the vault"))
        self.week = Label("", Voice.SECONDARY, Meaning.INK2)
        self.notice = FailureNotice()
        self._alike: dict[str, str] = {}
        self._pieces: Stretch[Evidence] | None = None
        self.hints = AlikeHints(means, self)
        self.tables = _tables(lambda piece: self._alike.get(piece, ""))
        self.empty = EmptyState(Icon.IMAGE, *(self.tr(each) for each in _EMPTY))
        self._lay_out()
        self._listen()

    @override
    def read_again(self) -> None:
        self._chip.read_again()
        first, which, part = self._number * _ROWS, self.which.choice(), self._part()
        self._chip.be_of(part)

        def read(desk: Desk) -> Read:
            week = len(desk.custody.opened_this_week())
            if which == 0:
                rows: Stretch[Any] = desk.evidence.page(first, _ROWS, part)
            elif which == 1:
                rows = desk.viewings.page(first, _ROWS, part)
            elif which == _TALKS:
                rows = desk.conversations.page(first, _ROWS, part)
            else:
                rows = desk.told.in_words(first, _ROWS)
            return desk.looks.parts(), rows, week

        self._means.worker.ask(self, read, self._show, self.notice.show_failure)

    @override
    def land(self) -> None:
        self.header.take_focus()

    def _show(self, read: Read) -> None:
        parts, rows, week = read
        self.notice.clear()
        self._offer(parts)
        opened = "1 item" if week == 1 else f"{week} items"
        self.week.say(self.tr("You opened {opened} in the last seven days").format(opened=opened))
        self.week.setVisible(week > 0)
        if self.which.choice() == 0 and rows != self._pieces:
            self._pieces = rows
            self.hints.look_over(piece.id for piece in rows.rows)
        table = self.tables[self.which.choice()]
        table.show_page(rows.rows, Pages(rows.total, self._number, _ROWS))
        nothing = not rows.total and self.which.choice() == 0
        self._stack.setCurrentWidget(self.empty if nothing else table)

    def _show_alike(self, found: dict[str, str]) -> None:
        """Say in the list which pictures are in another concern, once that is known."""
        self._alike |= found
        if self._pieces is not None:
            pages = Pages(self._pieces.total, self._number, _ROWS)
            self.tables[0].show_page(self._pieces.rows, pages)

    def _part(self) -> Compartment:
        at = self.part.currentIndex()
        return self._parts[at] if 0 <= at < len(self._parts) else Compartment.CHILDREN

    def _offer(self, parts: tuple[Compartment, ...]) -> None:
        if parts != self._parts:
            self._parts = parts
            self.part.clear()
            self.part.addItems([label(each) for each in parts])
        self.part.setVisible(len(parts) > 1)

    def _go(self, number: int) -> None:
        self._number = number
        self.read_again()

    def _listen(self) -> None:
        self.decide.clicked.connect(self.decide_wanted)
        self.empty.start_wanted.connect(self.decide_wanted)
        self.hints.told.connect(self._show_alike)
        self.take.clicked.connect(self.take_wanted)
        self.in_words.clicked.connect(self.words_wanted)
        self.which.chosen.connect(lambda _number: self._go(0))
        self.part.activated.connect(lambda _number: self._go(0))
        pieces, decisions, in_words, talks = self.tables
        pieces.opened.connect(lambda row: self.wanted.emit(row.id))
        decisions.opened.connect(lambda row: self.wanted.emit(row.viewing.id))
        in_words.opened.connect(lambda row: self.wanted.emit(row.id))
        talks.opened.connect(lambda row: self.wanted.emit(row.id))
        for table in self.tables:
            table.page_wanted.connect(self._go)

    def _lay_out(self) -> None:
        which = QHBoxLayout()
        which.setSpacing(8)
        for widget in (self.which, self.part):
            which.addWidget(widget)
        which.addStretch(1)
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(16)
        column.addWidget(self.header)
        column.addLayout(which)
        column.addWidget(self.notice)
        column.addWidget(self.week)
        column.addLayout(self._stack, 1)
        # Only now, with a parent: a stack shows its first widget at once, if need be as a window.
        for each in (QWidget(), self.empty, *self.tables):
            self._stack.addWidget(each)
        self.week.hide()
