"""The tour through the patterns: as pictures, as tables, and behind a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QScrollArea

from dsl_desk.app.tour.waiting import TourStuckError, settle, until
from dsl_desk.domain.insights import WEEK
from dsl_desk.ui.checking.page import CheckingPage
from dsl_desk.ui.insights.page import InsightsPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import CHECKING, TODAY, Spot

if TYPE_CHECKING:
    from dsl_desk.app.tour.album import Album
    from dsl_desk.ui.shell.window import DeskWindow

PICTURES: Final = 6


def look_at_insights(window: DeskWindow, album: Album) -> None:
    """Look at them both ways, and at a list."""
    window.go(Spot(Place.INSIGHTS))
    page = window.stack.page
    if not isinstance(page, InsightsPage):
        raise TourStuckError
    until(lambda: page.is_read)
    album.take(window, "80-insights")
    _scroll_down(page)
    album.take(window, "80b-insights-further-down")
    page.tables.click()
    album.take(window, "81-insights-as-tables")
    _scroll_down(page)
    album.take(window, "81b-insights-as-tables-further-down")
    page.tables.click()
    until(lambda: page.pictures.cards[WEEK].bars)
    page.pictures.cards[WEEK].bars[0].click()
    until(page.behind.isVisible)
    album.take(window, "82-insights-behind-a-bar")
    window.go(CHECKING)
    checking = window.stack.page
    until(lambda: isinstance(checking, CheckingPage) and checking.is_read)
    album.take(window, "83-checking-by-somebody-else")
    window.go(TODAY)


def _scroll_down(page: InsightsPage) -> None:
    """Come to the pictures that a small window does not show at once."""
    settle()
    for sheet in page.findChildren(QScrollArea):
        bar = sheet.verticalScrollBar()
        bar.setValue(bar.maximum())
