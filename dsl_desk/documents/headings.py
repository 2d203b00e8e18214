"""Headings that never stand alone: each asks for room for the first lines of what it is over."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from reportlab.platypus import Flowable, Paragraph, Spacer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_TWO_LINES: Final = 40.0
_A_THIRD: Final = 260.0  # what is taller than that begins where it stands, and goes on overleaf
_LOOKED_AT: Final = 4  # pieces below a heading


class Heading:
    """What asks for room below itself, once it comes to stand somewhere."""

    room: Callable[[], float]


class InRows(Flowable):
    """What is made of rows, and can begin with the first of them."""

    def count(self) -> int:
        """Return how many there are."""
        raise NotImplementedError

    def least(self) -> float:
        """Return how much room that needs."""
        raise NotImplementedError


def with_room(story: Sequence[Flowable], wide: float) -> list[Flowable]:
    """Return a story whose headings know how much has to stand on the page below them."""
    told = list(story)
    for at, piece in enumerate(told):
        if isinstance(piece, Heading):
            piece.room = partial(_needed, told[at + 1 : at + 1 + _LOOKED_AT], wide)
    return told


def _needed(below: Sequence[Flowable], wide: float) -> float:
    room = 0.0
    for piece in below:
        if isinstance(piece, InRows):
            return min(room + piece.least(), _A_THIRD)
        if not isinstance(piece, (Paragraph, Spacer)) or isinstance(piece, Heading):
            return room + _TWO_LINES
        room += min(float(piece.wrap(wide, 10_000)[1]), _TWO_LINES)
    return room or _TWO_LINES
