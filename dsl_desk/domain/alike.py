"""Whether two pictures are the same: smaller, recompressed, or one cut out of the other.

A picture is known by its whole (`picture.distance`) and by its spots: places that stand out, each
with 64 bits of what surrounds it. Spots of two pictures agree where few of their bits differ. That
happens by chance; that many agree on one shift and one scale does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.picture import distance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LEVELS: Final = 10
STEP: Final = 0.8409  # each level is smaller by a fourth root of two
PLACES: Final = 1 << 12  # a place is told in parts of the longer side
MOST_SPOTS: Final = 160
BITS_APART: Final = 10  # of 64
ENOUGH: Final = 12  # spots that agree: then it is the same, whatever the wholes say
ENOUGH_BESIDE: Final = 6  # spots that agree, where the wholes are near
WHOLES_APART: Final = 10
WHOLES_ALONE: Final = 4  # where one of the two has too few spots to be asked
_FEW: Final = 12
_NEAR: Final = 120  # places: so far off its place a spot may be
_SHIFTS: Final = (0, 16, 32, 48)
_PIECE: Final = 0xFFFF
_WORTH_IT: Final = 3
_SPOT: Final = re.compile(r"([0-9a-f]{16})([0-9a-f]{3})([0-9a-f]{3})([0-9a])")
SPOTS: Final = re.compile(rf"(?:[0-9a-f]{{22}}[0-9]){{0,{MOST_SPOTS}}}")


@dataclass(frozen=True)
class Spot:
    """A place that stands out: what surrounds it, where it is, and at which size it was seen."""

    bits: int
    x: int
    y: int
    level: int


@dataclass(frozen=True)
class Likeness:
    """All that a picture is known by."""

    whole: str = field(default="", repr=False)
    spots: tuple[Spot, ...] = field(default=(), repr=False)


def as_text(spots: Iterable[Spot]) -> str:
    """Return spots as an entry keeps them."""
    return "".join(f"{one.bits:016x}{one.x:03x}{one.y:03x}{one.level}" for one in spots)


def spots_in(text: str) -> tuple[Spot, ...]:
    """Return the spots that stand in a text of ours."""
    return tuple(
        Spot(int(bits, 16), int(x, 16), int(y, 16), int(level))
        for bits, x, y, level in _SPOT.findall(text)
    )


class Asked:
    """One picture, made ready to be held beside many."""

    def __init__(self, likeness: Likeness) -> None:
        self._likeness = likeness
        self._pieces: tuple[dict[int, list[int]], ...] = tuple({} for _ in _SHIFTS)
        for one in likeness.spots:
            for shift, bits in zip(_SHIFTS, self._pieces, strict=True):
                bits.setdefault(one.bits >> shift & _PIECE, []).append(one.bits)

    def is_same(self, other: Likeness) -> bool:
        """Tell whether another picture is this one, smaller, recompressed or cut."""
        mine = self._likeness
        apart = distance(mine.whole, other.whole)
        if min(len(mine.spots), len(other.spots)) < _FEW:
            return apart is not None and apart <= WHOLES_ALONE
        near = apart is not None and apart <= WHOLES_APART
        if not near and not self._may_be(other.spots):
            return False
        needed = ENOUGH_BESIDE if near else ENOUGH
        return agreeing(pairs_of(mine.spots, other.spots)) >= needed

    def _may_be(self, others: Iterable[Spot]) -> bool:
        """Tell quickly whether it is worth holding every spot beside every other.

        Spots that agree mostly have a quarter of their bits wholly alike; of many that agree,
        some have. A stranger's seldom have.
        """
        met = 0
        for other in others:
            met += self._meets(other.bits)
            if met >= _WORTH_IT:
                return True
        return False

    def _meets(self, bits: int) -> bool:
        return any(
            (bits ^ mine).bit_count() <= BITS_APART
            for shift, pieces in zip(_SHIFTS, self._pieces, strict=True)
            for mine in pieces.get(bits >> shift & _PIECE, ())
        )


def pairs_of(mine: Sequence[Spot], others: Sequence[Spot]) -> list[tuple[Spot, Spot]]:
    """Return the spots of both that have nearly the same bits."""
    return [
        (one, two)
        for one in mine
        for two in others
        if (one.bits ^ two.bits).bit_count() <= BITS_APART
    ]


def agreeing(pairs: Sequence[tuple[Spot, Spot]]) -> int:
    """Return how many spots agree on one scale and one shift: the most of any."""
    return max((_with(one, two, pairs) for one, two in pairs), default=0)


def _with(one: Spot, two: Spot, pairs: Sequence[tuple[Spot, Spot]]) -> int:
    """Return how many spots lie where they would, if this pair were right."""
    levels = two.level - one.level  # a cut makes what is left larger, and seen further down
    scale = STEP**-levels
    across, down = two.x - one.x * scale, two.y - one.y * scale
    near = _NEAR * max(1.0, scale)
    return len(
        {
            (a.x, a.y)
            for a, b in pairs
            if abs(b.level - a.level - levels) <= 1
            and abs(b.x - a.x * scale - across) < near
            and abs(b.y - a.y * scale - down) < near
        }
    )
