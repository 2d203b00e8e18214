"""Files of other sorts, which are kept and never opened, and noise that begins like a picture."""

from __future__ import annotations

import io
import zipfile
from functools import partial
from typing import TYPE_CHECKING

from tests.damage.made import Hostile, late, plain

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

BEGINNINGS = {
    "PNG": (b"\x89PNG\r\n\x1a\n", "png"),
    "JPEG": (b"\xff\xd8\xff\xe0", "jpg"),
    "GIF": (b"GIF89a", "gif"),
    "WebP": (b"RIFF\xff\xff\0\0WEBPVP8L", "webp"),
    "BMP": (b"BM" + bytes(12) + b"\x28\0\0\0", "bmp"),
    "TIFF": (b"MM\0*\0\0\0\x08", "tif"),
    "HEIC": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heic"),
    "PDF": (b"%PDF-1.4\n", "pdf"),
}
OTHERS = {
    "a program": b"\x7fELF",
    "a program of Windows": b"MZ\x90\0",
    "a printer's program": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(%pipe%id) (r) file",
    "a star's picture": b"SIMPLE  =                    T" + b" " * 50 + b"XTENSION= 'BINTABLE'",
    "an icon": b"\0\0\1\0\1\0\xff\xff\0\0\1\0\x20\0\xff\xff\xff\xff\x16\0\0\0",
    "an AVIF": b"\0\0\0\x1cftypavif\0\0\0\0mif1avif",
    "a JPEG 2000": b"\0\0\0\x0cjP  \r\n\x87\n",
    "a picture with layers": b"8BPS\0\1",
    "a wrapped file": b"\x1f\x8b\x08",
    "a packed folder": b"7z\xbc\xaf\x27\x1c",
    "a link of Windows": b"L\0\0\0\1\x14\2\0",
    "a database": b"SQLite format 3\0",
    "an old document": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "a sound": b"ID3\4\0\0\x7f\x7f\x7f\x7f",
    "a sound of frames": b"\xff\xfb\x90\0",
    "a wave": b"RIFF\xff\xff\xff\xffWAVEfmt ",
    "a film": b"\0\0\0\x01ftypisom\xff\xff\xff\xff\xff\xff\xff\xff",
    "a film of the web": b"\x1a\x45\xdf\xa3\x01\xff\xff\xff\xff\xff\xff\xff",
    "an old film": b"RIFF\xff\xff\xff\xffAVI LIST",
}


def made() -> Iterator[Hostile]:
    """Yield them."""
    for name, (beginning, ending) in BEGINNINGS.items():
        for length in (0, 1, 100, 10_000, 3_000_000):
            make = partial(_noise, beginning, length)
            yield Hostile(f"{name} of {length:,} bytes of noise", f"a.{ending}", make)
    for name, beginning in OTHERS.items():
        yield plain(f"{name} called a picture", "IMG_2041.jpg", beginning + bytes(3000))
    yield late("a ZIP of 1,000 MB", "a.zip", _zip_bomb)
    yield late("a ZIP of 50,000 names", "a.zip", _zip_of_names)
    yield plain("a ZIP that leads out", "a.zip", _zip({"../../../left": b"x", "/etc/left": b"x"}))
    yield plain("nothing", "a.png", b"")
    yield plain("one nought", "a.png", b"\0")
    yield late("49 MB of noughts", "a.png", lambda: bytes(49_000_000))
    yield Hostile("noise", "a.png", lambda chance: chance.randbytes(2_000_000))


def _noise(beginning: bytes, length: int, chance: random.Random) -> bytes:
    return beginning + chance.randbytes(length)


def _zip(files: dict[str, bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, body in files.items():
            packed.writestr(zipfile.ZipInfo(name), body, zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def _zip_bomb() -> bytes:
    inner = _zip({f"{n}.txt": bytes(5_000_000) for n in range(10)})
    return _zip({f"{n}.zip": inner for n in range(20)})


def _zip_of_names() -> bytes:
    return _zip({f"{n}": b"" for n in range(50_000)})
