"""One allegation: what waits, the clock, the contact, what was done, and the four answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.allegation_course import is_closed, reached
from dsl_desk.domain.changes import Thing
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.words import label
from dsl_desk.ui.allegations.clock_card import ClockCard
from dsl_desk.ui.allegations.columns import fill, pile
from dsl_desk.ui.allegations.contact_card import ContactCard
from dsl_desk.ui.allegations.evidence_card import LinkedCard
from dsl_desk.ui.allegations.hold_card import HoldCard
from dsl_desk.ui.allegations.linking import Links
from dsl_desk.ui.allegations.said_card import CaseCard, SaidCard
from dsl_desk.ui.allegations.stages import steps_of_page
from dsl_desk.ui.allegations.statutory_card import StatutoryCard
from dsl_desk.ui.allegations.steps_card import StepsCard
from dsl_desk.ui.allegations.threshold_card import ThresholdCard
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.duties_part import DutiesPart
from dsl_desk.ui.forms.letting_go import Going, LetsGo
from dsl_desk.ui.forms.marking import marking_of
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.chip import Status, StatusChip
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.stepper import Stepper
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent

    from dsl_desk.domain.allegation_step import AllegationStep, AllegationStepDraft
    from dsl_desk.domain.allegation_view import AllegationView
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.case_file import CaseSeen
    from dsl_desk.ui.allegations.means import Means

_RIGHT, _TWO_FROM = 356, 1140

_MARKED = "It is marked, and kept with the case"


class AllegationPage(Page):
    """The worst day of a Head's year, in order.

    Signals:
        threshold_wanted(): answer the four questions, or change an answer.
        step_wanted(): write down another step.
        lado_wanted(): look after whom to ring.
        services_wanted(): look after the numbers of children's services.
        amend_wanted(): put right what the allegation says.
        change_wanted(str): put right what a step says.
        compare_wanted(str): see what stood before in the allegation, or in a step.
        evidence_wanted(str): open what is linked.
        keeping_wanted(): hold it, or propose that it goes.
        gone(): two who held it have let it go; there is nothing here any more.
        copy_wanted(): a pack for the LADO is to be made of it.
    """

    threshold_wanted = Signal()
    step_wanted = Signal()
    lado_wanted = Signal()
    services_wanted = Signal()
    amend_wanted = Signal()
    change_wanted = Signal(str)
    compare_wanted = Signal(str)
    evidence_wanted = Signal(str)
    keeping_wanted = Signal()
    gone = Signal()
    copy_wanted = Signal()
    shows = frozenset(
        {
            *(Thing.ALLEGATIONS, Thing.CASES, Thing.MEMBERS),
            *(Thing.KEEPING, Thing.EVIDENCE),
            Thing.DUTIES,
        }
    )

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__("Allegation")
        self._means, self._record = means, record
        self._form = f"contact {record}"
        self._entry = EntryId(fresh_id(means.clock.now()))
        self.is_read = False
        self.chip = StatusChip(Status.IN_PROGRESS)
        self.header = PageHeader(self.title, "", self.chip)
        self.pack = Button(self.tr("Referral pack"), icon=Icon.FILE_DOWN)
        self.pack.setObjectName("referral-pack")
        self.pack.clicked.connect(self.export)
        self.header.put_right(self.pack)
        self.notice = FailureNotice()
        self.stepper = Stepper(())
        self.contact = ContactCard(means.clock)
        self.lets_go = LetsGo(self, means, record)
        self.lets_go.done.connect(self.said)
        self.lets_go.gone.connect(self.gone)
        self.lets_go.failed.connect(self.notice.show_failure)
        self.duties = DutiesPart(means, marking_of(record, lambda desk: desk.adult_duties), _MARKED)
        self.links = Links(self, means, record)
        for part in (self.duties, self.links):
            part.done.connect(self.said)
            part.failed.connect(self.notice.show_failure)
        self._above, self._below = QVBoxLayout(), QVBoxLayout()
        self._beside = QVBoxLayout()
        self._lay_out()
        self._bring_back()
        self.contact.log_wanted.connect(self._log)
        self.contact.typed.connect(lambda: means.drafts.typed(self._form, self._fields))
        self.contact.hide()

    @override
    def read_again(self) -> None:
        record = self._record
        self.duties.read_again()
        self._means.worker.ask(
            self, lambda desk: desk.case_file.open(record), self._show, self.notice.show_failure
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def let_go(self) -> bool:
        return self._means.drafts.seal_now() and not self.contact.log.is_busy()

    @override
    def step_back(self) -> None:
        if not self.duties.close_form() and self._means.drafts.seal_now():
            self.back_wanted.emit()

    @override
    def export(self) -> None:
        if self.is_read:
            self.copy_wanted.emit()

    @override
    def finish(self) -> None:
        if not self.duties.finish() and self.contact.isVisible():
            self._log(self.contact.draft())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = self.window().width() >= _TWO_FROM
        across = QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(across if beside else QBoxLayout.Direction.TopToBottom)
        self._right.setMaximumWidth(theme().px(_RIGHT) if beside else self.width())
        super().resizeEvent(event)

    def _show(self, seen: CaseSeen) -> None:
        self.is_read = True
        view = seen.view
        self.notice.clear()
        line, now = view.line, self._means.clock.now()
        draft, steps = line.allegation.draft, line.steps
        ref = line.allegation.ref
        self.title = f"Allegation {ref}" if ref else "Sealed allegation"
        role = f", {draft.adult.role}" if draft.adult.role else f", {label(draft.adult.standing)}"
        self._say_where(view)
        told = f"told by {draft.told_by}, {told_in_full(draft.told_at)}"
        self.header.say(self.title, f"About {draft.adult.name}{role} · {told}")
        self.stepper.show_steps(steps_of_page(steps))
        number = f"{view.number.name} {view.number.telephone}" if view.number else ""
        self.contact.show_steps(steps, number, late=line.clock.limit < now and self._open(view))
        self.contact.setVisible(not is_closed(steps))
        fill(self._above, HoldCard(draft.adult.name, steps), ClockCard(line.clock, now))
        fill(self._below, self._log_of(steps), self._said(view))
        fill(self._beside, *self._sides(seen))

    def _log_of(self, steps: tuple[AllegationStep, ...]) -> StepsCard:
        log = StepsCard(steps)
        log.add_wanted.connect(self.step_wanted)
        log.change_wanted.connect(self.change_wanted)
        log.threshold_wanted.connect(self.threshold_wanted)
        log.compare_wanted.connect(self.compare_wanted)
        return log

    def _said(self, view: AllegationView) -> SaidCard:
        said = SaidCard(view)
        said.amend.clicked.connect(self.amend_wanted)
        said.compare.clicked.connect(partial(self.compare_wanted.emit, self._record))
        return said

    def _sides(self, seen: CaseSeen) -> Iterator[QWidget]:
        view, now = seen.view, self._means.clock.now()
        threshold, case = ThresholdCard(view.line.steps), CaseCard(seen, now)
        threshold.button.clicked.connect(self.threshold_wanted)
        case.lado.clicked.connect(self.lado_wanted)
        case.services.clicked.connect(self.services_wanted)
        children = view.line.allegation.draft.children
        self._means.worker.ask(
            case,
            lambda desk: desk.childrens_numbers.of(children),
            case.childrens.show_numbers,
            self.notice.show_failure,
        )
        case.keeping.clicked.connect(self.keeping_wanted)
        yield threshold
        if view.statutory:
            statutory = StatutoryCard(view.line.steps)
            statutory.add.clicked.connect(self.step_wanted)
            yield statutory
        linked = LinkedCard(seen)
        linked.open_wanted.connect(self.evidence_wanted)
        linked.link_wanted.connect(self.links.link)
        linked.unlink_wanted.connect(self.links.unlink)
        yield linked
        yield case
        if view.line.sealed:
            yield self.lets_go.card_of(Going(seen.kept, seen.going), self._means.member.id)

    def _open(self, view: AllegationView) -> bool:
        return not reached(view.line.steps).at

    def _say_where(self, view: AllegationView) -> None:
        if view.line.sealed:
            self.chip.show_status(Status.SEALED, f"Sealed · {len(view.holders)} can open")
        else:
            self.chip.show_status(Status.STAFF, f"Staff · {len(view.holders)} can open")
        self.chip.setToolTip(", ".join(view.holders))

    def _log(self, draft: AllegationStepDraft) -> None:
        if self.contact.log.is_busy():
            return
        record, entry = self._record, self._entry
        self.notice.clear()
        self.contact.show_problems(())
        self.contact.log.busy(self.tr("Logging"))
        self._means.worker.do(
            self,
            lambda desk: desk.allegations.step(record, draft, entry),
            self._logged,
            self._fail,
        )

    def _logged(self, _step: AllegationStep) -> None:
        self._entry = EntryId(fresh_id(self._means.clock.now()))
        self.contact.log.rest()
        self.contact.begin_anew()
        self._means.drafts.forget(self._form)
        self.said.emit(self.tr("The contact is logged"))

    def _fail(self, error: DeskError) -> None:
        self.contact.log.rest()
        if isinstance(error, DraftError):
            self.contact.show_problems(error.problems)
        else:
            self.notice.show_failure(error)

    def _fields(self) -> dict[str, str]:
        return {"entry": self._entry, **self.contact.kept()}

    def _bring_back(self) -> None:
        fields = self._means.drafts.brought_back(self._form)
        if fields:
            self._entry = EntryId(fields.get("entry", self._entry))
            self.contact.fill(fields)

    def _lay_out(self) -> None:
        left, self._right = QWidget(), QWidget()
        pile(left, (self._above, self.contact, self._below, self.duties))
        pile(self._right, (self._beside,))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(18)
        self._columns.addWidget(left, 1)
        self._columns.addWidget(self._right, 1)
        work, area = QWidget(), QScrollArea()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(14)
        for widget in (self.header, self.notice, self.stepper):
            column.addWidget(widget)
        column.addLayout(self._columns, 1)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(work)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(area)
