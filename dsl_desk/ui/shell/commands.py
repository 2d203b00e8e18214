"""What the palette offers: everything the keys can do, in words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.shell.palette_item import PaletteItem
from dsl_desk.ui.shell.spot import (
    ABOUT,
    CALENDAR,
    CHECKING,
    EVERYTHING,
    KEEPING,
    MANUAL,
    NEW,
    NEW_CONCERN,
    Spot,
    call_of,
    concern_at,
    left_of,
)
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dsl_desk.ui.shell.places import Place


def commands(
    go: Callable[[Spot], None],
    lock: Callable[[], None],
    offered: Sequence[Place],
    here: Spot,
) -> list[PaletteItem]:
    """Return the list in the order people need it; a call is about the concern that is shown."""
    first = [
        PaletteItem(
            "Record a concern",
            Shortcut.RECORD_CONCERN.words,
            partial(go, NEW_CONCERN),
            icon=Icon.PLUS,
        ),
        PaletteItem("Lock now", Shortcut.LOCK.words, lock, icon=Icon.LOCK_KEYHOLE),
        PaletteItem("On a call", "", partial(go, call_of(concern_at(here) or NEW))),
    ]
    places = [
        PaletteItem(
            f"Go to {place.words}",
            f"Ctrl {place.digit}" if place.digit else "",
            partial(go, Spot(place)),
            icon=place.icon,
        )
        for place in offered
    ]
    last = [
        PaletteItem("About DSL Desk", "", partial(go, ABOUT)),
        PaletteItem("Open the manual", Shortcut.EXPLAIN.words, partial(go, MANUAL)),
        PaletteItem("Left for you", "", partial(go, left_of()), icon=Icon.MAIL),
        PaletteItem("What is kept, and how long", "", partial(go, KEEPING)),
        PaletteItem("Take everything out, for another system", "", partial(go, EVERYTHING)),
        PaletteItem("Checking by somebody else", "", partial(go, CHECKING), icon=Icon.EYE),
        PaletteItem("Change the school calendar", "", partial(go, CALENDAR)),
    ]
    return [*first, *places, *last]
