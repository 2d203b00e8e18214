"""A table for a spreadsheet: no cell of it is ever taken for a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BOM: Final = "\ufeff"  # else the spreadsheets of schools read it in another alphabet
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as CSV in UTF-8, with a mark for spreadsheets at the beginning."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for row in (headings, *rows):
        writer.writerow([harmless(cell) for cell in row])
    return (_BOM + out.getvalue()).encode()


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet calculates: an apostrophe before what begins like one."""
    begins = cell.lstrip(" \n")
    return f"'{cell}" if cell.startswith(_FORMULA) or begins.startswith(_FORMULA) else cell
