"""The tour of a living school: what a member of a training vault finds, place by place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.app.paths import resources
from dsl_desk.app.real_desk import RealDesk
from dsl_desk.app.tour.insights import look_at_insights
from dsl_desk.app.tour.waiting import TourStuckError, until
from dsl_desk.app.wiring import this_place
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.services.everything import every_record
from dsl_desk.ui.insights.page import InsightsPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import KEEPING, Spot, where_read

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from dsl_desk.app.tour.album import Album
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.shell.window import DeskWindow

_READ: Final = (
    *("concern", "viewing", "evidence", "conversation", "sharing_copy", "handed_in"),
    *("words_only", "allegation", "low_level", "declaration"),
    *(name.value for name in RegisterName),
)
_OF_A_CHILD: Final = "person"


@dataclass
class Living:
    """A desk that is open in a training vault, and what is looked at in it."""

    desk: RealDesk
    window: DeskWindow
    spots: tuple[tuple[str, Spot], ...]

    def walk(self, album: Album) -> None:
        """Take a picture of every place, of Insights in all its ways, and of each record."""
        album.worker = self.desk.worker
        for nth, place in enumerate(self.window.rail.offered(), 1):
            self._take(album, f"{nth:02}-{place.name.lower()}", Spot(place))
            if place is Place.INSIGHTS and _is_read(self.window):
                look_at_insights(self.window, album)
        self._take(album, "91-what-is-kept-and-how-long", KEEPING)
        for name, spot in self.spots:
            self._take(album, f"92-{name}", spot)

    def end(self) -> None:
        """Close the window and lock the vault."""
        self.desk.end()

    def _take(self, album: Album, name: str, spot: Spot) -> None:
        self.window.go(spot)
        album.take(self.window, name)


def _is_read(window: DeskWindow) -> bool:
    """Tell whether this member may count concerns; else the page has said that they may not."""
    page = window.stack.page
    return isinstance(page, InsightsPage) and page.is_read


def opened(app: QApplication, vault: Path, member: MemberId, key: bytes) -> Living:
    """Open a training vault as its windows do; nothing goes on by itself while we look."""
    desk = RealDesk(app, vault, resources(), this_place())
    shown: list[bool] = []
    desk.opened.connect(lambda: shown.append(True))
    desk.enter(member, key)
    until(lambda: shown)
    if desk.window is None:
        raise TourStuckError
    desk.window.rounds.end()
    found: list[tuple[tuple[str, Spot], ...]] = []
    desk.worker.ask(desk.window, _one_of_each, found.append)
    until(lambda: found)
    return Living(desk, desk.window, found[0])


def _one_of_each(desk: Desk) -> tuple[tuple[str, Spot], ...]:
    """Return where the oldest record of each kind is read, and the first child's file."""
    first: dict[str, str] = {}
    for line in every_record(desk.sitting):
        first.setdefault(line.kind, line.id)
    kinds = (_OF_A_CHILD, *_READ)
    return tuple((kind, where_read(kind, first[kind])) for kind in kinds if kind in first)
