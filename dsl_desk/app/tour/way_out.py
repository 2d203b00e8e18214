"""The way out of a concern, step by step, up to its real pages; nothing leaves on a tour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.app.tour.waiting import TourStuckError, until
from dsl_desk.domain.leaving import RecipientSort
from dsl_desk.ui.leaving.page import LeavingPage
from dsl_desk.ui.leaving.way import HOW, PAGES, WHAT
from dsl_desk.ui.leaving.whom_step import SORTS
from dsl_desk.ui.shell.spot import leave_of

if TYPE_CHECKING:
    from dsl_desk.app.tour.album import Album
    from dsl_desk.ui.shell.window import DeskWindow

PICTURES: Final = 4


def look_at_way_out(window: DeskWindow, album: Album) -> None:
    """Look at each step, from the page of a concern, and come back to it."""
    here = window.stack.spot
    window.go(leave_of(here.what))
    page = window.stack.page
    if not isinstance(page, LeavingPage):
        raise TourStuckError
    until(page.next.isEnabled)
    page.whom.sort.setCurrentIndex(SORTS.index(RecipientSort.SOCIAL_CARE) + 1)
    page.whom.who.setText("Tansy Hollybank")
    page.whom.organisation.setText("Sedge Vale children's services")
    page.whom.purpose.setPlainText("Strategy meeting on 24 November")
    page.whom.sort_chosen.emit()
    album.take(window, "15f-leaving-for-whom")
    page.finish()
    until(lambda: page.step == WHAT)
    album.take(window, "15g-leaving-what-goes-in")
    page.finish()
    until(lambda: page.step == HOW)
    album.take(window, "15h-leaving-how")
    page.finish()
    until(lambda: page.step == PAGES and not page.next.is_busy())
    album.take(window, "15i-leaving-the-pages")
    window.go(here)
