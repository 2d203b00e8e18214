"""A picture as nothing but its pixels: covered for good, written as a PNG that says nothing else.

The PNG has three parts: its size, its rows, its end. There is no place in it for a date, a camera,
a place or an earlier state. Every row is kept as it is, unfiltered, so that it can be read again
here without any library for pictures.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.picture import Pixels

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dsl_desk.domain.sharing_marks import Area

_RGBA: Final = 4
_RGB: Final = 3
_BLACK: Final = b"\x00\x00\x00\xff"
_MARK: Final = b"\x89PNG\r\n\x1a\n"
_HEAD: Final = struct.Struct(">IIBBBBB")
_EIGHT_BITS, _IN_COLOUR = 8, 2
_COUNT: Final = struct.Struct(">I")


class NotPlainError(Exception):
    """These bytes are no picture that was written here."""


@dataclass(frozen=True)
class PlainPicture:
    """Three bytes a pixel (red, green, blue), row by row, and nothing else."""

    width: int
    height: int
    rgb: bytes = field(repr=False)


def covered(pixels: Pixels, areas: Iterable[Area]) -> Pixels:
    """Return a picture in which each of these areas is black, whatever was there."""
    kept, row = bytearray(pixels.rgba), pixels.width * _RGBA
    for area in areas:
        box = area.within(pixels.width, pixels.height)
        black = _BLACK * box.width
        for line in range(box.top, box.top + box.height):
            start = line * row + box.left * _RGBA
            kept[start : start + len(black)] = black
    return Pixels(pixels.width, pixels.height, bytes(kept))


def opaque(picture: PlainPicture) -> Pixels:
    """Return the same picture as it is shown: nothing of it can be seen through."""
    rgba = bytearray(b"\xff" * (picture.width * picture.height * _RGBA))
    for channel in range(_RGB):
        rgba[channel::_RGBA] = picture.rgb[channel::_RGB]
    return Pixels(picture.width, picture.height, bytes(rgba))


def written(picture: PlainPicture) -> bytes:
    """Return a picture as a PNG of three parts."""
    head = _HEAD.pack(picture.width, picture.height, _EIGHT_BITS, _IN_COLOUR, 0, 0, 0)
    packer = zlib.compressobj()
    row = picture.width * _RGB
    # A row at a time, so that no single step holds up whoever else is at work.
    packed = bytearray()
    for start in range(0, len(picture.rgb), row):
        packed += packer.compress(b"\x00" + picture.rgb[start : start + row])
    packed += packer.flush()
    parts = ((b"IHDR", head), (b"IDAT", bytes(packed)), (b"IEND", b""))
    return _MARK + b"".join(_part(name, body) for name, body in parts)


def read_back(png: bytes) -> PlainPicture:
    """Return the picture that `written` wrote; NotPlainError where it was somebody else."""
    parts = tuple(_parts(png))
    if [name for name, _body in parts] != [b"IHDR", b"IDAT", b"IEND"]:
        raise NotPlainError
    width, height, *rest = _HEAD.unpack(parts[0][1])
    row = width * _RGB + 1
    rows = zlib.decompressobj().decompress(parts[1][1], row * height + 1)
    plain = rest == [_EIGHT_BITS, _IN_COLOUR, 0, 0, 0] and len(rows) == row * height
    if not plain or any(rows[::row]):
        raise NotPlainError
    rgb = b"".join(rows[start + 1 : start + row] for start in range(0, len(rows), row))
    return PlainPicture(width, height, rgb)


def _part(name: bytes, body: bytes) -> bytes:
    return _COUNT.pack(len(body)) + name + body + _COUNT.pack(zlib.crc32(name + body))


def _parts(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not png.startswith(_MARK):
        raise NotPlainError
    at = len(_MARK)
    while at < len(png):
        (length,) = _COUNT.unpack_from(png, at)
        body = png[at + 8 : at + 8 + length]
        if png[at : at + 12 + length] != _part(png[at + 4 : at + 8], body):
            raise NotPlainError
        yield png[at + 4 : at + 8], body
        at += 12 + length
