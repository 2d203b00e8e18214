"""A decision to look: what was decided at the left, looking and capturing at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.dates import at
from dsl_desk.domain.errors import DeskError, DraftError
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.leaving import PaperSort, Wish
from dsl_desk.domain.viewing_standing import Standing
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.evidence.answer_card import AnswerCard, FoundCard
from dsl_desk.ui.evidence.capture_desk import CaptureDesk
from dsl_desk.ui.evidence.conversations_card import ConversationsCard
from dsl_desk.ui.evidence.decision_card import DecisionCard
from dsl_desk.ui.evidence.marking import marking_of
from dsl_desk.ui.evidence.standing_card import StandingCard, time_left
from dsl_desk.ui.forms.duties_card import DutiesCard
from dsl_desk.ui.forms.who_opens import WhoOpens
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.chip import Status, StatusChip
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.kit.step import Step, StepState
from dsl_desk.ui.kit.stepper import Stepper
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dsl_desk.domain.changes import Changed
    from dsl_desk.domain.errors import Problem
    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.viewings import ViewingView
    from dsl_desk.ui.evidence.means import Means
    from dsl_desk.ui.forms.mark_form import MarkForm

T = TypeVar("T")

_LEFT: Final = 13
_RIGHT: Final = 20
_SEEN_ENOUGH: Final = "Seen enough? Looking again later needs a new decision."
_OVER: Final = frozenset({Standing.OVER, Standing.OPEN, Standing.TO_COME})


class ViewingPage(Page):
    """Four steps: decide, look and capture, say what was found, close.

    Signals:
        paper_wanted(Wish): a copy of this decision for somebody.
        change_wanted(str), evidence_wanted(str), words_wanted(str): of this decision's record.
    """

    paper_wanted = Signal(object)
    change_wanted = Signal(str)
    evidence_wanted = Signal(str)
    words_wanted = Signal(str)
    shows = frozenset({Thing.VIEWINGS, Thing.EVIDENCE, Thing.MEMBERS, Thing.DUTIES, Thing.POLICY})

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__("Look at a public account")
        self.is_read = False
        self._means, self.record = means, record
        self.view: ViewingView | None = None
        self._chip = WhoOpens(means.worker)
        self._ends = StatusChip(Status.ENDS)
        self.paper = Button("Make a copy", icon=Icon.FILE_DOWN, keys=Shortcut.EXPORT.words)
        self.paper.setObjectName("make-a-copy")
        self.header = PageHeader(self.title, "", self._ends)
        self.header.put_right(self._chip)
        self.header.put_right(self.paper)
        self._chip.told.connect(self.header.say_again)
        self.steps = Stepper(())
        self.notice = FailureNotice()
        self.decision = DecisionCard()
        self.standing = StandingCard()
        self.answer, self.found = AnswerCard(), FoundCard()
        self.duties = DutiesCard(means.worker, means.clock, marking_of(record))
        self.capture = CaptureDesk(means, record)
        self.conversations = ConversationsCard(means, record)
        self.enough = Button(self.tr("Finish looking"), icon=Icon.ARROW_RIGHT).icon_last()
        self.enough.setObjectName("finish-looking")
        self._lay_out()
        self._listen()

    @override
    def read_again(self) -> None:
        self._chip.read_again()
        self.conversations.read_again()
        self.duties.read_again()
        record = self.record
        self._means.worker.ask(
            self,
            lambda desk: (desk.viewings.open(record), desk.evidence.under(record)),
            self._show,
            self.notice.show_failure,
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def export(self) -> None:
        self.paper_wanted.emit(Wish(PaperSort.VIEWING, self.record))

    @override
    def regions(self) -> list[QWidget]:
        return [self._scroll]

    def _show(self, read: tuple[ViewingView, tuple[Evidence, ...]]) -> None:
        view, pieces = read
        self.view = view
        draft, standing = view.viewing.draft, view.standing
        mine = draft.looker_member == self._means.member.id
        is_open = standing is Standing.OPEN
        self._chip.be_of(draft.kept_in)
        self.header.say(self.title, f"{draft.whose.name} · {view.viewing.ref}")
        self._ends.setVisible(is_open)
        self._ends.show_status(Status.ENDS, time_left(draft.ends, self._means.clock.now()))
        self.steps.show_steps(_steps(view))
        self.decision.show_view(view)
        self.standing.show_view(view, mine=mine)
        answers = standing in (Standing.WAITING, Standing.REFUSED) or view.to_review
        self.answer.setVisible(answers and not mine)
        self.capture.show_ways(shown=is_open and mine and self.found.isHidden())
        self.capture.list.setVisible(bool(pieces) or is_open)
        self.capture.show_pieces(pieces)
        self.capture.card.suggest(draft.address or draft.account())
        self._enough.setVisible(standing in _OVER and self.found.isHidden())
        self.is_read = True

    def _listen(self) -> None:
        record = self.record
        self.decision.change_wanted.connect(lambda: self.change_wanted.emit(record))
        self.standing.change_wanted.connect(lambda: self.change_wanted.emit(record))
        self.capture.list.wanted.connect(self.evidence_wanted)
        self.capture.words_wanted.connect(lambda _answer: self.words_wanted.emit(record))
        self.capture.captured.connect(self._say_captured)
        self.duties.form_wanted.connect(self._open_form)
        self.duties.saved.connect(self._mark)
        self.duties.failed.connect(self.notice.show_failure)
        self.enough.clicked.connect(self._finish_looking)
        self.answer.finished.connect(self._sign)
        self.found.finished.connect(self._close)
        self.paper.clicked.connect(self.export)

    def _say_captured(self, ref: str) -> None:
        self.said.emit(self.tr("{ref} is captured and sealed").replace("{ref}", ref))

    @override
    def step_back(self) -> None:
        for form in self.duties.forms():
            if form.isVisible():
                form.hide()
                self.header.take_focus()
                return
        super().step_back()

    def _open_form(self, form: MarkForm) -> None:
        for other in self.duties.forms():
            if other is not form:
                other.hide()
        form.open()
        self._scroll.ensureWidgetVisible(form)

    def _mark(self, form: MarkForm) -> None:
        def marked(_answer: object) -> None:
            form.begin_anew()
            form.hide()

        self._do(form.button, form.saving(self._fresh()), form.show_problems, marked)

    def _finish_looking(self) -> None:
        self.found.show()
        self._enough.hide()
        self.capture.show_ways(shown=False)
        self.found.field.go()

    def _sign(self) -> None:
        if self.view is not None:
            draft, entry = self.answer.draft(self.view.viewing), self._fresh()
            show = self.answer.show_problems
            self._do(self.answer.button, lambda desk: desk.viewings.answer(draft, entry), show)

    def _close(self) -> None:
        if self.view is not None:
            of, found, entry = self.view.viewing, self.found.words.text(), self._fresh()
            show = self.found.show_problems
            self._do(self.found.button, lambda desk: desk.viewings.end(of, found, entry), show)

    def _do(
        self,
        button: Button,
        act: Callable[[Desk], Changed[T]],
        show: Callable[[Sequence[Problem]], None],
        then: Callable[[object], None] | None = None,
    ) -> None:
        def done(answer: object) -> None:
            button.rest()
            if then is None:
                self.found.hide()
            else:
                then(answer)
            self.header.take_focus()

        def failed(error: DeskError) -> None:
            button.rest()
            if isinstance(error, DraftError):
                show(error.problems)
            else:
                self.notice.show_failure(error)

        if not button.is_busy():
            self.notice.clear()
            show(())
            button.busy(self.tr("Signing"))
            self._means.worker.do(self, act, done, failed)

    def _fresh(self) -> EntryId:
        return EntryId(fresh_id(self._means.clock.now()))

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for widget in (self.standing, self.answer, self.found, self.capture, self.conversations):
            column.addWidget(widget)
        column.addWidget(self._enough_row())
        column.addStretch(1)
        for hidden in (self.answer, self.found):
            hidden.hide()
        work = QWidget()
        whole = QVBoxLayout(work)
        whole.setContentsMargins(28, 22, 28, 22)
        whole.setSpacing(16)
        for top in (self.header, self.notice, self.steps):
            whole.addWidget(top)
        whole.addWidget(SideBySide(self._left(), right, parts=(_LEFT, _RIGHT)))
        whole.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("The decision, and what was captured"))
        self._scroll.setWidget(work)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._scroll)

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.decision)
        column.addWidget(self.duties)
        column.addStretch(1)
        return left

    def _enough_row(self) -> QWidget:
        self._enough = QWidget()
        row = QHBoxLayout(self._enough)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(_SEEN_ENOUGH, Voice.SECONDARY, Meaning.INK2).wrapped(), 1)
        row.addWidget(self.enough)
        return self._enough


def _steps(view: ViewingView) -> tuple[Step, ...]:
    ended = view.standing in (Standing.ENDED, Standing.NOT_TO_LOOK)
    looking = view.standing in (Standing.OPEN, Standing.OVER, Standing.TO_COME)
    done, on, to_come = StepState.DONE, StepState.ON, StepState.TO_COME
    decided = at(view.viewing.written_at)
    look = done if ended else (on if looking else to_come)
    found = done if ended else to_come
    return (
        Step("Decide", done if looking or ended else on, decided),
        Step("Look and capture", look, "Somebody has to agree first"),
        Step("Say what you found", found, "Finish looking first"),
        Step("Close", found, "Say what you found first"),
    )
