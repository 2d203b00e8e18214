"""Insights: patterns of a period without names, and the lists behind them for who may open them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import PaperSort, Wish
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.insights.behind import Behind
from dsl_desk.ui.insights.cards import FactCard
from dsl_desk.ui.insights.own_days import OwnDays
from dsl_desk.ui.insights.pictures import Pictures
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.sheets import Sheets
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from dsl_desk.domain.insights import Counted, Insight, Period
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.insights.means import Means

_SIDES = 28


class InsightsPage(Page):
    """Four facts, six pictures.

    Signals:
        concern_wanted(str): open what lies behind a bar.
        paper_wanted(Wish): the summary for governors.
        check_wanted(): what somebody else checks each term.
    """

    concern_wanted = Signal(str)
    paper_wanted = Signal(object)
    check_wanted = Signal()
    shows = frozenset({Thing.CONCERNS, Thing.STEPS, Thing.REFERRALS, Thing.ALLEGATIONS})

    def __init__(self, means: Means) -> None:
        super().__init__("Insights")
        self._means = means
        self._periods: tuple[Period, ...] = ()
        self._insight: Insight | None = None
        self.is_read = False
        self.period = Pick((), self.tr("Which time"))
        self.period.activated.connect(self._choose)
        self.days = OwnDays()
        self.days.chosen.connect(self.read_again)
        self.tables = Button(self.tr("Show as tables"), icon=Icon.TABLE_2)
        self.tables.setCheckable(True)
        self.tables.toggled.connect(self._show_again)
        self.paper = Button(self.tr("Governors' summary"), icon=Icon.FILE_DOWN)
        self.paper.clicked.connect(self._make_paper)
        self.check = Button(self.tr("Checking"), icon=Icon.EYE)
        self.check.setAccessibleDescription(self.tr("What somebody else looks at each term"))
        self.check.clicked.connect(self.check_wanted)
        self.header = PageHeader(self.title)
        for button in (self.period, self.tables, self.check, self.paper):
            self.header.put_right(button)
        self.notice = FailureNotice()
        self.facts = tuple(FactCard() for _ in range(4))
        self.pictures = Pictures()
        self.pictures.list_wanted.connect(self._open_list)
        self.behind = Behind()
        self.behind.back_wanted.connect(self._close_list)
        self.behind.concern_wanted.connect(self.concern_wanted)
        self._stack = Sheets()
        self._lay_out()

    @override
    def read_again(self) -> None:
        chosen, own = max(0, self.period.currentIndex()), self.days.period
        if chosen < len(self._periods) or not self._periods:
            own = None

        def read(desk: Desk) -> tuple[tuple[Period, ...], Insight]:
            periods = desk.insights.periods()
            return periods, desk.insights.read(own or periods[min(chosen, len(periods) - 1)])

        self._means.worker.ask(self, read, self._show, self.notice.show_failure)

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def regions(self) -> list[QWidget]:
        return [self._stack]

    @override
    def export(self) -> None:
        self._make_paper()

    @override
    def step_back(self) -> None:
        if self._stack.front() is self.behind:
            self._close_list()
        else:
            super().step_back()

    def _choose(self) -> None:
        """Show another time at once; days of one's own are asked for first."""
        own = self.period.currentIndex() == len(self._periods)
        self.days.setVisible(own)
        if own:
            self.days.since.setFocus()
        if not own or self.days.period is not None:
            self.read_again()

    def _show(self, read: tuple[tuple[Period, ...], Insight]) -> None:
        self.is_read = True
        self._periods, self._insight = read
        if not self.period.count():
            self.period.addItems([period.words for period in self._periods])
            self.period.addItem(self.tr("Days you choose"))
            self.period.setMinimumContentsLength(14)
        self._show_again()

    def _show_again(self) -> None:
        insight = self._insight
        if insight is None:
            return
        self.notice.clear()
        self.header.say(self.title, f"{insight.period.words}. Counts only, no names.")
        self._say_facts(insight)
        self.pictures.show_insight(insight, as_tables=self.tables.isChecked())

    def _say_facts(self, insight: Insight) -> None:
        told, looks, soon = insight.lado_in_time, insight.decided, insight.soon
        waiting = sum(1 for one in insight.lado if not one.reached and not one.late)
        still = self.tr("{n} still open").replace("{n}", str(waiting)) if waiting else ""
        before = self.tr("{n} in the same days last year").replace("{n}", f"{insight.before:,}")
        share = f"{round(100 * soon[0] / soon[1])} %" if soon[1] else "-"
        says = (
            (self.tr("Concerns recorded"), f"{insight.total:,}", before),
            (self.tr("LADO told within one working day"), _of(told), still),
            (self.tr("Decision recorded before looking"), _of(looks), ""),
            (self.tr("Something done the same day"), share, _of(soon)),
        )
        for card, said in zip(self.facts, says, strict=True):
            card.say(*said)

    def _open_list(self, picture: str, key: str, words: str) -> None:
        insight = self._insight
        if insight is None:
            return
        period = insight.period

        def show(found: Counted) -> None:
            self.behind.show_found(words, found)
            self._stack.bring(self.behind)
            self.behind.table.view.setFocus()

        self._means.worker.ask(
            self,
            lambda desk: desk.insights.behind(period, picture, key),
            show,
            self.notice.show_failure,
        )

    def _close_list(self) -> None:
        self._stack.turn_to(0)
        self.header.take_focus()

    def _make_paper(self) -> None:
        if self._insight is not None:
            period = self._insight.period
            of = RecordId(PaperSort.GOVERNORS.value)
            self.paper_wanted.emit(Wish(PaperSort.GOVERNORS, of, period.since, period.until))

    def _lay_out(self) -> None:
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(_SIDES, 0, _SIDES, 22)
        inner.setSpacing(14)
        facts = QHBoxLayout()
        facts.setSpacing(14)
        for card in self.facts:
            facts.addWidget(card, 1)
        inner.addLayout(facts)
        inner.addWidget(self.pictures, 1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its pictures scroll into view
        scroll.setWidget(inside)
        self.behind.setContentsMargins(_SIDES, 0, _SIDES, 22)
        for shown in (scroll, self.behind):
            self._stack.put(shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 22, 0, 0)
        column.setSpacing(14)
        head = QVBoxLayout()
        head.setContentsMargins(_SIDES, 0, _SIDES, 0)
        head.addWidget(self.header)
        head.addWidget(self.days)
        head.addWidget(self.notice)
        column.addLayout(head)
        column.addWidget(self._stack, 1)


def _of(pair: tuple[int, int]) -> str:
    return f"{pair[0]:,} of {pair[1]:,}"
