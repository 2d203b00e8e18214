"""One concern, as it was written down, with what was done and where it stands in the ledger."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.dates import in_full
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.words import label
from dsl_desk.system.copies import write_copy
from dsl_desk.ui.concerns import said_view
from dsl_desk.ui.concerns.age_hint import AgeHint
from dsl_desk.ui.concerns.referral_forms import ReferralForm, ReplyForm
from dsl_desk.ui.concerns.standing import standing_of, written_down
from dsl_desk.ui.concerns.state_form import StateForm
from dsl_desk.ui.concerns.step_form import StepForm
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.who_opens import WhoOpens
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dsl_desk.domain.changes import Changed
    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.progress import Progress
    from dsl_desk.domain.referral import Referral
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.concerns.means import Means
    from dsl_desk.ui.concerns.short_form import ShortForm
    from dsl_desk.ui.concerns.standing import Standing

T = TypeVar("T")


class ConcernPage(Page):
    """Facts in pairs, their words in serif, what was done, and the copy on paper.

    Signals:
        compare_wanted(): its versions are to stand beside one another.
    """

    compare_wanted = Signal()
    shows = frozenset({Thing.CONCERNS, Thing.MEMBERS, Thing.STEPS, Thing.REFERRALS})

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__("Concern")
        self.is_read = False
        self._left = False
        self._means = means
        self._record = record
        self.pdf = Button(self.tr("Save as PDF"), icon=Icon.FILE_DOWN, keys=Shortcut.EXPORT.words)
        self.pdf.setObjectName("save-as-pdf")
        self.pdf.clicked.connect(self.export)
        self._concern: Concern | None = None
        self.add = Button(self.tr("Add"), icon=Icon.PLUS)
        self.state = Button(self.tr("State"))
        self.compare = Button(self.tr("Compare"))
        self.refer, self.reply = Button(self.tr("Refer")), Button(self.tr("What came back?"))
        self._make_forms()
        self._listen()
        self._chip = WhoOpens(means.worker)
        self.header = PageHeader(self.title, "", self._chip)
        self._chip.told.connect(self.header.say_again)
        for hidden in (self.compare, self.refer, self.reply):
            hidden.hide()
        for button in (self.compare, self.reply, self.refer, self.state, self.add, self.pdf):
            self.header.put_right(button)
        self.notice = FailureNotice()
        self.sheet = QScrollArea()
        # A stop for Tab, since long words are scrolled with the arrows.
        self.sheet.setAccessibleName(self.tr("What was recorded"))
        self._body = QVBoxLayout()
        self._body.setSpacing(16)
        self._lay_out()

    def _make_forms(self) -> None:
        clock = self._means.clock
        self.step_form, self.state_form = StepForm(clock), StateForm()
        self.referral_form, self.reply_form = ReferralForm(clock), ReplyForm()
        self._waiting: Referral | None = None

    def _listen(self) -> None:
        self.add.clicked.connect(lambda: self._open_form(self.step_form))
        self.state.clicked.connect(lambda: self._open_form(self.state_form))
        self.compare.clicked.connect(self.compare_wanted)
        self.refer.clicked.connect(lambda: self._open_form(self.referral_form))
        self.reply.clicked.connect(lambda: self._open_form(self.reply_form))
        self.step_form.finished.connect(self._add_step)
        self.state_form.finished.connect(self._change_state)
        self.referral_form.finished.connect(self._add_referral)
        self.reply_form.finished.connect(self._add_reply)

    @override
    def read_again(self) -> None:
        self._chip.read_again()
        self._means.worker.ask(
            self, partial(standing_of, self._record), self._show, self.notice.show_failure
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def export(self) -> None:
        if self.pdf.is_busy():
            return
        # Asked first: nothing is written into the ledger for a copy nobody wanted after all.
        path = self._means.ask.where_to_save(
            self, self.tr("Save a copy of this concern"), f"{self.title}.pdf"
        )
        if path is None:
            return
        record = self._record
        self.notice.clear()
        self.pdf.busy(self.tr("Making the PDF"))
        # The errands own the answer, not the page: a copy that the ledger knows of is written,
        # whoever has left meanwhile.
        self._means.worker.do(
            self._means.errands,
            lambda desk: desk.concerns.make_pdf(record),
            lambda pdf: self._write(path, pdf),
            self._fail,
        )

    def _write(self, path: Path, pdf: bytes) -> None:
        def job(_progress: Progress) -> Path:
            write_copy(path, pdf)
            return path

        self._means.errands.run(self, job, self._written, self._fail)

    @override
    def let_go(self) -> bool:
        self._left = True
        return True

    def _written(self, path: Path) -> None:
        self.pdf.rest()
        self.said.emit(self.tr("Saved as {name}").replace("{name}", path.name))

    def _fail(self, error: DeskError) -> None:
        if self._left:
            self._means.errands.failed.emit(error)
            return
        self.pdf.rest()
        self.notice.show_failure(error)

    def _show(self, standing: Standing) -> None:
        concern = standing.concern
        self._concern = concern
        self.is_read = True
        self.title = concern.ref
        self._chip.be_of(standing.part)
        self._say(concern)
        self.state_form.of(concern)
        waiting = [one for one in standing.done.referrals if one.draft.waiting]
        self._waiting = waiting[0] if waiting else None
        self.reply.setVisible(bool(waiting))
        self.refer.setVisible(standing.part is Compartment.CHILDREN)
        self.compare.setVisible(concern.version > 1)
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
            said_view.done(standing.done),
            said_view.ledger(concern),
        ):
            self._body.addWidget(widget)
        self._body.addStretch(1)
        age.follow(concern.draft)

    def _say(self, concern: Concern) -> None:
        self.header.say(
            self.tr("Concern {ref}").replace("{ref}", concern.ref),
            self.tr("{state}. Recorded {time} by {who}, version {version}")
            .replace("{state}", label(concern.draft.state))
            .replace("{time}", in_full(concern.written_at))
            .replace("{who}", concern.author)
            .replace("{version}", str(concern.version)),
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

    def _forms(self) -> tuple[ShortForm, ...]:
        return self.step_form, self.state_form, self.referral_form, self.reply_form

    def _open_form(self, form: ShortForm) -> None:
        for other in self._forms():
            if other is not form:
                other.hide()
        form.open()
        self.sheet.ensureWidgetVisible(form)

    def _add_step(self) -> None:
        draft, entry = self.step_form.draft(self._record), self._fresh()
        self._save(self.step_form, lambda desk: desk.steps.record(draft, entry))

    def _change_state(self) -> None:
        if self._concern is None:
            return
        of, change, entry = self._concern.entry.id, self.state_form.change(), self._fresh()
        self._save(self.state_form, lambda desk: desk.concerns.move(of, change, entry))

    def _add_referral(self) -> None:
        draft, entry = self.referral_form.draft(self._record), self._fresh()
        self._save(self.referral_form, lambda desk: desk.referrals.record(draft, entry))

    def _add_reply(self) -> None:
        form, of, entry = self.reply_form, self._waiting, self._fresh()
        if of is not None:
            what, words = form.came_back(), form.words.text()
            self._save(form, lambda desk: written_down(desk, of, what, words, entry))

    def _save(self, form: ShortForm, act: Callable[[Desk], Changed[T]]) -> None:
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
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        column.addWidget(self.header)
        column.addWidget(self.notice)
        for form in self._forms():
            column.addWidget(form)
        column.addLayout(self._body, 1)
        self.sheet.setWidgetResizable(True)
        self.sheet.setWidget(work)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.sheet)
