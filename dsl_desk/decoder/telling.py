"""What the decoder says, one fact a frame, as it learns them; `intake/told.py` hears it.

The order is free but for two: `pixels` is followed by so many raw bytes, and `end` is the last.
What was said before a crash or the end of the time is not lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.system.frames import write_all, write_frame

if TYPE_CHECKING:
    from datetime import datetime

    from dsl_desk.domain.picture import DecodeTrouble, Oddity, PictureSort

_PIECE: Final = 10_000  # characters: at most 60,000 bytes, however they are written


class Telling:
    """The way back."""

    def __init__(self, fd: int) -> None:
        self._fd = fd

    def walls(self, walls: tuple[str, ...]) -> None:
        """Say what stands around us."""
        self._tell("walls", list(walls))

    def sort(self, sort: PictureSort) -> None:
        """Say what it is."""
        self._tell("sort", sort.value)

    def size(self, width: int, height: int) -> None:
        """Say how large it says it is, upright."""
        self._tell("size", [width, height])

    def pages(self, pages: int) -> None:
        """Say how many pages or pictures it has."""
        self._tell("pages", pages)

    def taken(self, at: datetime) -> None:
        """Say when the camera says it was taken."""
        self._tell("taken_at", at.isoformat())

    def exif(self, name: str, value: str) -> None:
        """Say one thing that was written into it."""
        self._tell("exif", [name, value])

    def words(self, words: str) -> None:
        """Say its words."""
        for start in range(0, len(words), _PIECE):
            self._tell("words", words[start : start + _PIECE])

    def likeness(self, likeness: str) -> None:
        """Say what it looks like, in 64 bits."""
        self._tell("likeness", likeness)

    def spots(self, spots: str) -> None:
        """Say where it stands out, and what surrounds each place."""
        self._tell("spots", spots)

    def odd(self, oddity: Oddity) -> None:
        """Say what is odd about it."""
        self._tell("odd", oddity.value)

    def trouble(self, trouble: DecodeTrouble) -> None:
        """Say why it cannot be shown."""
        self._tell("trouble", trouble.value)

    def pixels(self, width: int, height: int, rgba: bytes) -> None:
        """Show it."""
        self._tell("pixels", [width, height])
        write_all(self._fd, rgba)

    def end(self) -> None:
        """Say that this was all."""
        self._tell("end", True)

    def _tell(self, what: str, fact: object) -> None:
        write_frame(self._fd, {what: fact})
