"""Whether the lists say what the ledger says, a stretch of records at a time.

What stands on a list from one record to another is read in one go, and has to be what the entries
there put on it: nothing missing, nothing of another day, nothing beside it. Asking each of thirty
lists for each record, most of which have nothing of it, took six times as long as all the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.errors import DamageError
from dsl_desk.storage.columns import as_bytes
from dsl_desk.storage.indexes import same_by_every_index
from dsl_desk.storage.shelves.all import SHELVES
from dsl_desk.storage.shelves.filling import complete
from dsl_desk.storage.shelves.full_text import FULL_TEXT, Asked
from dsl_desk.storage.shelves.shelf import how_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.database import Database
    from dsl_desk.storage.ledger import Ledger
    from dsl_desk.storage.shelves.shelf import Shelf

    Shown = tuple[bytes, Entry | None]

_STRETCH: Final = 20  # a few milliseconds: others use the file in between


@dataclass(frozen=True)
class Wrong:
    """A list that does not agree, and the entry it is wrong about, where that is known."""

    shelf: Shelf
    entry: Entry | None = None


def agree(database: Database, ledger: Ledger) -> bool:
    """Tell whether every list says what the ledger says, down to the last word of the search.

    A save torn by a power cut may have reached the ledger's pages and not all of the lists': the
    chain cannot tell it from a save that was finished, nor can a search for a few words of it. A
    list that was being made again tells nothing. Nothing is changed, but the search answers only
    where it might be.
    """
    shelves = [each for each in SHELVES[database.compartment] if complete(database, each)]
    if any(wrong is not None for wrong in disagreements(database, ledger, shelves)):
        return False
    try:
        if FULL_TEXT in shelves:
            FULL_TEXT.whole(database)
    except DamageError:
        return False
    return True


def disagreements(
    database: Database, ledger: Ledger, shelves: Sequence[Shelf]
) -> Iterator[Wrong | None]:
    """Tell, a step at a time, which list does not agree; None for a step in which all did."""
    after, asked = b"", Asked()
    # Asked for one stretch at a time: between two steps somebody may record what sorts in between.
    while stretch := ledger.records_after(after, _STRETCH):
        shown = [(record, ledger.shown(record)) for record in stretch]
        yield _wrong_within(database, shelves, after, shown, asked)
        after = stretch[-1]
    for shelf in shelves:
        yield from (None if good else Wrong(shelf) for good in _well_kept(database, ledger, shelf))


def _wrong_within(
    database: Database,
    shelves: Iterable[Shelf],
    after: bytes,
    shown: Sequence[Shown],
    asked: Asked,
) -> Wrong | None:
    """Return the first list that is wrong about what follows a record, up to the last of these."""
    for shelf in shelves:
        rows = shelf.rows_between(database, after, shown[-1][0])
        there = {as_bytes(row[0]): row for row in rows}
        for record, entry in shown:
            row = None if entry is None else shelf.row(entry)
            if there.pop(record, None) != row:
                return Wrong(shelf, entry)
            if entry is not None and row is not None:
                # Reading along is one way to a row; by its record, and by its words, are others.
                if shelf.find(database, record) != row:
                    return Wrong(shelf, entry)
                if shelf is FULL_TEXT and not FULL_TEXT.leads_to(database, entry, asked):
                    return Wrong(shelf, entry)
        if there:
            return Wrong(shelf)
    return None


def _well_kept(database: Database, ledger: Ledger, shelf: Shelf) -> Iterator[bool]:
    """Tell whether a list is in order, ends where it should, and is the same by every index.

    In order: so that what was read from one record to another was all there is between them.
    """
    last = b""
    for row in shelf.rows(database):
        before, last = last, as_bytes(row[0])
        yield last > before
    yield not last or ledger.knows(last)
    yield shelf.counted(database) == how_many(database, shelf)
    yield from same_by_every_index(database, shelf.indexed)
