"""One concern, as it was written down, with what was done and where it stands in the ledger."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.dates import in_full
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.words import label
from dsl_desk.ui.concerns import said_view
from dsl_desk.ui.concerns.act_bar import ActBar
from dsl_desk.ui.concerns.acts import ACTS, PAPER
from dsl_desk.ui.concerns.age_hint import AgeHint
from dsl_desk.ui.concerns.evidence_card import EvidenceCard
from dsl_desk.ui.concerns.marking import marking_of
from dsl_desk.ui.concerns.papers_card import PapersCard
from dsl_desk.ui.concerns.standing import standing_of
from dsl_desk.ui.concerns.waiting_card import WaitingCard
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.duties_card import DutiesCard
from dsl_desk.ui.forms.who_opens import WhoOpens
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.ui.concerns.means import Means
    from dsl_desk.ui.concerns.short_form import ShortForm
    from dsl_desk.ui.concerns.standing import Standing
    from dsl_desk.ui.forms.mark_form import MarkForm
    from dsl_desk.ui.forms.opening_form import OpeningForm, Saving
    from dsl_desk.ui.forms.reply_form import ReplyForm


class ConcernPage(Page):
    """Facts in pairs, their words in serif, what was done, and the copy on paper.

    Signals:
        act_wanted(str): an act was chosen that has a page of its own, by its name.
        keeping_wanted(): hold it, or propose that it goes.
        copy_wanted(): a copy for others is to be made of it.
    """

    act_wanted = Signal(str)
    keeping_wanted = Signal()
    copy_wanted = Signal()
    shows = frozenset(
        {
            *(Thing.CONCERNS, Thing.MEMBERS, Thing.STEPS, Thing.REFERRALS, Thing.KEEPING),
            *(Thing.DUTIES, Thing.POLICY, Thing.VIEWINGS, Thing.EVIDENCE),
        }
    )

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__("Concern")
        self.is_read = False
        self._means = means
        self._record = record
        self.pdf = Button(self.tr("Make a copy"), icon=Icon.FILE_DOWN, keys=Shortcut.EXPORT.words)
        self.pdf.setObjectName("make-a-copy")
        self.pdf.clicked.connect(self.export)
        self._standing: Standing | None = None
        clock = means.clock
        self.forms = {act.name: act.form(clock) for act in ACTS if act.form}
        self.acts, self.waiting = ActBar(), WaitingCard()
        self.duties = DutiesCard(means.worker, clock, marking_of(record))
        self.papers = PapersCard(means, record)
        self.evidence = EvidenceCard()
        self.notice = FailureNotice()
        self._stands = Label("", Voice.META, Meaning.INK3)
        self._listen()
        self._chip = WhoOpens(means.worker)
        self.header = PageHeader(self.title, "", self._chip)
        self._chip.told.connect(self.header.say_again)
        self.header.put_right(self.pdf)
        self.sheet = QScrollArea()
        # A stop for Tab, since long words are scrolled with the arrows.
        self.sheet.setAccessibleName(self.tr("What was recorded"))
        self._body = QVBoxLayout()
        self._body.setSpacing(16)
        self._lay_out()

    def _listen(self) -> None:
        self.acts.wanted.connect(self._begin)
        self.papers.said.connect(self.said)
        self.papers.failed.connect(self.notice.show_failure)
        self.waiting.reply_wanted.connect(self._open_form)
        self.waiting.saved.connect(self._save_reply)
        self.duties.form_wanted.connect(self._open_form)
        self.duties.saved.connect(self._save_reply)
        self.duties.failed.connect(self.notice.show_failure)
        for form in self.forms.values():
            form.finished.connect(partial(self._save, form))

    @override
    def read_again(self) -> None:
        self._chip.read_again()
        self.duties.read_again()
        self._means.worker.ask(
            self, partial(standing_of, self._record), self._show, self.notice.show_failure
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def export(self) -> None:
        self.copy_wanted.emit()

    def _show(self, standing: Standing) -> None:
        concern = standing.concern
        self._standing = standing
        self.is_read = True
        self.title = concern.ref
        self._chip.be_of(standing.part)
        self._say(standing)
        self.acts.offer(standing)
        self.waiting.show_waiting(standing)
        self._stands.say(said_view.ledger(concern))
        self.papers.show_papers(standing.done.papers)
        self.evidence.show_all(standing.looked)
        for form in self.forms.values():
            form.be_about(standing)
        while (item := self._body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        age = AgeHint(self._means.worker)
        for widget in (
            age,
            said_view.facts(concern),
            *said_view.words(concern),
            *said_view.lacking(concern),
            *said_view.disagreements(standing.done),
            said_view.done(standing.done),
            said_view.KeptLine(standing.kept, self.keeping_wanted),
        ):
            self._body.addWidget(widget)
        age.follow(concern.draft)

    def _say(self, standing: Standing) -> None:
        concern = standing.concern
        late = f". {standing.late}" if standing.late else ""
        self.header.say(
            self.tr("Concern {ref}").replace("{ref}", concern.ref),
            self.tr("{state}. Recorded {time} by {who}, version {version}")
            .replace("{state}", label(concern.draft.state))
            .replace("{time}", in_full(concern.written_at))
            .replace("{who}", concern.author)
            .replace("{version}", str(concern.version))
            + late,
        )

    @override
    def finish(self) -> None:
        for form in self._forms():
            if form.isVisible():
                form.finished.emit()
                return

    @override
    def step_back(self) -> None:
        for form in self._forms():
            if form.isVisible():
                form.hide()
                self.header.take_focus()
                return
        super().step_back()

    def _forms(self) -> tuple[OpeningForm, ...]:
        return *self.forms.values(), *self.waiting.forms(), *self.duties.forms()

    def _begin(self, name: str) -> None:
        if name in self.forms:
            self._open_form(self.forms[name])
        elif name == PAPER:
            self.papers.take_in()
        else:
            self.act_wanted.emit(name)

    def _open_form(self, form: OpeningForm) -> None:
        for other in self._forms():
            if other is not form:
                other.hide()
        form.open()
        self.sheet.ensureWidgetVisible(form)

    def _save(self, form: ShortForm) -> None:
        if self._standing is not None:
            self._write_down(form, form.saving(self._standing, self._fresh()))

    def _save_reply(self, form: ReplyForm | MarkForm) -> None:
        self._write_down(form, form.saving(self._fresh()))

    def _write_down(self, form: OpeningForm, act: Saving) -> None:
        def saved(_answer: object) -> None:
            form.button.rest()
            form.begin_anew()
            form.hide()
            self.header.take_focus()
            self.said.emit(self.tr("Added to {ref}").replace("{ref}", self.title))

        def failed(error: DeskError) -> None:
            form.button.rest()
            if isinstance(error, DraftError):
                form.show_problems(error.problems)
            else:
                self.notice.show_failure(error)

        if not form.button.is_busy():
            form.show_problems(())
            form.button.busy(self.tr("Saving"))
            self._means.worker.do(self, act, saved, failed)

    def _fresh(self) -> EntryId:
        return EntryId(fresh_id(self._means.clock.now()))

    def _lay_out(self) -> None:
        # From the outside in: whatever gets another parent is styled anew with all that is in it.
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.sheet)
        work = QWidget()
        self.sheet.setWidgetResizable(True)
        self.sheet.setWidget(work)
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        column.addWidget(self.header)
        column.addWidget(self.notice)
        column.addWidget(self.acts)
        for form in self.forms.values():
            column.addWidget(form)
        column.addWidget(self.waiting)
        column.addLayout(self._body)
        column.addWidget(self.duties)
        column.addWidget(self.evidence)
        column.addWidget(self.papers)
        column.addWidget(self._stands)
        column.addStretch(1)
