"""What the desk wants to know of one file, as it reaches the decoder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.system.frames import Frame


@dataclass(frozen=True)
class Wish:
    """How wide the picture may be, which page of it, and how many pixels are too many."""

    widest: int
    page: int
    pixels: int
    length: int  # bytes that follow
    whole: bool  # whether they are all of it
    spots: bool  # whether its parts are to be told, too


class NotShownError(Exception):
    """It is of a kind we do not show, or locked."""


class TooLargeError(Exception):
    """It says that it is larger than we open."""


def wish_of(frame: Frame) -> Wish:
    """Read a wish; it comes from the desk, and a wrong one is a bug."""
    numbers = [frame[name] for name in ("widest", "page", "pixels", "length")]
    widest, page, pixels, length = (n for n in numbers if isinstance(n, int))
    return Wish(widest, page, pixels, length, frame["whole"] is True, frame["spots"] is True)
