"""What the palette offers: everything the keys can do, in words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.shell.palette_item import PaletteItem
from dsl_desk.ui.shell.spot import CALENDAR, NEW_CONCERN, Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dsl_desk.ui.shell.places import Place


def commands(
    go: Callable[[Spot], None], lock: Callable[[], None], offered: Sequence[Place]
) -> list[PaletteItem]:
    """Return the list in the order people need it."""
    first = [
        PaletteItem("Record a concern", Shortcut.RECORD_CONCERN.words, partial(go, NEW_CONCERN)),
        PaletteItem("Lock now", Shortcut.LOCK.words, lock),
    ]
    places = [
        PaletteItem(
            f"Go to {place.words}",
            f"Ctrl {place.digit}" if place.digit else "",
            partial(go, Spot(place)),
        )
        for place in offered
    ]
    last = [PaletteItem("Change the school calendar", "", partial(go, CALENDAR))]
    return first + places + last
