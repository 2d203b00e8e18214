"""Decisions to look, what was handed in, and what was recorded in words only, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.handed_in import HANDED_IN, handed_in_of
from dsl_desk.domain.identity import plain_handle
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.viewing import VIEWING, Look, viewing_of
from dsl_desk.domain.words_only import WORDS_ONLY, words_only_of
from dsl_desk.storage.columns import as_number
from dsl_desk.storage.shelves.numbered import numbers, records_in
from dsl_desk.storage.shelves.shelf import Listing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


def _more(entry: Entry) -> Row | None:
    if not understood(entry.body):
        return None
    if entry.body.kind == VIEWING.name:
        viewing = viewing_of(entry)
        draft = viewing.draft
        looked = int(draft.look is not Look.NOT_TO_LOOK)
        owner = draft.whose.person or plain_name(draft.whose.name)
        done = int(bool(draft.ended_at) or not looked)
        handle = plain_handle(draft.handle)
        return (VIEWING.name, *numbers(viewing.ref), draft.concern, owner, handle, looked, done)
    if entry.body.kind == HANDED_IN.name:
        handed_in = handed_in_of(entry)
        return (HANDED_IN.name, *numbers(handed_in.ref), handed_in.draft.concern, "", "", 0, 1)
    if entry.body.kind == WORDS_ONLY.name:
        record = words_only_of(entry)
        return (WORDS_ONLY.name, *numbers(record.ref), record.draft.concern, "", "", 0, 1)
    return None


VIEWINGS: Final = Listing(
    name="viewings",
    version=1,
    columns=(
        "kind TEXT NOT NULL",
        "year INTEGER NOT NULL",
        "sequence INTEGER NOT NULL",
        "concern TEXT NOT NULL",
        "owner TEXT NOT NULL",
        "handle TEXT NOT NULL",
        "looked INTEGER NOT NULL",
        "done INTEGER NOT NULL",
    ),
    more=_more,
    indexes=(
        "newest kind, hlc, record",
        "reference kind, year, sequence",
        "concern concern, hlc, kind",
        "owner owner, looked",
        "handle handle, looked",
        "undone done, hlc, kind",
    ),
)


def plain_name(name: str) -> str:
    """Return a name as it is compared: however it was spaced or capitalised."""
    return " ".join(name.split()).casefold()


def next_number(database: Database, kind: str, year: int) -> int:
    """Return the number the next record of a kind gets in a year."""
    row = database.row(
        f"SELECT sequence FROM {VIEWINGS.table} WHERE kind = ? AND year = ?"  # noqa: S608 own constants
        " ORDER BY sequence DESC LIMIT 1",
        kind,
        year,
    )
    return 1 if row is None else as_number(row[0]) + 1


def page_of_kind(
    database: Database, kind: str, first: int, count: int
) -> tuple[tuple[RecordId, ...], int]:
    """Return a stretch of the records of a kind, newest first, and how many there are."""
    rows = database.rows(
        f"SELECT record FROM {VIEWINGS.table} WHERE kind = ? ORDER BY hlc DESC LIMIT ? OFFSET ?",  # noqa: S608 own constants
        kind,
        count,
        first,
    )
    total = database.number(f"SELECT count(*) FROM {VIEWINGS.table} WHERE kind = ?", kind)  # noqa: S608 own constants
    return records_in(rows), total


def every_of_kind(database: Database, kind: str) -> tuple[RecordId, ...]:
    """Return every record of a kind, newest first."""
    rows = database.rows(
        f"SELECT record FROM {VIEWINGS.table} WHERE kind = ? ORDER BY hlc DESC",  # noqa: S608 own constants
        kind,
    )
    return records_in(rows)


def viewings_of_concern(database: Database, concern: str, kind: str) -> tuple[RecordId, ...]:
    """Return the records of a kind that a concern has, oldest first."""
    rows = database.rows(
        f"SELECT record FROM {VIEWINGS.table} WHERE concern = ? AND kind = ? ORDER BY hlc",  # noqa: S608 own constants
        concern,
        kind,
    )
    return records_in(rows)


def undone_viewings(database: Database) -> tuple[RecordId, ...]:
    """Return the decisions to look that nobody has ended, newest first."""
    rows = database.rows(
        f"SELECT record FROM {VIEWINGS.table} WHERE done = 0 ORDER BY hlc DESC"  # noqa: S608 own constants
    )
    return records_in(rows)


def looks_at(database: Database, owners: Iterable[str], handle: str) -> frozenset[RecordId]:
    """Return the decisions to look at somebody, by any of their ids or names, or by the account."""
    found: set[RecordId] = set()
    for owner in owners:
        found |= set(_looks(database, "owner", owner))
    plain = plain_handle(handle)
    return frozenset(found | set(_looks(database, "handle", plain) if plain else ()))


def _looks(database: Database, column: str, value: str) -> tuple[RecordId, ...]:
    rows = database.rows(
        f"SELECT record FROM {VIEWINGS.table} WHERE {column} = ? AND looked = 1",  # noqa: S608 own constants
        value,
    )
    return records_in(rows)
