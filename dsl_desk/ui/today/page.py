"""Today: what needs you, in order of harm, then time; at the right how the vault is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_list import Narrowing
from dsl_desk.domain.dates import in_heading
from dsl_desk.domain.today import WAS_LEFT, NeedSort
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.empty import EmptyState
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.segmented import Segmented
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.today.finishing import finish_task, say_seen
from dsl_desk.ui.today.latest import LatestConcerns
from dsl_desk.ui.today.needs_list import NeedsList
from dsl_desk.ui.today.open_card import STATES, OpenCard, open_now
from dsl_desk.ui.today.since_card import SinceCard
from dsl_desk.ui.today.vault_card import Health, VaultCard

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from dsl_desk.domain.concern import ConcernRow
    from dsl_desk.domain.page import Page as Stretch
    from dsl_desk.domain.today import Need, Today
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.today.means import Means

_SHOWN = 5
_AT_THE_POLICY = (NeedSort.SWITCHED_OFF, NeedSort.DUTY_ADDED)
_MINE = 0
_SIDES, _GAP, _RIGHT = 28, 20, 340
_TWO_FROM = 1140  # width of the window; below it the vault stands under the rest (look.md 8)


class TodayPage(Page):
    """The first page of the day.

    Signals:
        concern_wanted(RecordId): open this one.
        evidence_wanted(str): open this decision, or this piece of evidence.
        person_wanted(RecordId): open this person's file.
        allegation_wanted(RecordId): open this allegation.
        number_wanted(): check whom to ring.
        left_wanted(str): open what was left, or the list of it.
        declaration_wanted(str): open this declaration.
        mend_wanted(Worry): do what a worry about the copies asks for.
        entry_wanted(RecordId): open this entry of a register.
        answering_wanted(RecordId): open this request to see what is kept.
        vault_wanted(): show the Vault page.
        reminder_wanted(): set a reminder.
        keeping_wanted(): show what is proposed for disposal.
        policy_wanted(): show the school's policy.
        list_wanted(Narrowing): show the concerns in a state.
        check_wanted(): show what somebody else checks each term.
    """

    concern_wanted = Signal(str)
    evidence_wanted = Signal(str)
    person_wanted = Signal(str)
    allegation_wanted = Signal(str)
    number_wanted = Signal()
    left_wanted = Signal(str)
    declaration_wanted = Signal(str)
    entry_wanted = Signal(str)
    answering_wanted = Signal(str)
    mend_wanted = Signal(object)
    vault_wanted = Signal()
    reminder_wanted = Signal()
    keeping_wanted = Signal()
    policy_wanted = Signal()
    list_wanted = Signal(object)
    check_wanted = Signal()
    shows = frozenset(
        {
            *(Thing.CONCERNS, Thing.VAULT, Thing.TASKS, Thing.REFERRALS),
            *(Thing.STEPS, Thing.KEEPING),
            *(Thing.REGISTERS, Thing.SETTINGS, Thing.VIEWINGS, Thing.EVIDENCE),
            *(Thing.ALLEGATIONS, Thing.CASES, Thing.POLICY, Thing.DUTIES, Thing.LEFT),
            *(Thing.DECLARATIONS, Thing.CHECKS),
        }
    )

    def __init__(self, means: Means) -> None:
        super().__init__("Today")
        self._means = means
        self._worker, self._clock = means.worker, means.clock
        self._today: Today | None = None
        self.whose = Segmented(
            (self.tr("Mine"), self.tr("Whole team")), self.tr("Whose work is shown")
        )
        self.whose.chosen.connect(self._show_needs)
        self.remind = Button(self.tr("Add a reminder"), icon=Icon.PLUS)
        self.remind.clicked.connect(self.reminder_wanted)
        self.header = PageHeader(self.title, "", self.remind)
        self.header.put_right(self.whose)
        self.notice = FailureNotice()
        self.latest = LatestConcerns()
        self.latest.concern_wanted.connect(self.concern_wanted)
        self.needs = self._list(self.tr("Needs you today"))
        self.later = self._list(self.tr("Later this week"))
        self.open = OpenCard()
        self.open.list_wanted.connect(self.list_wanted)
        self.since = SinceCard()
        self.empty = EmptyState(
            Icon.SUN,
            self.tr("Nothing needs you today"),
            self.tr("Reminders, replies that are due and concerns to look at will stand here."),
        )
        self.vault = self._vault_card()
        self._left, self._right = QWidget(), QWidget()
        self._lay_out()
        for widget in (self.latest, self.empty, self.vault):
            widget.hide()

    @override
    def read_again(self) -> None:
        if self._today is None:  # else what is said of it stands until it is read
            self.header.say(self.title, in_heading(self._clock.now()))
        self._worker.ask(
            self, lambda desk: desk.today.read(), self._show_today, self.notice.show_failure
        )
        self._worker.ask(
            self,
            lambda desk: desk.concerns.page(0, _SHOWN),
            self._show,
            self.notice.show_failure,
        )
        self._worker.ask(self, open_now, self.open.show_open, self.notice.show_failure)
        self._worker.ask(self, _health, self._show_health, lambda _error: self.vault.hide())

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def regions(self) -> list[QWidget]:
        return [self._left, self._right]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fold()
        super().resizeEvent(event)

    def _fold(self) -> None:
        right, beside = theme().px(_RIGHT), self.window().width() >= _TWO_FROM
        across = QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(across if beside else QBoxLayout.Direction.TopToBottom)
        self._right.setMaximumWidth(right if beside else self.width())
        # Under one another the cards stand close: what is spare lies below them.
        fills = beside or self.empty.isVisibleTo(self)
        for at, share in enumerate((int(fills), int(beside), int(not fills))):
            self._columns.setStretch(at, share)

    def _show(self, stretch: Stretch[ConcernRow]) -> None:
        self.notice.clear()
        self.latest.show_rows(stretch.rows)
        self.latest.setVisible(bool(stretch.rows))
        self._fold()

    def _show_today(self, today: Today) -> None:
        self._today = today
        self.since.show_news(today.since, self._clock.now())
        self._show_needs()

    def _show_needs(self) -> None:
        if self._today is None:
            return
        day, mine = self._clock.now().date(), self.whose.choice() == _MINE
        now, later = (
            [need for need in needs if not mine or need.is_mine(self._means.member.id)]
            for needs in (self._today.now, self._today.later)
        )
        self.needs.show_needs(now, day)
        self.later.show_needs(later, day)
        self.empty.setVisible(not now and not later)
        self.header.say(self.title, f"{in_heading(self._clock.now())} · {_how_many(len(now))}")
        self._fold()

    def _vault_card(self) -> VaultCard:
        card = VaultCard()
        card.mend_wanted.connect(self.mend_wanted)
        card.vault_wanted.connect(self.vault_wanted)
        return card

    def _list(self, heading: str) -> NeedsList:
        needs = NeedsList(heading)
        needs.opened.connect(self._open)
        needs.act_wanted.connect(self._act)
        return needs

    def _open(self, need: Need) -> None:
        if need.sort in (NeedSort.DISPOSAL, NeedSort.REVIEW_DUE):
            self.keeping_wanted.emit()
        elif need.sort in _AT_THE_POLICY:
            self.policy_wanted.emit()
        elif need.sort is NeedSort.DUTIES_UNREAD:
            self.list_wanted.emit(Narrowing(Compartment(need.ref), tuple(STATES)))
        elif need.sort is NeedSort.NUMBER_CHECK:
            self.number_wanted.emit()
        elif need.sort is NeedSort.CHECK_DUE:
            self.check_wanted.emit()
        else:
            self._open_record(need)

    def _open_record(self, need: Need) -> None:
        if need.sort in WAS_LEFT:
            self.left_wanted.emit("")
            return
        leads_to = (
            (self.answering_wanted, need.request),
            (self.left_wanted, need.left),
            (self.evidence_wanted, need.evidence),
            (self.allegation_wanted, need.allegation),
            (self.declaration_wanted, need.declaration),
            (self.concern_wanted, need.concern),
            (self.person_wanted, need.person),
            (self.entry_wanted, need.register),
        )
        for wanted, record in leads_to:
            if record:
                wanted.emit(record)
                return

    def _act(self, need: Need) -> None:
        if need.sort is NeedSort.TASK:
            finish_task(self, self._means, need, self.notice.show_failure)
        elif need.everything:
            say_seen(self, self._means, need, self.notice.show_failure)
        else:
            self._open(need)

    def _show_health(self, health: Health) -> None:
        self.vault.show_health(health, self._clock.now())
        self.vault.show()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(self._left), QVBoxLayout(self._right)
        for side, widgets in (
            (left, (self.notice, self.needs, self.later)),
            (right, (self.open, self.vault, self.since)),
        ):
            side.setContentsMargins(0, 0, 0, 0)
            side.setSpacing(18)
            for widget in widgets:
                side.addWidget(widget)
        left.addWidget(self.empty, 1)
        left.addWidget(self.latest)
        left.addStretch(0)
        right.addStretch(1)
        area = self._scrolled()
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(area)

    def _scrolled(self) -> QScrollArea:
        """Return the header and the two columns, which scroll as one."""
        work, area = QWidget(), QScrollArea()
        column = QVBoxLayout(work)
        column.setContentsMargins(_SIDES, 22, _SIDES, 22)
        column.setSpacing(18)
        column.addWidget(self.header)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(_GAP)
        self._columns.addWidget(self._left, 1)
        self._columns.addWidget(self._right, 1)
        self._columns.addStretch(0)
        column.addLayout(self._columns, 1)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(work)
        return area


def _how_many(count: int) -> str:
    return {0: "nothing needs you", 1: "one thing needs you"}.get(count, f"{count} things need you")


def _health(desk: Desk) -> Health:
    ways = tuple(way.way for way in desk.ways_in.list())
    return Health(desk.snapshots.state(), desk.vault.looked(), ways)
