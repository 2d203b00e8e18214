"""One person: their file, what is known of them, and the front sheet beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.person import PersonKind, where_kept
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.told import born_in_words, place_of
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind, Size
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.folded_panel import FoldedPanel
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.question import Question
from dsl_desk.ui.kit.side_panel import SidePanel, WithSidePanel
from dsl_desk.ui.people.accounts import Accounts
from dsl_desk.ui.people.chronology import ChronologyView
from dsl_desk.ui.people.declared_links import DeclaredLinks
from dsl_desk.ui.people.file_read import file_of
from dsl_desk.ui.people.files_card import FilesCard
from dsl_desk.ui.people.front_sheet import FrontSheet
from dsl_desk.ui.people.no_key import NoKey
from dsl_desk.ui.people.open_duties import OpenDuties, folded_words
from dsl_desk.ui.people.person_facts import facts, written
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from dsl_desk.domain.chronology import ChronicleRow
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.page import Page as Stretch
    from dsl_desk.domain.person_merge import Merged
    from dsl_desk.services.people import PersonPage as Known
    from dsl_desk.ui.people.means import Means

_WITH_A_FILE = (PersonKind.PUPIL, PersonKind.STAFF)
_A_STRETCH = 100  # lines of a file that are shown at once


class PersonPage(Page):
    """Facts in pairs at the left, the front sheet at the right.

    Signals:
        reminder_wanted(str): set a reminder that leads to this child's file.
        change_wanted(str): change what is known of this person.
        copy_wanted(str): a copy of this child's file for others.
        file_wanted(str): begin or change this child's file.
        account_wanted(str): write down an account of this person.
        account_change_wanted(str, str): change what is known of one of this person's accounts.
        person_wanted(str): open another person.
        concern_wanted(str): open a concern that stands in this file.
        allegation_wanted(str): open what is said about an adult here.
        evidence_wanted(str): open a decision to look, or a piece of evidence.
        compare_wanted(str): show the versions of one beside each other.
        register_wanted(str): open an entry of a register, or its form.
    """

    reminder_wanted = Signal(str)
    change_wanted = Signal(str)
    copy_wanted = Signal(str)
    file_wanted = Signal(str)
    account_wanted = Signal(str)
    account_change_wanted = Signal(str, str)
    person_wanted = Signal(str)
    concern_wanted = Signal(str)
    allegation_wanted = Signal(str)
    evidence_wanted = Signal(str)
    compare_wanted = Signal(str)
    register_wanted = Signal(str)
    shows = frozenset(
        {
            *(Thing.PEOPLE, Thing.MEMBERS, Thing.CONCERNS, Thing.STEPS, Thing.DECLARATIONS),
            *(Thing.REFERRALS, Thing.TASKS, Thing.KEEPING, Thing.DUTIES, Thing.POLICY),
            Thing.REGISTERS,
        }
    )

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__("Person")
        self.is_read, self._count = False, _A_STRETCH
        self._means, self._record = means, record
        self.header = PageHeader(self.title)
        self.remind = self._act(self.tr("Remind me"), "remind-me", self.reminder_wanted)
        self.copy = self._act(self.tr("Export file"), "export-file", self.copy_wanted)
        self.file = self._act(self.tr("Child's file"), "child-file", self.file_wanted)
        self.change = self._act(self.tr("Change details"), "change-person", self.change_wanted)
        self._of_pupils = (self.remind, self.copy, self.file)
        for only in self._of_pupils:
            only.hide()
        self.notice = FailureNotice()
        self.duties = OpenDuties(means.worker, record)
        self.sheet = FrontSheet(self.duties)
        self.sheet.person_wanted.connect(self.person_wanted)
        self.chronology = self._chronology()
        self.no_key = NoKey()
        self._body = QVBoxLayout()
        self._body.setSpacing(16)
        self.panel = self._with_the_sheet()
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.panel)

    def _with_the_sheet(self) -> WithSidePanel:
        folded = FoldedPanel(Icon.USERS_ROUND)
        folded.say(folded_words())
        self.duties.counted.connect(lambda count: folded.say(folded_words(count)))
        return WithSidePanel(
            self._work(), SidePanel(self.tr("Front sheet"), "", self.sheet), folded
        )

    def _act(self, words: str, name: str, wanted: SignalInstance) -> Button:
        button = Button(words)
        button.setObjectName(name)
        button.clicked.connect(lambda: wanted.emit(self._record))
        self.header.put_right(button)
        return button

    @override
    def export(self) -> None:
        if self.copy.isVisible():
            self.copy_wanted.emit(self._record)

    @override
    def read_again(self) -> None:
        record = self._record
        self._means.worker.ask(
            self, lambda desk: desk.people.open(record), self._show, self.notice.show_failure
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def regions(self) -> list[QWidget]:
        return [self._area, self.panel]

    def _show(self, known: Known) -> None:
        self.is_read = True
        self.notice.clear()
        draft = known.person.draft
        self.title = "Person"  # the window's title and its history name nobody
        told = [place_of(draft), born_in_words(draft, self._means.clock.now().date())]
        words = " · ".join(one for one in told if one)
        self.header.say(draft.name, words[:1].upper() + words[1:])
        for only in self._of_pupils:  # reminders and files are kept with the children's records
            only.setVisible(draft.kind is PersonKind.PUPIL)
        begun = known.file is not None
        self.file.setText(self.tr("Change the file") if begun else self.tr("Begin the file"))
        if draft.kind in _WITH_A_FILE:
            self._read_file()
            self.duties.read_again()
        else:
            self._ask_who(where_kept(draft.kind))
        self._fill(known)
        self.sheet.show_page(known)

    def _fill(self, known: Known) -> None:
        """Put what is known of them into the body, in the place of what stood there."""
        while (item := self._body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._body.addWidget(facts(known.person.draft))
        self._accounts = self._accounts_of(known)
        self._body.addWidget(self._accounts)
        self._accounts.setHidden(self.no_key.isVisible())
        self._body.addWidget(DeclaredLinks(self._means.worker, self._record))
        self.files = FilesCard(self._means.worker, self._record)
        self.files.wanted.connect(self.register_wanted)
        self._body.addWidget(self.files)
        for merge in known.merged:
            self._body.addWidget(self._joined(merge))
        self._body.addWidget(self._kept_line())
        self._body.addWidget(written(known.person))
        self._body.addStretch(1)

    def _accounts_of(self, known: Known) -> Accounts:
        accounts = Accounts(known.identities)
        accounts.add_wanted.connect(lambda: self.account_wanted.emit(self._record))
        accounts.change_wanted.connect(
            lambda one: self.account_change_wanted.emit(self._record, one)
        )
        return accounts

    def _kept_line(self) -> Label:
        """Return a line that says until when the file is kept, once that is known."""
        line, record = Label("", Voice.META, Meaning.INK3).wrapped(), self._record
        self._means.worker.ask(line, lambda desk: desk.retention.file_line(record), line.say)
        return line

    def _ask_who(self, part: Compartment) -> None:
        self._means.worker.ask(
            self,
            lambda desk: desk.members.who_can_open(part),
            lambda who: self.sheet.show_who(label(part), who),
        )

    def _chronology(self) -> ChronologyView:
        """Return the file itself, shown once it is read."""
        view = ChronologyView()
        view.concern_wanted.connect(self.concern_wanted)
        view.evidence_wanted.connect(self.evidence_wanted)
        view.allegation_wanted.connect(self.allegation_wanted)
        view.received_wanted.connect(lambda one: self.register_wanted.emit(f"{one}/received"))
        view.compare_wanted.connect(self.compare_wanted)
        view.only_wanted.connect(self._read_file)
        view.more_wanted.connect(self._read_further_back)
        view.hide()
        return view

    def _read_file(self) -> None:
        record, count, only = self._record, self._count, self.chronology.only
        self._means.worker.ask(
            self,
            lambda desk: file_of(desk, record, count, only),
            self._show_file,
            self.notice.show_failure,
        )

    def _read_further_back(self) -> None:
        self._count += _A_STRETCH
        self._read_file()

    def _show_file(self, read: tuple[Compartment, Stretch[ChronicleRow] | None]) -> None:
        part, stretch = read
        self.chronology.setVisible(stretch is not None)
        self.no_key.setVisible(stretch is None)
        self._accounts.setHidden(stretch is None)  # they are kept in the same part
        if stretch is not None:
            self.chronology.show_rows(stretch.rows, stretch.total)
            self._ask_who(part)
        else:
            self.no_key.be_of(part)

    def _joined(self, merge: Merged) -> QWidget:
        card = Card(Tone.INSET)
        row = QHBoxLayout()
        words = f"The record of {merge.name} is shown together with this one."
        row.addWidget(Label(words, Voice.SECONDARY, Meaning.INK2).wrapped(), 1)
        apart = Button(self.tr("Take them apart"), Kind.QUIET).sized(Size.SMALL)
        apart.setObjectName("take-apart")
        apart.clicked.connect(lambda: self._part(merge))
        row.addWidget(apart)
        card.column.addLayout(row)
        return card

    def _part(self, merge: Merged) -> None:
        answer = self._means.ask.confirm(
            self,
            Question(
                title=f"Is {merge.name} somebody else after all?",
                sentence=self.tr("Both records are shown by themselves again."),
                act=self.tr("Take them apart"),
                keep=self.tr("Leave them as one"),
                reason=self.tr("How do you know?"),
            ),
        )
        if answer is None:
            return
        entry = EntryId(fresh_id(self._means.clock.now()))
        which, reason = merge.id, answer.reason
        self._means.worker.do(
            self,
            lambda desk: desk.people.part_company(which, reason, entry),
            None,
            self.notice.show_failure,
        )

    def _work(self) -> QWidget:
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        column.addWidget(self.header)
        column.addWidget(self.notice)
        column.addWidget(self.chronology)
        column.addWidget(self.no_key)
        column.addLayout(self._body, 1)
        self._area = QScrollArea()
        self._area.setAccessibleName(self.tr("What is known"))
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(work)
        return self._area
