"""Every shelf of every part, and how they are filled and refilled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.storage.shelves.concerns import ConcernShelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.database import Database
    from dsl_desk.storage.shelves.shelf import Shelf

SHELVES: Final[Mapping[Compartment, tuple[Shelf, ...]]] = {
    Compartment.SCHOOL: (),
    Compartment.CHILDREN: (ConcernShelf(),),
    Compartment.STAFF: (),
    Compartment.DECLARATIONS: (),
}


def shelve(database: Database, entry: Entry, shelves: Iterable[Shelf]) -> None:
    """Put what an entry says on the shelves that want it."""
    for shelf in shelves:
        row = shelf.row(entry)
        if row is not None:
            shelf.put(database, row)


def lay_out(database: Database) -> tuple[Shelf, ...]:
    """Make the tables of shelves that are new or of another version; return those, still empty.

    Only possible before the database is closed to changes. What was on an old shelf is dropped:
    all of it is in the ledger.
    """
    known = {row[0]: row[1] for row in database.rows("SELECT name, version FROM shelves")}
    stale = tuple(
        shelf for shelf in SHELVES[database.compartment] if known.get(shelf.name) != shelf.version
    )
    for shelf in stale:
        database.run(f"DROP TABLE IF EXISTS {shelf.name}")
        for statement in (*shelf.tables, *shelf.indexes):
            database.run(statement)
    return stale


def give_up(database: Database, shelf: Shelf) -> None:
    """Note that a shelf cannot be trusted: the next opening makes it again from the ledger."""
    database.run("DELETE FROM shelves WHERE name = ?", shelf.name)


def refill(database: Database, entries: Iterable[Entry], shelves: tuple[Shelf, ...]) -> None:
    """Fill empty shelves from the ledger, and note that they are full."""
    for entry in entries:
        shelve(database, entry, shelves)
    for shelf in shelves:
        database.run(
            "INSERT OR REPLACE INTO shelves (name, version) VALUES (?, ?)",
            shelf.name,
            shelf.version,
        )
