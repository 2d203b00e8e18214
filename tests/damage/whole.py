"""One good file of each sort, for what is built upon it. Nothing binary is kept."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from typing import TYPE_CHECKING

from tests.decoder.outside import HEIC, a_paper, a_picture, saved, with_exif

if TYPE_CHECKING:
    import random

FORMS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")


@cache
def whole(form: str) -> bytes:
    """A good file of one form."""
    if form == "HEIC":
        return HEIC
    if form == "PDF":
        return a_paper()
    return with_exif() if form == "JPEG" else saved(a_picture((240, 160)), form)


ALL = (*FORMS, "HEIC", "PDF")
ENDING = {form: form.lower() for form in ALL}


def chunk(name: bytes, body: bytes) -> bytes:
    """One chunk of a PNG."""
    check = zlib.crc32(name + body)
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", check)


def a_png(width: int, height: int, depth: int, colour: int, *chunks: bytes) -> bytes:
    """A PNG that says it is so large, with these chunks in it."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IEND", b"")


def squeezed(length: int, octet: bytes = b"\0") -> bytes:
    """So much of the same octet, as small as zlib makes it."""
    packer = zlib.compressobj(9)
    million = octet * 1_000_000
    pieces = [packer.compress(million) for _ in range(length // len(million))]
    return b"".join([*pieces, packer.compress(million[: length % len(million)]), packer.flush()])


def box(name: bytes, body: bytes) -> bytes:
    """One box of an ISO file (HEIC, MP4)."""
    return struct.pack(">I", len(body) + 8) + name + body


def scratched(untrusted: bytes, chance: random.Random, times: int, first: int = 0) -> bytes:
    """The same with so many octets changed."""
    octets = bytearray(untrusted)
    for _ in range(times):
        octets[chance.randrange(first, len(octets))] = chance.randrange(256)
    return bytes(octets)
