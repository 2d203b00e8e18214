"""From a spot of one request to its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.leaving import PaperSort, Wish
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot, answering_of, where_read
from dsl_desk.ui.shell.way_out import out_at
from dsl_desk.ui.subject.decision_page import DecisionPage
from dsl_desk.ui.subject.means import Means as SubjectMeans
from dsl_desk.ui.subject.page import SubjectPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.ids import RecordId
    from dsl_desk.ui.kit.page import Page
    from dsl_desk.ui.shell.means import Means

    Go = Callable[[Spot], None]

_COPY, _SCHEDULE = PaperSort.SUBJECT_COPY, PaperSort.SUBJECT_SCHEDULE
_DECIDE = "decide"


class SubjectMakers:
    """Makes the pages of a request and joins their wishes to the window."""

    def __init__(self, means: Means, go: Go) -> None:
        self._means = SubjectMeans(means.worker, means.drafts, means.clock)
        self._go = go

    def page_for(self, request: RecordId, wish: str) -> Page:
        """Make the page of a request, or of a decision about some of its records."""
        act, _, rest = wish.partition(" ")
        part, _, records = rest.partition(" ")
        if act == _DECIDE:
            page = DecisionPage(self._means, request, Compartment(part), tuple(records.split(",")))
            page.done.connect(lambda _one: page.back_wanted.emit())
            return page
        return self._standing(request)

    def _standing(self, request: RecordId) -> Page:
        page = SubjectPage(self._means, request)
        page.decide_wanted.connect(
            lambda part, records: self._open(request, f"{_DECIDE} {part} {records}")
        )
        page.copy_wanted.connect(lambda part: self._leave(_COPY, request, part))
        page.schedule_wanted.connect(lambda part: self._leave(_SCHEDULE, request, part))
        page.read_wanted.connect(lambda kind, record: self._go(where_read(kind, record)))
        return page

    def _leave(self, sort: PaperSort, request: RecordId, part: str) -> None:
        self._go(out_at(Place.REGISTERS, Wish(sort, request, narrowed=(part,))))

    def _open(self, request: RecordId, wish: str) -> None:
        spot = answering_of(request)
        self._go(Spot(Place.REGISTERS, f"{spot.what} {wish}"))
