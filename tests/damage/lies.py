"""Pictures that lie about how large they are."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from tests.damage.made import Hostile, plain
from tests.damage.whole import a_png, chunk, squeezed, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = ((0, 0), (1, 0x7FFFFFFF), (0x7FFFFFFF, 1), (65535, 65535), (0xFFFFFFFF, 0xFFFFFFFF))
SMALL = ((0, 0), (0, 65535), (65535, 65535), (65535, 1), (30000, 20000))


def made() -> Iterator[Hostile]:
    """Yield them."""
    for wide, high in SIZES:
        data = chunk(b"IDAT", squeezed(5000))
        yield plain(f"PNG says {wide} by {high}", "a.png", a_png(wide, high, 8, 2, data))
        yield plain(f"BMP says {wide} by {high}", "a.bmp", _bmp(wide, high))
        yield plain(f"TIFF says {wide} by {high}", "a.tif", tiff_of({256: wide, 257: high}))
        yield plain(f"HEIC says {wide} by {high}", "a.heic", _heic(wide, high))
    for wide, high in SMALL:
        yield plain(f"JPEG says {wide} by {high}", "a.jpg", _jpeg(wide, high))
        yield plain(f"GIF says {wide} by {high}", "a.gif", _gif(wide, high))
        yield plain(f"WebP says {wide} by {high}", "a.webp", _webp(wide, high))
    for depth, colour in ((16, 6), (1, 3), (8, 9), (255, 255), (3, 2)):
        data = chunk(b"IDAT", squeezed(5000))
        name = f"PNG of {depth} bits and colour {colour}"
        yield plain(name, "a.png", a_png(40, 40, depth, colour, data))


def _bmp(wide: int, high: int) -> bytes:
    good = whole("BMP")
    return good[:18] + struct.pack("<II", wide, high) + good[26:]


def _jpeg(wide: int, high: int) -> bytes:
    good = whole("JPEG")
    at = good.rindex(b"\xff\xc0") + 5
    return good[:at] + struct.pack(">HH", high, wide) + good[at + 4 :]


def _gif(wide: int, high: int) -> bytes:
    good = whole("GIF")
    frame = good.index(b",\0\0\0\0")
    size = struct.pack("<HH", wide, high)
    return good[:6] + size + good[10 : frame + 5] + size + good[frame + 9 :]


def _webp(wide: int, high: int) -> bytes:
    canvas = struct.pack("<I", max(0, wide - 1) & 0xFFFFFF)[:3]
    canvas += struct.pack("<I", max(0, high - 1) & 0xFFFFFF)[:3]
    body = b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4) + canvas + whole("WEBP")[12:]
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _heic(wide: int, high: int) -> bytes:
    good = whole("HEIC")
    at = good.index(b"ispe") + 8
    return good[:at] + struct.pack(">II", wide, high) + good[at + 8 :]


def tiff_of(tags: dict[int, int], more: bytes = b"", following: int = 0) -> bytes:
    """A TIFF with one directory of whole numbers, its data, and where the next one stands."""
    tags = {256: 8, 257: 8, 258: 8, 259: 1, 262: 1, 273: 8, 277: 1, 278: 8, 279: 64} | tags
    entries = b"".join(
        struct.pack("<HHII", tag, 4, 1, value) for tag, value in sorted(tags.items())
    )
    directory = struct.pack("<H", len(tags)) + entries + struct.pack("<I", following)
    return b"II*\0" + struct.pack("<I", 8) + directory + bytes(64) + more
