"""The tour at the policy: before one is chosen, as a whole, a clause, and beside the form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dsl_desk.app.tour.waiting import TourStuckError, until
from dsl_desk.domain.concern_choices import ConcernSort
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.policy.terms import Recipient
from dsl_desk.ui.concerns.record_page import RecordPage
from dsl_desk.ui.policy.overview import Overview
from dsl_desk.ui.policy.page import PolicyPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import NEW_CONCERN, TODAY, Spot

if TYPE_CHECKING:
    from dsl_desk.app.tour.album import Album
    from dsl_desk.domain.clock import Clock
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.shell.window import DeskWindow
    from dsl_desk.ui.work.worker import Worker

PICTURES: Final = 6
_LAW: Final = "Acts of Parliament"
_ASLEEP: Final = "Sexual abuse"
_CLAUSE: Final = "3.7"
_WHY: Final = "The governors chose it on 1 September"


def look_at_policy(window: DeskWindow, worker: Worker[Desk], clock: Clock, album: Album) -> None:
    """Look at the page with no policy, take one, and see it speak beside a concern."""
    page = _page(window)
    album.take(window, "70-policy-none")
    entry = EntryId(fresh_id(clock.now()))
    taken: list[object] = []
    worker.do(window, lambda desk: desk.policy.adopt("northwood", _WHY, entry), taken.append)
    until(lambda: taken and _CLAUSE in page.clauses.cards)
    album.take(window, "71-policy")
    page.clauses.choose(_CLAUSE)
    album.take(window, "72-policy-clause")
    _look_at_what_is_added(window, page, album)
    window.go(NEW_CONCERN)
    form = window.stack.page
    if not isinstance(form, RecordPage):
        raise TourStuckError
    draft = form.form.draft()
    told: list[object] = []
    form.policy.told.connect(told.append)
    form.policy.follow(replace(draft, sorts=(ConcernSort.PUPIL_CONTACT,)))
    until(lambda: len(form.panel.policy.items) > 1 and told)
    album.take(window, "73-policy-beside-the-form")
    window.go(TODAY)


def _look_at_what_is_added(window: DeskWindow, page: PolicyPage, album: Album) -> None:
    """Look at the form of a duty of our own, and at what sleeps in law and guidance."""
    page.clauses.choose("")
    if isinstance(page.right, Overview):
        page.right.own.add.click()
    form = page.writing
    if form is None:
        raise TourStuckError
    form.words.setText("Ask IT to keep the logs of the filter.")
    form.when.choose_fact("sort: filter_bypass")
    form.whom.choose_one(Recipient.IT)
    form.clause.setText("Staff handbook 4.2")
    until(form.isVisible)
    album.take(window, "72b-policy-own-duty")
    page.step_back()
    page.clauses.which.setCurrentIndex(page.clauses.which.findText(_LAW))
    page.clauses.choose(_ASLEEP)
    album.take(window, "72c-policy-not-in-force")
    page.clauses.which.setCurrentIndex(0)


def _page(window: DeskWindow) -> PolicyPage:
    window.go(Spot(Place.POLICY))
    page = window.stack.page
    if not isinstance(page, PolicyPage):
        raise TourStuckError
    until(lambda: page.is_read)
    return page
