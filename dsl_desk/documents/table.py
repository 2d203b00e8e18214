"""A table for a spreadsheet: no cell of it is ever taken for a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BOM: Final = "\ufeff"  # else the spreadsheets of schools read it in another alphabet
# What a spreadsheet takes for the beginning of a formula, in either width.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\0", "\uff1d", "\uff0b", "\uff0d", "\uff20")
# What may stand before it and is read over: spaces of any kind, quotation marks, a mark of order.
_BEFORE: Final = " \n\u00a0\u3000\ufeff\u200b\"'\u201c\u2018"


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as CSV in UTF-8, with a mark for spreadsheets at the beginning."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for row in (headings, *rows):
        writer.writerow([harmless(cell) for cell in row])
    return (_BOM + out.getvalue()).encode()


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet calculates: an apostrophe before what begins like one."""
    begins = cell.lstrip(_BEFORE)
    return f"'{cell}" if cell.startswith(_FORMULA) or begins.startswith(_FORMULA) else cell
