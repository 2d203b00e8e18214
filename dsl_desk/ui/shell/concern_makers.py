"""From a spot of the concerns to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import PaperSort
from dsl_desk.ui.concerns.acts import AMEND, CALL, COMPARE, HANDED, LOOK, MISFILED, REMIND
from dsl_desk.ui.concerns.amend_page import AmendPage
from dsl_desk.ui.concerns.call_page import CallPage
from dsl_desk.ui.concerns.compare_page import ComparePage
from dsl_desk.ui.concerns.concern_page import ConcernPage
from dsl_desk.ui.concerns.list_page import ConcernsPage
from dsl_desk.ui.concerns.means import Means as ConcernMeans
from dsl_desk.ui.concerns.misfiling_page import MisfilingPage
from dsl_desk.ui.concerns.record_page import RecordPage
from dsl_desk.ui.shell.leaving_makers import leaving_page
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import (
    CONCERNS,
    NEW,
    NEW_CONCERN,
    Spot,
    amend_of,
    amended_in,
    call_of,
    called_in,
    compare_of,
    compared_in,
    filter_in,
    handed_in_about,
    keeping_of,
    leave_of,
    leaves_in,
    look_about,
    misfiled_in,
    misfiling_of,
    narrowed_in,
    remind_of,
)
from dsl_desk.ui.shell.way_out import out_at

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.concern_list import Narrowing
    from dsl_desk.ui.kit.page import Page
    from dsl_desk.ui.shell.means import Means

    Go = Callable[[Spot], None]

# Where the acts of a concern lead that have a page of their own (ui/concerns/acts.py).
_LEADS_TO: Final[Mapping[str, Callable[[str], Spot]]] = {
    AMEND: amend_of,
    CALL: call_of,
    COMPARE: compare_of,
    HANDED: handed_in_about,
    LOOK: look_about,
    MISFILED: misfiling_of,
    REMIND: remind_of,
}


class ConcernMakers:
    """Makes the pages of concerns and joins their wishes to the window."""

    def __init__(self, means: Means, go: Go, become: Go) -> None:
        self._means, self._go, self._become = means, go, become

    def page_for(self, what: str) -> Page:
        """Make the list, the form of a new concern, one concern, or a form about one."""
        if what == NEW:
            return self._new_concern()
        if not what or narrowed_in(what):
            return self._concerns(narrowed_in(what))
        pages: tuple[tuple[Callable[[str], str], Callable[[RecordId], Page]], ...] = (
            (compared_in, self._compare),
            (called_in, self._call),
            (amended_in, self._amend),
            (misfiled_in, self._misfiling),
            (leaves_in, self._leave),
            (filter_in, self._concerns),
        )
        named = ((record_in(what), make) for record_in, make in pages)
        record, make = next(((one, make) for one, make in named if one), (what, self._concern))
        return make(RecordId(record))

    def _compare(self, record: RecordId) -> Page:
        return ComparePage(self._means.worker, record)

    def _concerns(self, begin: Narrowing | RecordId | None = None) -> Page:
        page = ConcernsPage(self._for_concerns(), begin)
        page.concern_wanted.connect(self._open_concern)
        page.record_wanted.connect(lambda: self._go(NEW_CONCERN))
        return page

    def _new_concern(self) -> Page:
        means = self._means
        page = RecordPage(means.worker, means.drafts, means.clock)
        page.recorded.connect(self._recorded)
        return page

    def _concern(self, what: str) -> Page:
        name, _, duty = what.partition("/")
        record = RecordId(name)
        page = ConcernPage(self._for_concerns(), record)
        page.duties.lead_to(duty)
        page.act_wanted.connect(lambda act: self._go(_LEADS_TO[act](record)))
        page.keeping_wanted.connect(lambda: self._go(keeping_of(record)))
        page.copy_wanted.connect(lambda: self._go(leave_of(record)))
        page.evidence.wanted.connect(lambda one: self._go(Spot(Place.EVIDENCE, one)))
        page.waiting.paper_wanted.connect(lambda wish: self._go(out_at(Place.CONCERNS, wish)))
        return page

    def _leave(self, record: RecordId) -> Page:
        return leaving_page(self._means, PaperSort.ENTRY, record)

    def _misfiling(self, record: RecordId) -> Page:
        page = MisfilingPage(self._for_concerns(), record)
        page.done.connect(lambda concern: self._become(Spot(CONCERNS.place, concern)))
        return page

    def _amend(self, record: RecordId) -> Page:
        page = AmendPage(self._for_concerns(), record)
        page.done.connect(lambda one: self._become(Spot(CONCERNS.place, one)))
        return page

    def _call(self, about: str) -> Page:
        page = CallPage(self._for_concerns(), None if about == NEW else RecordId(about))
        page.done.connect(lambda one: self._become(Spot(CONCERNS.place, one)))
        return page

    def _for_concerns(self) -> ConcernMeans:
        means = self._means
        return ConcernMeans(means.worker, means.errands, means.drafts, means.ask, means.clock)

    def _open_concern(self, record: str) -> None:
        self._go(Spot(CONCERNS.place, record))

    def _recorded(self, concern: Concern) -> None:
        # The form has become a record: Back leads to where the form was opened from.
        self._become(Spot(CONCERNS.place, concern.id))
