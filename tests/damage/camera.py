"""What is written into pictures: floods, circles, lies and things that are no such thing."""

from __future__ import annotations

import struct
from functools import partial
from typing import TYPE_CHECKING

from tests.damage.lies import tiff_of
from tests.damage.made import Hostile, late, plain
from tests.damage.whole import chunk, whole

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

Entry = tuple[int, int, int, int]  # tag, type, count, value or where it stands
FLOOD = [(0x9000 + n, 2, 40, 8) for n in range(60_000 // 12 - 10)]
EXIF = {
    "no entry": [],
    "a circle of directories": [(0x8769, 4, 1, 8), (0x8825, 4, 1, 8)],
    "a directory within itself": [(0x8769, 4, 1, 8)],
    "an entry of 4,000 million words": [(0x010E, 2, 0xFFFFFFFF, 8)],
    "an entry outside the file": [(0x010E, 2, 100, 0x7FFFFFF0)],
    "an entry of no type": [(0x010E, 99, 100, 8)],
    "a number divided by nothing": [(0x829A, 5, 1, 0)],
    "a way to lie that is none": [(0x0112, 3, 1, 77)],
    "a way to lie that is words": [(0x0112, 2, 4, 0x41414141)],
    "a place that is words": [(0x8825, 2, 4, 0x41414141)],
    "a flood of entries": FLOOD,
    "a preview outside the file": [(0x0201, 4, 1, 0x7FFFFFF0), (0x0202, 4, 1, 0x7FFFFFFF)],
    "a maker's note that is endless": [(0x927C, 7, 0x7FFFFFFF, 8)],
}


def made() -> Iterator[Hostile]:
    """Yield them."""
    for name, entries in EXIF.items():
        exif = _exif(entries)
        yield plain(f"JPEG with {name}", "a.jpg", _jpeg_with(b"Exif\0\0" + exif))
        yield plain(f"PNG with {name}", "a.png", _png_with(b"eXIf", exif))
        yield plain(f"TIFF with {name}", "a.tif", exif)
    yield from _other()
    for number in range(6):
        yield Hostile(f"JPEG with noise written in it {number}", "a.jpg", _noise)


def _other() -> Iterator[Hostile]:
    segment = _segment(b"Exif\0\0" + _exif(FLOOD))
    start, rest = whole("JPEG")[:2], whole("JPEG")[2:]
    yield late("JPEG with 500 floods", "a.jpg", lambda: start + segment * 500 + rest)
    profile = _segment(b"ICC_PROFILE\0\xff\x01" + bytes(60_000))
    yield late("JPEG with 255 pieces of a profile", "a.jpg", lambda: start + profile * 255 + rest)
    yield plain("PNG with a profile that is none", "a.png", _png_with(b"iCCP", b"a\0\0\xff\xff"))
    packet = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + b"<a>" * 15_000
    yield plain("JPEG with deep XMP", "a.jpg", _jpeg_with(packet))
    laughs = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
    yield plain(
        "JPEG with laughing XMP", "a.jpg", _jpeg_with(b"http://ns.adobe.com/xap/1.0/\0" + laughs)
    )
    yield plain("JPEG with a nameless segment", "a.jpg", start + b"\xff\xe1\0\x00" + rest)
    yield plain("JPEG with a segment too long", "a.jpg", start + b"\xff\xe1\xff\xff" + rest[:500])
    many = b"MPF\0II*\0\x08\0\0\0\x01\0\x01\xb0\x04\0\1\0\0\0\xff\xff\xff\xff\0\0\0\0"
    yield plain("JPEG of 4,000 million pictures", "a.jpg", start + _segment(many, 0xE2) + rest)
    yield plain("TIFF whose next page is itself", "a.tif", tiff_of({}, following=8))
    yield plain("TIFF whose next page is outside", "a.tif", tiff_of({}, following=0xFFFFFFF0))
    yield plain("TIFF of pages in a circle", "a.tif", _circle(2))
    yield late("TIFF of 100,000 pages in a circle", "a.tif", partial(_circle, 100_000))
    yield plain("TIFF of pages below itself", "a.tif", tiff_of({330: 8}))
    yield plain("TIFF whose data are outside", "a.tif", tiff_of({273: 0xFFFFFFF0}))
    yield plain("TIFF of strips without height", "a.tif", tiff_of({278: 0}))
    yield plain("TIFF of 65,535 samples", "a.tif", tiff_of({277: 65_535}))
    yield plain(
        "TIFF of tiles one dot wide", "a.tif", tiff_of({322: 1, 323: 1, 256: 9_000, 257: 9_000})
    )
    for compression in (2, 3, 4, 5, 6, 7, 34712, 50000, 65000):
        yield plain(f"TIFF squeezed in way {compression}", "a.tif", tiff_of({259: compression}))


def _exif(entries: list[Entry]) -> bytes:
    body = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(entries)) + body + bytes(4)


def _segment(body: bytes, kind: int = 0xE1) -> bytes:
    return bytes((0xFF, kind)) + struct.pack(">H", min(65_535, len(body) + 2)) + body[:65_533]


def _jpeg_with(body: bytes) -> bytes:
    good = whole("JPEG")
    return good[:2] + _segment(body) + good[good.index(b"\xff\xdb") :]


def _png_with(name: bytes, body: bytes) -> bytes:
    good = whole("PNG")
    return good[:33] + chunk(name, body) + good[33:]


def _circle(pages: int) -> bytes:
    """Directories one after the other, the last leading to the first."""
    size = 2 + 12 * 9 + 4
    one = tiff_of({})[8 : 8 + size - 4]
    starts = [8 + size * number for number in range(1, pages)]
    return b"II*\0\x08\0\0\0" + b"".join(
        one + struct.pack("<I", following) for following in (*starts, 8)
    )


def _noise(chance: random.Random) -> bytes:
    return _jpeg_with(b"Exif\0\0II*\0\x08\0\0\0" + chance.randbytes(chance.randrange(10, 60_000)))
