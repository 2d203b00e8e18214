"""What a decoder said, believed only where it can be true: it has read a hostile file."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.alike import SPOTS
from dsl_desk.domain.picture import (
    Decoded,
    DecodeTrouble,
    Oddity,
    PictureFacts,
    PictureSort,
    Pixels,
)
from dsl_desk.system.frames import FrameError, read_exactly, read_frame

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.system.frames import Frame

_WIDEST_SAID: Final = 1 << 31
_MOST_EXIF: Final = 200
_MOST_WORDS: Final = 200_000
_MOST_FRAMES: Final = 1000
_LIKENESS: Final = re.compile(r"[0-9a-f]{16}")
_PER_PIXEL: Final = 4


class Told:
    """The answer, as far as it has come."""

    def __init__(self, widest: int) -> None:
        self.ended = False  # it said that this was all
        self.walls: tuple[str, ...] = ()
        self._widest = widest
        self.sort: PictureSort | None = None
        self._facts = PictureFacts(PictureSort.OTHER)
        self._pixels: Pixels | None = None
        self._trouble: DecodeTrouble | None = None
        self._hearing: dict[str, Callable[[object], None]] = {
            "walls": self._hear_walls,
            "sort": self._hear_sort,
            "size": self._hear_size,
            "pages": self._hear_pages,
            "taken_at": self._hear_taken,
            "exif": self._hear_exif,
            "words": self._hear_words,
            "likeness": self._hear_likeness,
            "spots": self._hear_spots,
            "odd": self._hear_odd,
            "trouble": self._hear_trouble,
        }

    def listen(self, fd: int) -> None:
        """Hear all of it; FrameError for anything no decoder of ours would say."""
        for _ in range(_MOST_FRAMES):
            frame = read_frame(fd)
            if frame is None or frame == {"end": True}:
                self.ended = frame is not None
                return
            try:
                self._hear(fd, frame)
            except (ValueError, TypeError):
                raise FrameError from None
        raise FrameError

    def decoded(self, otherwise: DecodeTrouble) -> Decoded:
        """Return what it comes to; `otherwise` where the decoder did not come to its end."""
        trouble = self._trouble if self.ended else otherwise
        return Decoded(self._facts, self._pixels, None if self._pixels is not None else trouble)

    def add(self, oddity: Oddity) -> None:
        """Note something odd, once."""
        if oddity not in self._facts.odd:
            self._facts = replace(self._facts, odd=(*self._facts.odd, oddity))

    def _hear(self, fd: int, frame: Frame) -> None:
        ((what, fact),) = frame.items()
        if what == "pixels":
            self._pixels = self._look(fd, fact)
        elif what in self._hearing:
            self._hearing[what](fact)
        else:
            raise ValueError

    def _look(self, fd: int, fact: object) -> Pixels:
        width, height = _numbers(fact, 2, self._widest)
        if self._pixels is not None or not width or not height:
            raise ValueError
        rgba = read_exactly(fd, width * height * _PER_PIXEL)
        if rgba is None:
            raise ValueError
        return Pixels(width, height, bytes(rgba))

    def _hear_walls(self, fact: object) -> None:
        self.walls = tuple(_words(fact, 4, 20))

    def _hear_sort(self, fact: object) -> None:
        self.sort = PictureSort(fact)
        self._facts = replace(self._facts, sort=self.sort)

    def _hear_size(self, fact: object) -> None:
        width, height = _numbers(fact, 2, _WIDEST_SAID)
        self._facts = replace(self._facts, width=width, height=height)

    def _hear_pages(self, fact: object) -> None:
        (pages,) = _numbers([fact], 1, _WIDEST_SAID)
        self._facts = replace(self._facts, pages=pages)

    def _hear_taken(self, fact: object) -> None:
        self._facts = replace(self._facts, taken_at=datetime.fromisoformat(*_words([fact], 1, 40)))

    def _hear_exif(self, fact: object) -> None:
        name, value = _words(fact, 2, 400)
        if len(self._facts.exif) >= _MOST_EXIF:
            raise ValueError
        self._facts = replace(self._facts, exif=(*self._facts.exif, (name, value)))

    def _hear_words(self, fact: object) -> None:
        words = self._facts.words + _words([fact], 1, _MOST_WORDS)[0]
        if len(words) > _MOST_WORDS:
            raise ValueError
        self._facts = replace(self._facts, words=words)

    def _hear_likeness(self, fact: object) -> None:
        (likeness,) = _words([fact], 1, 16)
        if not _LIKENESS.fullmatch(likeness):
            raise ValueError
        self._facts = replace(self._facts, likeness=likeness)

    def _hear_spots(self, fact: object) -> None:
        if not isinstance(fact, str) or not SPOTS.fullmatch(fact):
            raise ValueError
        self._facts = replace(self._facts, spots=fact)

    def _hear_odd(self, fact: object) -> None:
        self.add(Oddity(fact))

    def _hear_trouble(self, fact: object) -> None:
        self._trouble = DecodeTrouble(fact)


def _numbers(fact: object, count: int, most: int) -> list[int]:
    """Return so many whole numbers from nought to `most`."""
    if not isinstance(fact, list) or len(fact) != count:
        raise ValueError
    numbers = [number for number in fact if type(number) is int and 0 <= number <= most]
    if len(numbers) != count:
        raise ValueError
    return numbers


def _words(fact: object, most: int, longest: int) -> list[str]:
    """Return at most so many texts, none longer than `longest`."""
    if not isinstance(fact, list) or len(fact) > most:
        raise ValueError
    words = [text for text in fact if isinstance(text, str) and len(text) <= longest]
    if len(words) != len(fact):
        raise ValueError
    return words
