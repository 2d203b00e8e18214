from __future__ import annotations

import struct
import zlib

import pytest

from dsl_desk.domain.picture import Pixels
from dsl_desk.domain.plain_picture import (
    NotPlainError,
    PlainPicture,
    covered,
    read_back,
    written,
)
from dsl_desk.domain.sharing_marks import Area

PICTURE = PlainPicture(3, 2, bytes(range(18)))


def part(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def test_that_covered_pixels_are_black_and_nothing_else_is_touched() -> None:
    pixels = Pixels(3, 2, bytes(range(24)))
    black = covered(pixels, [Area(1, 0, 1, 2)])
    for row in range(2):
        line = black.rgba[row * 12 : row * 12 + 12]
        assert line[4:8] == b"\x00\x00\x00\xff"
        assert line[:4] == pixels.rgba[row * 12 : row * 12 + 4]
        assert line[8:] == pixels.rgba[row * 12 + 8 : row * 12 + 12]


def test_that_a_plain_picture_is_three_parts_and_read_back_as_it_was() -> None:
    png = written(PICTURE)
    names = [png[8 + 4 : 16], png[33 + 4 : 33 + 8], png[-8:-4]]
    assert names == [b"IHDR", b"IDAT", b"IEND"]
    assert read_back(png) == PICTURE


@pytest.mark.parametrize(
    "png",
    [
        b"",
        b"GIF89a",
        written(PICTURE)[:-1],
        written(PICTURE)[:-12] + part(b"tEXt", b"Author\0Maya") + part(b"IEND", b""),
        written(PICTURE).replace(b"IDAT", b"IDAX"),
        written(PICTURE)[:8]
        + part(b"IHDR", struct.pack(">IIBBBBB", 3, 2, 8, 6, 0, 0, 0))
        + written(PICTURE)[33:],
        written(PICTURE)[:33] + part(b"IDAT", zlib.compress(b"\0" * 5)) + part(b"IEND", b""),
        written(PICTURE)[:33]
        + part(b"IDAT", zlib.compress((b"\x01" + b"\0" * 9) * 2))
        + part(b"IEND", b""),
    ],
)
def test_that_what_was_not_written_here_is_not_taken_for_a_copy(png: bytes) -> None:
    with pytest.raises(NotPlainError):
        read_back(png)
