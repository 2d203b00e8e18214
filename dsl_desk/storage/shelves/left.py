"""What was left at the lock screen: what waits, by when it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.left import LEFT, Became
from dsl_desk.storage.columns import as_bytes, as_number, as_text
from dsl_desk.storage.shelves.shelf import Listing

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


def _more(entry: Entry) -> Row | None:
    if entry.body.kind != LEFT.name or not understood(entry.body):
        return None
    draft = LEFT.said(entry).draft
    waits = draft.became is Became.WAITING
    return draft.left.sort.value, int(waits), int(bool(draft.opened_at)), draft.left.written_at


LEFT_LIST: Final = Listing(
    name="left_list",
    version=1,
    columns=(
        "sort TEXT NOT NULL",
        "waits INTEGER NOT NULL",
        "opened INTEGER NOT NULL",
        "left_at TEXT NOT NULL",
    ),
    more=_more,
    indexes=("waits waits, opened, left_at", "sort sort, left_at"),
)


def left_waiting(database: Database, first: int, count: int) -> tuple[RecordId, ...]:
    """Return what nobody has settled, what nobody has opened before the rest, oldest first."""
    rows = database.rows(
        f"SELECT record FROM {LEFT_LIST.table} WHERE waits = 1"  # noqa: S608 own constants
        " ORDER BY opened, left_at LIMIT ? OFFSET ?",
        count,
        first,
    )
    return tuple(RecordId(as_bytes(row[0]).hex()) for row in rows)


def left_settled(database: Database, count: int) -> tuple[RecordId, ...]:
    """Return what was settled, the newest first."""
    rows = database.rows(
        f"SELECT record FROM {LEFT_LIST.table} WHERE waits = 0"  # noqa: S608 own constants
        " ORDER BY left_at DESC LIMIT ?",
        count,
    )
    return tuple(RecordId(as_bytes(row[0]).hex()) for row in rows)


def left_of_sort(database: Database, sort: str) -> tuple[RecordId, ...]:
    """Return all that waits of one sort, oldest first."""
    rows = database.rows(
        f"SELECT record FROM {LEFT_LIST.table} WHERE sort = ? AND waits = 1"  # noqa: S608 own constants
        " ORDER BY left_at",
        sort,
    )
    return tuple(RecordId(as_bytes(row[0]).hex()) for row in rows)


def left_counted(database: Database) -> tuple[tuple[bool, int, str], ...]:
    """Count what waits, opened or not, with the oldest of each."""
    rows = database.rows(
        f"SELECT opened, COUNT(*), MIN(left_at) FROM {LEFT_LIST.table}"  # noqa: S608 own constants
        " WHERE waits = 1 GROUP BY opened ORDER BY opened"
    )
    return tuple((bool(as_number(row[0])), as_number(row[1]), as_text(row[2])) for row in rows)
