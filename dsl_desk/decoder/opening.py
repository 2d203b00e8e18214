"""One file, from its first byte to the answer. Whatever it does, this process ends afterwards."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, Final

from dsl_desk.decoder import papers, pictures, writing
from dsl_desk.decoder.endings import more_after_end
from dsl_desk.decoder.sorts import HEAD, sort_of
from dsl_desk.decoder.telling import Telling
from dsl_desk.decoder.wish import NotShownError, TooLargeError, wish_of
from dsl_desk.domain.picture import DecodeTrouble, Oddity, PictureSort
from dsl_desk.system.frames import FrameError, PipeEndedError, read_exactly, read_frame

if TYPE_CHECKING:
    from dsl_desk.decoder.wish import Wish

# What the libraries raise over damaged files; anything else ends the process, which is an answer.
_DAMAGES: Final = (
    OSError,
    SyntaxError,
    ValueError,
    LookupError,
    TypeError,
    ArithmeticError,
    AttributeError,
    EOFError,
    RecursionError,
    AssertionError,
    struct.error,
    zlib.error,
)


def prepare() -> None:
    """Load and set up everything: once the walls stand, nothing can be fetched any more."""
    pictures.prepare()
    writing.prepare()


def answer(hears: int, speaks: int, walls: tuple[str, ...]) -> None:
    """Hear one wish and one file, and tell what it is."""
    telling = Telling(speaks)
    try:
        frame = read_frame(hears)
        if frame is None:
            return
        wish = wish_of(frame)
        untrusted = bytes(read_exactly(hears, wish.length) or b"")
        telling.walls(walls)
        _tell(untrusted, wish, telling)
        telling.end()
    except (PipeEndedError, FrameError):
        return  # the desk has gone, or wants no answer any more


def _tell(untrusted: bytes, wish: Wish, telling: Telling) -> None:
    try:
        _look(untrusted, wish, telling)
    except PipeEndedError:
        raise
    except TooLargeError:
        telling.trouble(DecodeTrouble.TOO_LARGE)
    except NotShownError:
        telling.trouble(DecodeTrouble.NOT_SHOWN)
    except MemoryError:
        telling.trouble(DecodeTrouble.TOO_MUCH_MEMORY)
    except _DAMAGES:
        telling.trouble(DecodeTrouble.DAMAGED)


def _look(untrusted: bytes, wish: Wish, telling: Telling) -> None:
    sort = sort_of(untrusted[:HEAD])
    telling.sort(sort)
    if sort in (PictureSort.SOUND, PictureSort.FILM, PictureSort.OTHER):
        raise NotShownError
    if not wish.whole:
        raise TooLargeError
    if more_after_end(sort, untrusted):
        telling.odd(Oddity.MORE_AFTER_END)
    if sort is PictureSort.PDF:
        papers.show_paper(untrusted, wish, telling)
    elif sort is PictureSort.TEXT:
        writing.read_text(untrusted, telling)
    elif sort is PictureSort.PAGE:
        writing.read_page(untrusted, telling)
    else:
        pictures.show_picture(sort, untrusted, wish, telling)
