"""The list of concerns: everything but the words, newest first."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.concern import CONCERN, ConcernRow, concern_of, reference
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.page import Page
from dsl_desk.storage.columns import as_bytes, as_number, as_text
from dsl_desk.storage.shelves.shelf import Listing, how_many

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database

_SEQUENCE: Final = 2  # C-2026-041: which part of a reference counts


def _more(entry: Entry) -> Row | None:
    if entry.body.kind != CONCERN.name or not understood(entry.body):
        return None
    concern = concern_of(entry)
    year, sequence = _numbers(concern.ref)
    return (
        concern.ref,
        year,
        sequence,
        entry.header.written_at,
        concern.author,
        concern.about,
        concern.told_by,
    )


def _numbers(ref: str) -> tuple[int, int]:
    """Return year and sequence of a reference; one that is not ours counts for nothing."""
    parts = ref.split("-")
    if len(parts) > _SEQUENCE and parts[1].isdecimal() and parts[_SEQUENCE].isdecimal():
        return int(parts[1]), int(parts[_SEQUENCE])
    return 0, 0


CONCERNS: Final = Listing(
    name="concerns",
    version=1,
    columns=(
        "ref TEXT NOT NULL",
        "year INTEGER NOT NULL",
        "sequence INTEGER NOT NULL",
        "written_at TEXT NOT NULL",
        "author TEXT NOT NULL",
        "about TEXT NOT NULL",
        "told_by TEXT NOT NULL",
    ),
    more=_more,
    indexes=("newest hlc DESC, record DESC", "reference year, sequence"),
)
_SHOWN: Final = "record, ref, version, written_at, author, about, told_by"


def page_of_concerns(database: Database, first: int, count: int) -> Page[ConcernRow]:
    """Return a stretch of the list, newest first."""
    rows = database.rows(
        f"SELECT {_SHOWN} FROM {CONCERNS.table} ORDER BY hlc DESC, record DESC LIMIT ? OFFSET ?",  # noqa: S608 own constants
        count,
        first,
    )
    return Page(tuple(_read(row) for row in rows), first, how_many(database, CONCERNS))


def concern_row(database: Database, record: bytes) -> ConcernRow | None:
    """Return one row of the list."""
    row = database.row(f"SELECT {_SHOWN} FROM {CONCERNS.table} WHERE record = ?", record)  # noqa: S608 own constants
    return None if row is None else _read(row)


def next_reference(database: Database, year: int) -> str:
    """Return the reference the next concern of a year gets."""
    row = database.row(
        f"SELECT sequence FROM {CONCERNS.table} WHERE year = ? ORDER BY sequence DESC LIMIT 1",  # noqa: S608 own constants
        year,
    )
    return reference(year, 1 if row is None else as_number(row[0]) + 1)


def _read(row: Row) -> ConcernRow:
    return ConcernRow(
        id=RecordId(as_bytes(row[0]).hex()),
        ref=as_text(row[1]),
        version=as_number(row[2]),
        written_at=datetime.fromisoformat(as_text(row[3])),
        author=as_text(row[4]),
        about=as_text(row[5]),
        told_by=as_text(row[6]),
    )
