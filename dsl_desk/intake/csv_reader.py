"""A table of text as a school's system exports it: encoding and separator are found out."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.errors import ListRefusedError
from dsl_desk.domain.import_plan import Sheet
from dsl_desk.domain.list_trouble import ListTrouble
from dsl_desk.intake.columns import recognised

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_ROWS: Final = 20_000
_MOST_COLUMNS: Final = 300
_HEAD: Final = 20  # rows above the names of the columns: a title, a date
_ENOUGH: Final = 2  # columns we know the name of make a row of names
_SEPARATORS: Final = ",;\t|"


def read_csv(untrusted: bytes) -> Sheet:
    """Return the table; ListRefusedError says what is wrong with the file, and in which row."""
    rows = list(_rows(_text(untrusted)))
    if not rows:
        raise ListRefusedError(ListTrouble.EMPTY)
    at = next(
        (place for place, (_, cells) in enumerate(rows[:_HEAD]) if recognised(cells) >= _ENOUGH), 0
    )
    _number, names = rows[at]
    if len(names) > _MOST_COLUMNS:
        raise ListRefusedError(ListTrouble.COLUMNS)
    return Sheet(_told_apart(names), tuple(rows[at + 1 :]))


def _text(untrusted: bytes) -> str:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if untrusted.startswith(mark):
            return _decoded(untrusted, encoding)
    if (nul := untrusted.find(b"\0")) >= 0:
        raise ListRefusedError(ListTrouble.NUL, untrusted.count(b"\n", 0, nul) + 1)
    try:
        return untrusted.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(untrusted, "cp1252")  # what Excel writes on a Windows laptop


def _decoded(untrusted: bytes, encoding: str) -> str:
    try:
        return untrusted.decode(encoding)
    except UnicodeDecodeError as wrong:
        row = wrong.object.count(b"\n", 0, wrong.start) + 1
        raise ListRefusedError(ListTrouble.ENCODING, row) from None


def _rows(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Return the rows that hold anything, each with the number of its first line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    found = 0
    while True:
        number = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error:
            raise ListRefusedError(ListTrouble.QUOTES, number) from None
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            found += 1
            if found > MOST_ROWS:
                raise ListRefusedError(ListTrouble.TOO_MANY, number)
            yield number, tuple(cell.strip() for cell in cells)


def _separator(text: str) -> str:
    """Return the sign that stands most often, outside quotation marks, in the first lines."""
    head = "".join(text.splitlines(keepends=True)[:_HEAD])
    plain = "".join(head.split('"')[::2])
    return max(_SEPARATORS, key=plain.count)


def _told_apart(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of the columns, with a number where two are called the same."""
    told: list[str] = []
    for number, name in enumerate(names, 1):
        called = name or f"Column {number}"
        told.append(called if called not in told else f"{called} ({number})")
    return tuple(told)
