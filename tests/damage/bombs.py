"""Small files that become huge, or take for ever."""

from __future__ import annotations

import struct
from functools import cache, partial
from typing import TYPE_CHECKING

from PIL import Image

from tests.damage.lies import tiff_of
from tests.damage.made import Hostile, late
from tests.damage.whole import a_png, chunk, squeezed, whole
from tests.decoder.outside import a_picture, saved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def made() -> Iterator[Hostile]:
    """Yield them."""
    for name, (called, make) in _BOMBS.items():
        yield late(name, called, make)


def _png(wide: int, depth: int, colour: int) -> bytes:
    """A PNG of nothing but one colour: a row is `wide` samples, and there are as many rows."""
    samples = {0: 1, 2: 3, 3: 1, 6: 4}[colour]
    row = 1 + (wide * depth * samples + 7) // 8
    return a_png(wide, wide, depth, colour, chunk(b"IDAT", squeezed(min(row * wide, 400_000_000))))


def _png_with(name: bytes, body: bytes, times: int = 1) -> bytes:
    head, data = whole("PNG")[:33], whole("PNG")[33:]
    return head + chunk(name, body) * times + data


def _moving_png(frames: int) -> bytes:
    head, data = whole("PNG")[:33], whole("PNG")[33:]
    control = b"".join(
        chunk(b"fcTL", struct.pack(">IIIIIHHBB", n, 1, 1, 0, 0, 1, 100, 0, 0))
        for n in range(frames)
    )
    return head + chunk(b"acTL", struct.pack(">II", frames, 0)) + control + data


@cache
def _gif(frames: int, side: int = 2) -> bytes:
    frame = b",\0\0\0\0" + struct.pack("<HH", side, side) + b"\0\x02\x03\x44\x54\x05\0"
    head = b"GIF89a" + struct.pack("<HH", side, side) + b"\xf0\0\0" + bytes(3) + b"\xff" * 3
    return head + (b"!\xf9\4\4\0\0\0\0" + frame) * frames + b";"


def _jpeg_of_scans(scans: int) -> bytes:
    """One whose picture is refined again and again, each time over all of it."""
    good = saved(a_picture((4000, 3000)), "JPEG", progressive=True, quality=20)
    first = good.index(b"\xff\xda")
    second = good.index(b"\xff\xda", first + 2)
    return good[:second] + good[first:second] * scans + b"\xff\xd9"


def _tiff(squeeze: bytes, compression: int, side: int) -> bytes:
    tags = {256: side, 257: side, 259: compression, 273: 8 + 2 + 12 * 9 + 4 + 64, 278: side}
    return tiff_of(tags | {279: len(squeeze)}, squeeze)


def _bmp_of_runs(side: int) -> bytes:
    head = struct.pack("<IiiHHIIiiII", 40, side, side, 1, 8, 1, 0, 0, 0, 256, 0)
    return (
        b"BM" + struct.pack("<IHHI", 0, 0, 0, 14 + 40 + 1024) + head + bytes(1024) + b"\xff\1" * 50
    )


def _many_pages(form: str, pages: int) -> bytes:
    more = [Image.new("L", (4, 4), shade % 256) for shade in range(pages)]
    return saved(Image.new("L", (4, 4)), form, save_all=True, append_images=more)


_BOMBS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "PNG of 30,000 greys wide": ("a.png", partial(_png, 30_000, 8, 0)),
    "PNG of 60,000 dots wide": ("a.png", partial(_png, 60_000, 1, 0)),
    "PNG of 9,000 colours wide": ("a.png", partial(_png, 9_000, 8, 2)),
    "PNG of 7,900 colours wide, which is allowed": ("a.png", partial(_png, 7_900, 8, 2)),
    "PNG of 7,900 deep colours wide": ("a.png", partial(_png, 7_900, 16, 6)),
    "PNG with 300 MB of words": (
        "a.png",
        lambda: _png_with(b"zTXt", b"a\0\0" + squeezed(300_000_000)),
    ),
    "PNG with 300 MB of a profile": (
        "a.png",
        lambda: _png_with(b"iCCP", b"a\0\0" + squeezed(300_000_000)),
    ),
    "PNG with 300 MB of words of the world": (
        "a.png",
        lambda: _png_with(b"iTXt", b"a\0\1\0\0\0" + squeezed(300_000_000)),
    ),
    "PNG of 200,000 empty chunks": ("a.png", lambda: _png_with(b"teSt", b"", 200_000)),
    "PNG of 100,000 words": ("a.png", lambda: _png_with(b"tEXt", b"a\0b", 100_000)),
    "PNG of 100,000 empty data": ("a.png", lambda: _png_with(b"IDAT", b"", 100_000)),
    "PNG that moves 100,000 times": ("a.png", partial(_moving_png, 100_000)),
    "PNG that says it moves for ever": ("a.png", lambda: _png_with(b"acTL", b"\xff" * 8)),
    "GIF of 100,000 frames": ("a.gif", partial(_gif, 100_000)),
    "GIF of 1,000,000 frames": ("a.gif", partial(_gif, 1_000_000)),
    "GIF of 20,000 frames upon a wide field": ("a.gif", partial(_gif, 20_000, 4_000)),
    "GIF of one frame upon the widest field": ("a.gif", partial(_gif, 1, 65_535)),
    "JPEG of 20,000 wide": ("a.jpg", lambda: saved(Image.new("L", (20_000, 20_000)), "JPEG")),
    "JPEG of 15,000 wide, which is allowed": (
        "a.jpg",
        lambda: saved(Image.new("L", (15_000, 15_000)), "JPEG"),
    ),
    "JPEG of 13,000 wide, drawn in steps": (
        "a.jpg",
        lambda: saved(Image.new("L", (13_000, 13_000)), "JPEG", progressive=True),
    ),
    "JPEG of 300 scans": ("a.jpg", partial(_jpeg_of_scans, 300)),
    "JPEG of 10,000 comments": (
        "a.jpg",
        lambda: whole("JPEG")[:2] + (b"\xff\xfe\0\x06wren") * 10_000 + whole("JPEG")[2:],
    ),
    "JPEG of endless filling": ("a.jpg", lambda: whole("JPEG")[:2] + b"\xff" * 20_000_000),
    "WebP as wide as it can be": (
        "a.webp",
        lambda: saved(Image.new("L", (16_383, 4_000)).convert("RGB"), "WEBP", quality=1),
    ),
    "WebP of 5,000 frames": ("a.webp", partial(_many_pages, "WEBP", 5_000)),
    "TIFF of 300 MB squeezed": ("a.tif", lambda: _tiff(squeezed(300_000_000), 8, 17_000)),
    "TIFF of 60 MB squeezed, which is allowed": (
        "a.tif",
        lambda: _tiff(squeezed(60_000_000), 8, 7_700),
    ),
    "TIFF of runs": ("a.tif", lambda: _tiff(b"\x81\0" * 400_000, 32773, 7_000)),
    "TIFF of 3,000 pages": ("a.tif", partial(_many_pages, "TIFF", 3_000)),
    "BMP of runs": ("a.bmp", partial(_bmp_of_runs, 7_500)),
    "BMP of too many runs": ("a.bmp", partial(_bmp_of_runs, 40_000)),
    "60 MB of a picture": ("a.png", lambda: whole("PNG") + bytes(60_000_000)),
    "49 MB of a picture": ("a.bmp", lambda: saved(Image.new("RGB", (4_040, 4_040)), "BMP")),
}
