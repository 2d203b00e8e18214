"""The chronology: every thing that stands in somebody's file, by person and moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.chronicled import item_of
from dsl_desk.domain.chronology import ChronicleRow, ItemSort, Whose, in_order
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.page import Page
from dsl_desk.domain.record import AUTHOR
from dsl_desk.storage.columns import as_bytes, as_number, as_text
from dsl_desk.storage.shelves.spread import Spread

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database

_LINE: Final = 400  # signs of what was said that a line shows


def _more(entry: Entry) -> tuple[tuple[str, ...], Row] | None:
    item = item_of(entry)
    if item is None:
        return None
    written_at = entry.header.written_at
    return item.people, (
        in_order(item.at, written_at),
        item.at,
        item.sort.value,
        item.title,
        item.line[:_LINE],
        item.concern,
        entry.body.names.get(AUTHOR, ""),
        written_at,
        entry.body.reason,
    )


CHRONOLOGY: Final = Spread(
    name="chronology",
    version=1,
    columns=(
        "moment TEXT NOT NULL",
        "at TEXT NOT NULL",
        "sort TEXT NOT NULL",
        "title TEXT NOT NULL",
        "line TEXT NOT NULL",
        "concern TEXT NOT NULL",
        "author TEXT NOT NULL",
        "written_at TEXT NOT NULL",
        "reason TEXT NOT NULL",
    ),
    more=_more,
    indexes=("person person, moment DESC, hlc DESC, sort",),
)
_SHOWN: Final = "record, at, sort, title, line, concern, version, author, written_at, reason"


def stretch_of(database: Database, whose: Whose, first: int, count: int) -> Page[ChronicleRow]:
    """Return a stretch of somebody's file."""
    where, values = _asked(whose)
    order = "moment, hlc" if whose.oldest_first else "moment DESC, hlc DESC"
    rows = database.rows(
        f"SELECT DISTINCT {_SHOWN}, moment, hlc FROM {CHRONOLOGY.table} WHERE {where}"  # noqa: S608 own constants
        f" ORDER BY {order} LIMIT ? OFFSET ?",
        *values,
        count,
        first,
    )
    total = database.number(
        f"SELECT count(DISTINCT record) FROM {CHRONOLOGY.table} WHERE {where}",  # noqa: S608 own constants
        *values,
    )
    return Page(tuple(_read(row) for row in rows), first, total)


def counts_of(database: Database, people: tuple[str, ...]) -> Mapping[ItemSort, int]:
    """Return how much of each sort stands in somebody's file."""
    where, values = _asked(Whose(people))
    rows = database.rows(
        f"SELECT sort, count(DISTINCT record) FROM {CHRONOLOGY.table} WHERE {where} GROUP BY sort",  # noqa: S608 own constants
        *values,
    )
    return {ItemSort(as_text(row[0])): as_number(row[1]) for row in rows}


def often_named(database: Database, since: str, at_least: int) -> Mapping[str, int]:
    """Return whom at least so many concerns have named since a moment, and how many."""
    rows = database.rows(
        f"SELECT person, count(*) FROM {CHRONOLOGY.table}"  # noqa: S608 own constants
        " WHERE moment >= ? AND sort = ? AND person <> '' GROUP BY person HAVING count(*) >= ?",
        since,
        ItemSort.CONCERN.value,
        at_least,
    )
    return {as_text(row[0]): as_number(row[1]) for row in rows}


def _asked(whose: Whose) -> tuple[str, tuple[str, ...]]:
    where = f"person IN ({', '.join('?' * len(whose.people))})"
    if whose.only is None:
        return where, whose.people
    return f"{where} AND sort = ?", (*whose.people, whose.only.value)


def _read(row: Row) -> ChronicleRow:
    return ChronicleRow(
        record=RecordId(as_bytes(row[0]).hex()),
        at=as_text(row[1]),
        sort=ItemSort(as_text(row[2])),
        title=as_text(row[3]),
        line=as_text(row[4]),
        concern=as_text(row[5]),
        version=as_number(row[6]),
        author=as_text(row[7]),
        written_at=as_text(row[8]),
        reason=as_text(row[9]),
    )
