"""From a spot of the sealed cases to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.ids import RecordId
from dsl_desk.ui.cases.begin_page import BeginCasePage
from dsl_desk.ui.cases.case_page import CasePage
from dsl_desk.ui.cases.list_page import CasesPage
from dsl_desk.ui.cases.means import Means as CaseMeans
from dsl_desk.ui.shell.spot import CASES, NEW, NEW_CASE, Spot
from dsl_desk.ui.shell.way_out import out_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.ui.kit.page import Page
    from dsl_desk.ui.shell.means import Means

    Go = Callable[[Spot], None]


class CaseMakers:
    """Makes the pages of sealed cases and joins their wishes to the window."""

    def __init__(self, means: Means, go: Go, become: Go) -> None:
        self._means = CaseMeans(
            worker=means.worker,
            drafts=means.drafts,
            clock=means.clock,
            ask=means.ask,
            errands=means.errands,
            face=means.face,
            member=means.member,
        )
        self._go, self._become = go, become

    def page_for(self, what: str) -> Page:
        """Make the list, the form of a new case, or one case."""
        if what == NEW:
            form = BeginCasePage(self._means)
            form.done.connect(lambda case: self._become(Spot(CASES.place, case)))
            return form
        if what:
            case = CasePage(self._means, RecordId(what))
            case.paper_wanted.connect(lambda wish: self._go(out_at(CASES.place, wish)))
            case.gone.connect(lambda: self._become(CASES))
            return case
        page = CasesPage(self._means)
        page.begin_wanted.connect(lambda: self._go(NEW_CASE))
        page.case_wanted.connect(lambda case: self._go(Spot(CASES.place, case)))
        return page
