"""How wide the columns of a table are in the room there is: some narrow, some leave, none hide."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Gives(Enum):
    """What a column gives up first where there is too little room."""

    NOTHING = "nothing"
    WIDTH = "width"
    PLACE = "place"


@dataclass(frozen=True)
class Wish:
    """How wide a column would like to be, how narrow it can be, and what it gives."""

    wide: int
    least: int
    gives: Gives


def widths_in(room: int, wishes: Sequence[Wish]) -> tuple[int, ...]:
    """Return each column's width; nothing for one that leaves, and the last of those goes first.

    What fits nowhere is left to the scroll bar: no column gets narrower than it can be read.
    """
    shown = set(range(len(wishes)))
    for number in reversed([at for at, wish in enumerate(wishes) if wish.gives is Gives.PLACE]):
        if sum(_least(wishes[at]) for at in shown) <= room:
            break
        shown.discard(number)
    widths = {at: wishes[at].wide for at in shown}
    for at in sorted(shown, key=lambda at: wishes[at].wide - _least(wishes[at]), reverse=True):
        too_much = max(0, sum(widths.values()) - room)
        widths[at] -= min(too_much, wishes[at].wide - _least(wishes[at]))
    return tuple(widths.get(at, 0) for at in range(len(wishes)))


def _least(wish: Wish) -> int:
    return min(wish.wide, wish.least) if wish.gives is Gives.WIDTH else wish.wide
