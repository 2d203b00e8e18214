"""Declarations: the list at the left, the review at the right; one of them where it is narrow."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import PaperSort, Wish
from dsl_desk.ui.declarations.marking import under_which
from dsl_desk.ui.declarations.master_side import MasterSide
from dsl_desk.ui.declarations.review_acts import ReviewActs
from dsl_desk.ui.declarations.review_pane import ReviewPane
from dsl_desk.ui.declarations.signed_paper_card import SignedPaperCard
from dsl_desk.ui.forms.duties_part import DutiesPart
from dsl_desk.ui.forms.marking import marking_by
from dsl_desk.ui.kit.empty import EmptyState
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from dsl_desk.domain.declaration_standing import DeclarationLine, DeclarationView
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.left import LeftRecord
    from dsl_desk.domain.policy.family_links import LinkPolicy
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.declarations.means import Means

    Read = tuple[tuple[DeclarationLine, ...], LinkPolicy, bool, tuple[LeftRecord, ...]]

_MARKED = "It is marked beside the declaration"
_TWO_FROM, _LEFT = 1140, 322


class DeclarationsPage(Page):
    """What this member can open, and nothing that hints at more.

    Signals:
        declare_wanted(): enter a declaration.
        change_wanted(str): write what is declared from now on.
        register_wanted(), round_wanted(): go there.
        paper_wanted(Wish): the letter with a decision.
        escalate_wanted(str): it becomes a low-level concern, or an allegation.
        became_wanted(str, str): open what it became, by its kind.
    """

    declare_wanted = Signal()
    change_wanted = Signal(str)
    register_wanted = Signal()
    round_wanted = Signal()
    paper_wanted = Signal(object)
    escalate_wanted = Signal(str)
    became_wanted = Signal(str, str)
    shows = frozenset({Thing.DECLARATIONS, Thing.CASES, Thing.MEMBERS, Thing.POLICY, Thing.LEFT})

    def __init__(self, means: Means, record: str = "") -> None:
        super().__init__("Declarations")
        self._means = means
        self.record = record
        self._count = 0
        self._left: tuple[LeftRecord, ...] = ()
        self._stuck: set[str] = set()  # it lies where all that was left stands
        self._may_record = self._was_done = False
        self.is_read = False
        self.side, self.pane = MasterSide(), ReviewPane()
        self.pane.duties_of = self._duties_of
        self.pane.signed_of = self._signed_of
        self.acts = ReviewActs(self.pane, means)
        self.empty = EmptyState(
            Icon.SIGNATURE,
            self.tr("No declarations yet"),
            self.tr("Family links that staff tell are kept here, with what was decided."),
            self.tr("Enter a declaration"),
        )
        self.nothing = EmptyState(
            Icon.SIGNATURE,
            self.tr("Nothing is chosen"),
            self.tr("Choose a declaration at the left."),
        )
        self._lay_out()
        self._join()

    @override
    def read_again(self) -> None:
        self._means.worker.ask(self, _read, self._show, self.side.notice.show_failure)
        self._read_chosen()

    @override
    def land(self) -> None:
        self.side.header.take_focus()

    @override
    def regions(self) -> list[QWidget]:
        return [self.side, self.pane]

    @override
    def finish(self) -> None:
        self.acts.sign()

    @override
    def let_go(self) -> bool:
        return self._means.drafts.seal_now() and not self.acts.going

    @override
    def step_back(self) -> None:
        if self.record and self._is_narrow():
            self.choose("")
        elif self._means.drafts.seal_now():
            self.back_wanted.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def choose(self, record: str) -> None:
        """Show a declaration at the right; nothing, none."""
        if self._means.drafts.seal_now() and not self.acts.going:
            self.record = record
            self.side.list.choose(record)
            self._read_chosen()
            self._arrange()

    def _read_chosen(self) -> None:
        record = RecordId(self.record)
        if record:
            self._means.worker.ask(
                self,
                lambda desk: desk.declarations.open(record),
                self._show_view,
                self.side.notice.show_failure,
            )

    def _show(self, read: Read) -> None:
        lines, policy, may_record, self._left = read
        self.side.declare.setVisible(may_record)
        self._may_record = may_record
        self._say_left()
        self.is_read = True
        self.side.notice.clear()
        self.side.say(policy)
        self.side.list.show_lines(lines, self.record)
        self._count = len(lines)
        waiting = next((one.declaration.written.id for one in lines if one.waits), "")
        if waiting and not self.record and not self._is_narrow():
            self.choose(waiting)
        self._arrange()

    def _show_view(self, view: DeclarationView) -> None:
        if view.line.declaration.written.id == self.record:
            self.pane.show_view(view, self._means.clock.now().date())
            self.acts.begin()
            self._arrange()
            if self._was_done:
                self._was_done = False
                self.pane.header.take_focus()

    @override
    def export(self) -> None:
        if self.pane.letter.isVisible():
            self._make_letter()

    def _make_letter(self) -> None:
        self.paper_wanted.emit(Wish(PaperSort.LETTER, RecordId(self.record)))

    def _make_copy(self, sort: PaperSort) -> None:
        self.paper_wanted.emit(Wish(sort, RecordId(self.record)))

    def _take_up(self) -> None:
        """Take up the oldest; the next one stands there then. What cannot be read waits aside."""
        oldest = next(iter(self._to_take_up()), None)
        if oldest is None:
            return

        def failed(error: DeskError) -> None:
            self._stuck.add(oldest.written.id)
            self._say_left()
            self.side.notice.show_failure(error)

        self._means.worker.do(
            self,
            lambda desk: desk.left_declarations.take_up(oldest),
            lambda declared: self.choose(declared.written.id),
            failed,
        )

    def _to_take_up(self) -> list[LeftRecord]:
        return [one for one in self._left if one.written.id not in self._stuck]

    def _say_left(self) -> None:
        count = len(self._to_take_up())
        self.side.left.setText(f"Take up {count} from the lock screen")
        self.side.left.setVisible(self._may_record and count > 0)

    def _duties_of(self, record: RecordId) -> DutiesPart:
        marking = marking_by(
            record, lambda desk: desk.declaration_duties, partial(under_which, record)
        )
        part = DutiesPart(self._means, marking, _MARKED)
        part.failed.connect(self.pane.notice.show_failure)
        part.done.connect(self.said)
        # The decision that is being written stands where it stood: only the duties are read again.
        part.done.connect(part.read_again)
        return part

    def _signed_of(self, record: RecordId) -> SignedPaperCard:
        card = SignedPaperCard(self._means, record)
        card.failed.connect(self.pane.notice.show_failure)
        card.said.connect(self.said)
        return card

    def _done(self, words: str) -> None:
        self.said.emit(words)
        self._was_done = True  # what was pressed goes away, and the focus must not go astray
        self._read_chosen()

    def _is_narrow(self) -> bool:
        return self.window().width() < _TWO_FROM

    def _arrange(self) -> None:
        narrow = self._is_narrow()
        shown = bool(self.record) and self.pane.view is not None
        self.side.setVisible(not narrow or not shown)
        self.side.setMaximumWidth(16_777_215 if narrow else theme().px(_LEFT))
        self.side.setMinimumWidth(0 if narrow else theme().px(_LEFT))
        self._right.setVisible(not narrow or shown or not self._count)
        self.back.setVisible(narrow)
        empty = self.nothing if self._count else self.empty
        self._stack.setCurrentWidget(self.pane if shown else empty)

    def _join(self) -> None:
        side, pane = self.side, self.pane
        side.declare_wanted.connect(self.declare_wanted)
        side.left.clicked.connect(self._take_up)
        side.register_wanted.connect(self.register_wanted)
        side.round_wanted.connect(self.round_wanted)
        self.empty.start_wanted.connect(self.declare_wanted)
        side.list.opened.connect(self.choose)
        pane.later_wanted.connect(self.step_back)
        pane.change_wanted.connect(lambda: self.change_wanted.emit(self.record))
        pane.letter_wanted.connect(self._make_letter)
        pane.paper_wanted.connect(self._make_copy)
        pane.escalate_wanted.connect(self.escalate_wanted)
        pane.became_wanted.connect(self.became_wanted)
        self.back.clicked.connect(lambda: self.choose(""))
        self.acts.done.connect(self._done)

    def _lay_out(self) -> None:
        self.back = self.pane.back
        self._right = QWidget()
        self._stack = QStackedLayout(self._right)
        for widget in (QWidget(), self.empty, self.nothing, self.pane):
            self._stack.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(self._right, 1)


def _read(desk: Desk) -> Read:
    declared = desk.declarations
    left = desk.left_declarations.waiting()
    return declared.lines(), declared.policy(), declared.may_record(), left
