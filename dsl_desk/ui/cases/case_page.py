"""One sealed case: what is written in it, who can open it, and a place to write more."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.dates import in_full
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.leaving import PaperSort, Wish
from dsl_desk.ui.cases.sheet import Sheet, empty_out
from dsl_desk.ui.cases.words import advice_on, holders_of_case
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.asked_to_see import AskedToSee
from dsl_desk.ui.forms.letting_go import Going, LetsGo
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.chip import Status, StatusChip
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.case import CaseView, Note
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.ids import MemberId, RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.cases.means import Means

    Seen = tuple[CaseView, tuple[MemberId, ...], Going]

_MEGABYTE = 1_000_000


class CasePage(Page):
    """Read it, and add to it. That it was opened is written into it.

    Signals:
        gone(): two who held it have let it go; there is nothing here any more.
        paper_wanted(Wish): a copy out of it for somebody who asked, or what that copy withheld.
    """

    gone = Signal()
    paper_wanted = Signal(object)
    shows = frozenset({Thing.CASES})

    def __init__(self, means: Means, case: RecordId) -> None:
        super().__init__("Sealed case")
        self._means, self._case = means, case
        self._form = f"case {case}"
        self._entry = EntryId(fresh_id(means.clock.now()))
        self.is_read = False
        self.header = PageHeader(self.title, "", StatusChip(Status.SEALED))
        self.notice = FailureNotice()
        self.notes: list[NoteCard] = []
        self._notes = QVBoxLayout()
        self._notes.setSpacing(10)
        self.words = Lines(rows=4)
        self.field = Field(
            self.tr("Write something more"),
            self.words,
            self.tr("What was done or decided, by whom and when. It stays beside the rest."),
        )
        self.write = Button(self.tr("Write it down"), Kind.PRIMARY)
        self.write.clicked.connect(self.finish)
        self.room = Label("", Voice.META, Meaning.INK3)
        self.kept = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self.lets_go = LetsGo(self, means, case)
        self.lets_go.done.connect(self.said)
        self.lets_go.gone.connect(self.gone)
        self.lets_go.failed.connect(self.notice.show_failure)
        self._going = QVBoxLayout()
        self._lay_out()
        self._bring_back()
        self.words.textChanged.connect(lambda: means.drafts.typed(self._form, self._fields))

    @override
    def read_again(self) -> None:
        case = self._case
        self._means.worker.ask(
            self, lambda desk: _seen(desk, case), self._show, self.notice.show_failure
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def let_go(self) -> bool:
        return self._means.drafts.seal_now() and not self.write.is_busy()

    @override
    def step_back(self) -> None:
        if self._means.drafts.seal_now():
            self.back_wanted.emit()

    @override
    def finish(self) -> None:
        if self.write.is_busy():
            return
        case, words, entry = self._case, self.words.text(), self._entry
        self.notice.clear()
        self.field.clear_error()
        self.write.busy(self.tr("Sealing"))
        self._means.worker.do(
            self, lambda desk: desk.cases.write(case, words, entry), self._written, self._fail
        )

    def _show(self, seen: Seen) -> None:
        case, holders, going = seen
        self.is_read = True
        names = {one.id: one.name for one in self._means.face.members}
        who = [names[one] for one in holders if one in names]
        self.header.say(f"About {case.about}", holders_of_case(who) if who else "")
        empty_out(self._notes)
        self.notes = [NoteCard(note) for note in case.notes]
        for note in self.notes:
            self._notes.addWidget(note)
        self.kept.say(going.kept.line(self._means.clock.now().date()))
        empty_out(self._going)
        self._going.addWidget(self.lets_go.card_of(going, self._means.member.id))
        self.room.say(f"Told by {case.told_by}. {case.room / _MEGABYTE:.1f} MB of room left.")

    def _written(self, _case: CaseView) -> None:
        self._entry = EntryId(fresh_id(self._means.clock.now()))
        self.write.rest()
        self.words.clear()
        self._means.drafts.forget(self._form)
        self.said.emit(self.tr("It is sealed in the case"))

    def _fail(self, error: DeskError) -> None:
        self.write.rest()
        if isinstance(error, DraftError):
            self.field.show_error(advice_on(error.problems[0]))
            self.field.go()
        else:
            self.notice.show_failure(error)

    def _fields(self) -> Mapping[str, str]:
        return {"entry": self._entry, "words": self.words.text()}

    def _bring_back(self) -> None:
        fields = self._means.drafts.brought_back(self._form)
        self._entry = EntryId(fields.get("entry", self._entry))
        self.words.setPlainText(fields.get("words", ""))

    def _wish(self, sort: PaperSort) -> None:
        self.paper_wanted.emit(Wish(sort, self._case))

    def _asked(self) -> AskedToSee:
        """Return what is done where somebody asks to see what is kept about them."""
        card = AskedToSee(
            self.tr(
                "You decide here, record by record, with the data protection officer, of what "
                "they declared under seal too. It stands in this case and nowhere else. To the "
                "request itself you answer as every key holder does."
            )
        )
        card.wanted.connect(self._wish)
        self.copy, self.schedule = card.copy, card.schedule
        return card

    def _lay_out(self) -> None:
        sheet = Sheet()
        sheet.column.addWidget(self.header)
        sheet.column.addWidget(self.notice)
        sheet.column.addLayout(self._notes)
        sheet.column.addWidget(self.field)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.write)
        row.addWidget(self.room, 1, Qt.AlignmentFlag.AlignVCenter)
        sheet.column.addLayout(row)
        sheet.column.addWidget(self._asked())
        sheet.column.addWidget(self.kept)
        sheet.column.addLayout(self._going)
        sheet.column.addStretch(1)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(sheet)


class NoteCard(Card):
    """What somebody wrote, and when."""

    def __init__(self, note: Note) -> None:
        super().__init__()
        when = in_full(datetime.fromisoformat(note.happened_at))
        self.head = Label(f"{note.author}, {when}", Voice.SECONDARY_STRONG, Meaning.INK2)
        self.words = Label(note.words, Voice.VERBATIM).wrapped()
        self.column.addWidget(self.head)
        self.column.addWidget(self.words)
        self.setAccessibleName(f"{note.author}, {when}: {note.words}")


def _seen(desk: Desk, case: RecordId) -> Seen:
    view = desk.cases.open(case)
    going = Going(desk.sealed_disposals.kept(case), desk.sealed_disposals.of(case))
    return view, desk.cases.holders(view.row), going
