"""The list of copies of the vault: when one was made, and when one was tried."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.ids import EntryId
from dsl_desk.domain.snapshot import REHEARSAL, SNAPSHOT
from dsl_desk.storage.columns import as_bytes
from dsl_desk.storage.shelves.shelf import Listing

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database

_KINDS: Final = frozenset({SNAPSHOT.name, REHEARSAL.name})


def _more(entry: Entry) -> Row | None:
    return (entry.body.kind,) if entry.body.kind in _KINDS else None


COPIES: Final = Listing(
    name="copies",
    version=1,
    columns=("kind TEXT NOT NULL",),
    more=_more,
    indexes=("newest kind, hlc DESC",),
)


def newest_of(database: Database, kind: str) -> EntryId | None:
    """Return the entry of the newest copy, or of the newest trial of one."""
    row = database.row(
        f"SELECT entry FROM {COPIES.table} WHERE kind = ? ORDER BY hlc DESC LIMIT 1",  # noqa: S608 own constants
        kind,
    )
    return None if row is None else EntryId(as_bytes(row[0]).hex())


def all_of(database: Database, kind: str) -> tuple[EntryId, ...]:
    """Return the entries of every copy, or of every trial of one, oldest first."""
    rows = database.rows(f"SELECT entry FROM {COPIES.table} WHERE kind = ? ORDER BY hlc", kind)  # noqa: S608 own constants
    return tuple(EntryId(as_bytes(row[0]).hex()) for row in rows)


def copies_between(database: Database, kind: str, first: int, last: int) -> tuple[EntryId, ...]:
    """Return the entries of the copies made between two moments of the ledger's clock."""
    rows = database.rows(
        f"SELECT entry FROM {COPIES.table} WHERE kind = ? AND hlc BETWEEN ? AND ? ORDER BY hlc",  # noqa: S608 own constants
        kind,
        first,
        last,
    )
    return tuple(EntryId(as_bytes(row[0]).hex()) for row in rows)
