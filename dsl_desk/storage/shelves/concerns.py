"""The list of concerns: everything but the words, newest first."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.concern import (
    CONCERN_KIND,
    ConcernRow,
    concern_of,
    reference,
    year_and_sequence,
)
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.page import Page
from dsl_desk.storage.columns import as_bytes, as_number, as_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database

_COLUMNS: Final = "record, ref, version, written_at, hlc, year, sequence, author, about, told_by"


class ConcernShelf:
    """One row for each concern, of its newest version."""

    name = "concerns"
    version = 2
    tables: tuple[str, ...] = (
        """
        CREATE TABLE concerns (
            record     BLOB NOT NULL PRIMARY KEY,
            ref        TEXT NOT NULL,
            version    INTEGER NOT NULL,
            written_at TEXT NOT NULL,
            hlc        INTEGER NOT NULL,
            year       INTEGER NOT NULL,
            sequence   INTEGER NOT NULL,
            author     TEXT NOT NULL,
            about      TEXT NOT NULL,
            told_by    TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
    )
    indexes: tuple[str, ...] = (
        "CREATE INDEX concerns_newest_first ON concerns (hlc DESC, record DESC)",
        "CREATE INDEX concerns_by_number ON concerns (year, sequence)",
    )

    def row(self, entry: Entry) -> Row | None:
        """Return the row of a concern's entry."""
        if entry.body.kind != CONCERN_KIND:
            return None
        concern = concern_of(entry)
        return (
            bytes.fromhex(concern.id),
            concern.ref,
            concern.version,
            entry.header.written_at,
            entry.header.hlc,
            *year_and_sequence(concern.ref),
            concern.author,
            concern.about,
            concern.told_by,
        )

    def put(self, database: Database, row: Row) -> None:
        """Put a row in its place, over an older version of the same concern."""
        database.run(
            f"INSERT OR REPLACE INTO concerns ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 own constant
            *row,
        )

    def rows(self, database: Database) -> Iterator[Row]:
        """Return every row, by record."""
        return database.rows(f"SELECT {_COLUMNS} FROM concerns ORDER BY record")  # noqa: S608 own constant


def page_of_concerns(database: Database, first: int, count: int) -> Page[ConcernRow]:
    """Return a stretch of the list, newest first."""
    rows = database.rows(
        f"SELECT {_COLUMNS} FROM concerns ORDER BY hlc DESC, record DESC LIMIT ? OFFSET ?",  # noqa: S608 own constant
        count,
        first,
    )
    total = database.number("SELECT count(*) FROM concerns")
    return Page(tuple(_read(row) for row in rows), first, total)


def next_reference(database: Database, year: int) -> str:
    """Return the reference the next concern of a year gets."""
    row = database.row("SELECT max(sequence) FROM concerns WHERE year = ?", year)
    highest = as_number(row[0]) if row and row[0] is not None else 0
    return reference(year, highest + 1)


def _read(row: Row) -> ConcernRow:
    return ConcernRow(
        id=RecordId(as_bytes(row[0]).hex()),
        ref=as_text(row[1]),
        version=as_number(row[2]),
        written_at=datetime.fromisoformat(as_text(row[3])),
        author=as_text(row[7]),
        about=as_text(row[8]),
        told_by=as_text(row[9]),
    )
