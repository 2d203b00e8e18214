"""What is known of a file from outside once the decoder has looked at it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime


class PictureSort(Enum):
    """What a file is by its content, whatever its name says."""

    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"
    GIF = "gif"
    BMP = "bmp"
    TIFF = "tiff"
    HEIC = "heic"
    PDF = "pdf"
    TEXT = "text"
    PAGE = "page"  # a saved web page
    SOUND = "sound"
    FILM = "film"
    OTHER = "other"


class Oddity(Enum):
    """Something about a file that whoever relies on it should know."""

    OTHER_NAME = "other_name"
    CUT_SHORT = "cut_short"
    MORE_AFTER_END = "more_after_end"
    ACTIVE = "active"  # a PDF with scripts, files within, or something it wants to start
    LOCKED = "locked"
    MORE_WORDS = "more_words"


class DecodeTrouble(Enum):
    """Why a file is kept, and not shown."""

    TOO_LARGE = "too_large"
    TOO_LONG = "too_long"
    TOO_MUCH_MEMORY = "too_much_memory"
    CRASHED = "crashed"
    NOT_SHOWN = "not_shown"
    DAMAGED = "damaged"


@dataclass(frozen=True)
class PictureFacts:
    """What the content says. Sizes are as the picture is seen, once turned upright.

    `pages` of a moving picture is counted for a moment only: "at least so many".
    `taken_at` is the camera's own word, and has no zone where the camera gave none.
    """

    sort: PictureSort
    width: int = 0
    height: int = 0
    pages: int = 0
    taken_at: datetime | None = field(default=None, repr=False)
    exif: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    words: str = field(default="", repr=False)
    likeness: str = field(default="", repr=False)
    spots: str = field(default="", repr=False)  # alike.as_text
    odd: tuple[Oddity, ...] = ()


@dataclass(frozen=True)
class Pixels:
    """A picture to show: four bytes a pixel (red, green, blue, opacity), row by row."""

    width: int
    height: int
    rgba: bytes = field(repr=False)


@dataclass(frozen=True)
class Decoded:
    """What came back: always the facts that could be learned, then a picture or a trouble."""

    facts: PictureFacts
    pixels: Pixels | None = None
    trouble: DecodeTrouble | None = None


_ENDINGS: Final = {
    PictureSort.PNG: ("png",),
    PictureSort.JPEG: ("jpg", "jpeg", "jpe", "jfif"),
    PictureSort.WEBP: ("webp",),
    PictureSort.GIF: ("gif",),
    PictureSort.BMP: ("bmp", "dib"),
    PictureSort.TIFF: ("tif", "tiff"),
    PictureSort.HEIC: ("heic", "heif"),
    PictureSort.PDF: ("pdf",),
    PictureSort.TEXT: ("txt", "csv", "log", "md"),
    PictureSort.PAGE: ("htm", "html", "xhtml", "mht", "mhtml"),
    PictureSort.SOUND: ("mp3", "m4a", "wav", "ogg", "opus", "aac", "flac", "amr", "wma"),
    PictureSort.FILM: ("mp4", "mov", "m4v", "avi", "mkv", "webm", "3gp", "wmv", "mpg", "mpeg"),
}
_SORT_OF: Final = {ending: sort for sort, endings in _ENDINGS.items() for ending in endings}


def sort_by_name(untrusted_name: str) -> PictureSort | None:
    """Return what a name says a file is; None where its ending says nothing we know."""
    _, dot, ending = untrusted_name.strip(" .").rpartition(".")
    return _SORT_OF.get(ending.lower()) if dot else None


def name_is_odd(untrusted_name: str, sort: PictureSort) -> bool:
    """Tell whether a name says something else than the content does."""
    said = sort_by_name(untrusted_name)
    return said is not None and said is not sort


def distance(likeness: str, other: str) -> int | None:
    """Return how many bits two likenesses differ by (0 to 64); None where one has none.

    Ten or fewer: the same picture, smaller, recompressed or with a margin of 5 % cut off; one pair
    of strangers in some hundred is as near. What is cut further is known by its parts (`alike`).
    """
    if not likeness or len(likeness) != len(other):
        return None
    return (int(likeness, 16) ^ int(other, 16)).bit_count()
