"""What can be done about a concern, page by page: amending it, a call, a reminder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.app.tour.waiting import TourStuckError, until
from dsl_desk.ui.concerns.acts import DISAGREEMENT
from dsl_desk.ui.concerns.amend_page import AmendPage
from dsl_desk.ui.concerns.call_page import CallPage
from dsl_desk.ui.concerns.concern_page import ConcernPage
from dsl_desk.ui.shell.spot import amend_of, call_of, remind_of

if TYPE_CHECKING:
    from dsl_desk.app.tour.album import Album
    from dsl_desk.ui.shell.window import DeskWindow

PICTURES: Final = 4


def look_at_acts(window: DeskWindow, album: Album) -> None:
    """Look at each, from the page of a concern, and come back to it."""
    here = window.stack.spot
    page = window.stack.page
    if not isinstance(page, ConcernPage):
        raise TourStuckError
    page.acts.wanted.emit(DISAGREEMENT)
    album.take(window, "15b-concern-disagreement")
    window.go(amend_of(here.what))
    amend = window.stack.page
    until(lambda: isinstance(amend, AmendPage) and amend.form)
    if isinstance(amend, AmendPage) and amend.form:
        album.take(window, "15c-amend")
    window.go(here)
    window.go(call_of(here.what))
    call = window.stack.page
    until(lambda: isinstance(call, CallPage) and call.form)
    album.take(window, "15d-on-a-call")
    window.go(here)
    window.go(remind_of(here.what))
    album.take(window, "15e-reminder-about-a-concern")
    window.go(here)
