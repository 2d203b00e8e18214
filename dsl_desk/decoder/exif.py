"""What was written into a picture by the device it comes from, as text."""

from __future__ import annotations

import struct
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PIL import ExifTags

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL import Image

    from dsl_desk.decoder.telling import Telling

_MOST: Final = 200  # things
_LONGEST: Final = 400  # characters of one
_ORIENTATION: Final = 0x0112
_TAKEN: Final = (0x9003, 0x9004, 0x0132)  # when taken, when made digital, when last written
_UNPRINTABLE: Final = "\N{REPLACEMENT CHARACTER}"
_OFFSET: Final = 0x9011
_PARTS: Final = (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo)
# Pillow reads these bytes leniently, and stumbles in many ways over those that mean harm.
_STUMBLES: Final = (
    OSError,
    SyntaxError,
    ValueError,
    LookupError,
    TypeError,
    ArithmeticError,
    AttributeError,
    struct.error,
)


def orientation(image: Image.Image) -> int:
    """Return how it lies, 1 to 8; 1 where it does not say."""
    try:
        lies = image.getexif().get(_ORIENTATION, 1)
    except _STUMBLES:
        return 1
    return lies if isinstance(lies, int) else 1


def tell_exif(image: Image.Image, telling: Telling) -> None:
    """Tell everything written in it, and when it was taken, as far as it can be read."""
    found: dict[int, str] = {}
    try:
        for number, (tag, name, value) in enumerate(_written(image)):
            if number == _MOST:
                break
            found[tag] = _text(value)
            telling.exif(name[:80], found[tag])
    except _STUMBLES:
        pass  # what was read before stands
    taken = _when([found.get(tag, "") for tag in _TAKEN], found.get(_OFFSET, ""))
    if taken is not None:
        telling.taken(taken)


def _written(image: Image.Image) -> Iterator[tuple[int, str, object]]:
    exif = image.getexif()
    for tag, value in exif.items():
        if tag not in _PARTS:
            yield tag, ExifTags.TAGS.get(tag, f"Tag {tag}"), value
    for part in _PARTS:
        names = ExifTags.GPSTAGS if part is ExifTags.IFD.GPSInfo else ExifTags.TAGS
        first = 0x10000 if part is ExifTags.IFD.GPSInfo else 0  # its numbers begin at nought again
        for tag, value in exif.get_ifd(part).items():
            yield first + tag, names.get(tag, f"Tag {tag}"), value


def _text(value: object) -> str:
    if isinstance(value, bytes):
        value = value[:_LONGEST].decode("latin-1")
    elif isinstance(value, tuple):
        value = ", ".join(str(part) for part in value[:_LONGEST])
    words = str(value)[:_LONGEST].encode("utf-8", "replace").decode("utf-8")
    return "".join(letter if letter.isprintable() else _UNPRINTABLE for letter in words)


def _when(said: list[str], offset: str) -> datetime | None:
    for moment in filter(None, said):
        day, _, time = moment.strip().partition(" ")
        for zone in (offset.strip(), ""):
            try:
                return datetime.fromisoformat(f"{day.replace(':', '-')}T{time}{zone}")
            except ValueError:
                continue
    return None
