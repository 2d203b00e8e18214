"""Widths of letters said twice, and the same both times: an archive copy may not contradict itself.

Where letters are joined, the printer says how wide each drawn one is in its own list, and leaves
another width inside the font. Readers go by the list; so the font is put right, and nothing moves.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

_TABLE: Final = struct.Struct(">4sIII")
_TRIMMED: Final = 6  # the one form in which the printer says which code draws which letter
_METRIC: Final = 4
_THOUSAND: Final = 1000


def make_widths_agree(paper: pikepdf.Pdf) -> None:
    """Put the widths inside every font right, by those its list says."""
    for each in paper.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/Subtype") == pikepdf.Name.TrueType:
            kept = each.FontDescriptor.FontFile2
            font = bytearray(kept.read_bytes())
            first = int(each.FirstChar)
            widths = [float(one) for one in each.Widths]
            _put_right(font, {first + at: width for at, width in enumerate(widths)})
            kept.write(bytes(font))


def _put_right(font: bytearray, widths: dict[int, float]) -> None:
    tables = dict(_tables(font))
    (units,) = struct.unpack_from(">H", font, tables[b"head"] + 18)
    (metrics,) = struct.unpack_from(">H", font, tables[b"hhea"] + 34)
    for code, glyph in _drawn(font, tables[b"cmap"]):
        if code in widths and glyph < metrics:
            wide = round(widths[code] * units / _THOUSAND)
            struct.pack_into(">H", font, tables[b"hmtx"] + _METRIC * glyph, wide)


def _tables(font: bytearray) -> Iterator[tuple[bytes, int]]:
    (count,) = struct.unpack_from(">H", font, 4)
    for number in range(count):
        name, _sum, at, _length = _TABLE.unpack_from(font, 12 + _TABLE.size * number)
        yield name, at


def _drawn(font: bytearray, at: int) -> Iterator[tuple[int, int]]:
    """Return which letter each code draws."""
    (offset,) = struct.unpack_from(">I", font, at + 8)
    form, _length, _language, first, count = struct.unpack_from(">5H", font, at + offset)
    if form == _TRIMMED:
        glyphs = struct.unpack_from(f">{count}H", font, at + offset + 10)
        yield from enumerate(glyphs, start=first)
