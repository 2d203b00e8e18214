"""From a spot of Policy or Insights to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.ui.checking.finding_page import FindingPage
from dsl_desk.ui.checking.means import Means as CheckingMeans
from dsl_desk.ui.checking.page import CheckingPage
from dsl_desk.ui.insights.means import Means as InsightsMeans
from dsl_desk.ui.insights.page import InsightsPage
from dsl_desk.ui.policy.means import Means as PolicyMeans
from dsl_desk.ui.policy.page import PolicyPage
from dsl_desk.ui.settings.calendar_page import CalendarPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import CALENDAR, CHECKING, Spot, checked_in, finding_of, where_read
from dsl_desk.ui.shell.way_out import out_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.ui.kit.page import Page
    from dsl_desk.ui.shell.means import Means


class PolicyMakers:
    """Makes the page of the policy with its calendar, and that of the patterns."""

    def __init__(self, means: Means, go: Callable[[Spot], None]) -> None:
        self._means, self._go = means, go

    def insights(self, what: str) -> Page:
        """Make the page of patterns, or of checking by somebody else."""
        means = self._means
        if (part := checked_in(what)) is not None:
            return self._checking(part)
        page = InsightsPage(InsightsMeans(means.worker, means.errands, means.ask))
        page.concern_wanted.connect(lambda record: self._go(Spot(Place.CONCERNS, record)))
        page.check_wanted.connect(lambda: self._go(CHECKING))
        page.paper_wanted.connect(lambda wish: self._go(out_at(Place.INSIGHTS, wish)))
        return page

    def _checking(self, part: str) -> Page:
        means = CheckingMeans(self._means.worker, self._means.drafts, self._means.clock)
        if part:
            finding = FindingPage(means, Compartment(part))
            finding.done.connect(lambda _check: finding.back_wanted.emit())
            return finding
        page = CheckingPage(means)
        page.read_wanted.connect(lambda kind, record: self._go(where_read(kind, record)))
        page.finding_wanted.connect(lambda one: self._go(finding_of(one)))
        page.paper_wanted.connect(lambda wish: self._go(out_at(Place.INSIGHTS, wish)))
        return page

    def page_for(self, what: str) -> Page:
        """Make the calendar, or the policy."""
        means = self._means
        if what == CALENDAR.what:
            return CalendarPage(means)
        page = PolicyPage(PolicyMeans(means.worker, means.ask, means.clock))
        page.calendar_wanted.connect(lambda: self._go(CALENDAR))
        return page
