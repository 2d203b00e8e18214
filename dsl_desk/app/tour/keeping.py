"""The tour through filing and keeping: the wrong person's file, what is kept, and how long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.app.tour.waiting import TourStuckError, until
from dsl_desk.ui.concerns.list_page import ConcernsPage
from dsl_desk.ui.concerns.misfiling_page import MisfilingPage
from dsl_desk.ui.keeping.page import KeepingPage
from dsl_desk.ui.shell.spot import CONCERNS, KEEPING, TODAY, keeping_of, misfiling_of

if TYPE_CHECKING:
    from dsl_desk.app.tour.album import Album
    from dsl_desk.ui.shell.spot import Spot
    from dsl_desk.ui.shell.window import DeskWindow

PICTURES: Final = 4


def look_at_keeping(window: DeskWindow, album: Album) -> None:
    """Look at both pages, once as they open and once with something asked."""
    window.go(CONCERNS)
    listed = window.stack.page
    if not isinstance(listed, ConcernsPage):
        raise TourStuckError
    until(listed.table.model.rowCount)
    concern = listed.table.model.row(0).id
    window.go(misfiling_of(concern))
    filed = window.stack.page
    until(lambda: isinstance(filed, MisfilingPage) and filed.is_read)
    album.take(window, "51-filed-under-the-wrong-person")
    if isinstance(filed, MisfilingPage):
        filed.finish()
        until(lambda: not filed.button.is_busy())
    album.take(window, "52-filed-under-the-wrong-person-needs-a-look")
    _keeping(window, keeping_of(concern))
    album.take(window, "53-how-long-one-record-is-kept")
    _keeping(window, KEEPING)
    album.take(window, "54-what-is-kept-and-how-long")
    window.go(TODAY)


def _keeping(window: DeskWindow, spot: Spot) -> None:
    window.go(spot)
    page = window.stack.page
    until(lambda: isinstance(page, KeepingPage) and page.is_read)
