"""The whole check of one part: every line proved, every strand without a gap, every shelf true."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.damage import Damage
from dsl_desk.domain.errors import DamageError
from dsl_desk.storage.chain import Reached, follow
from dsl_desk.storage.columns import as_bytes
from dsl_desk.storage.indexes import LEDGER, same_by_every_index
from dsl_desk.storage.shelves.all import SHELVES
from dsl_desk.storage.shelves.filling import complete, give_up
from dsl_desk.storage.shelves.full_text import FULL_TEXT, Asked
from dsl_desk.storage.shelves.shelf import how_many

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.database import Database
    from dsl_desk.storage.ledger import Ledger
    from dsl_desk.storage.part import Part
    from dsl_desk.storage.shelves.shelf import Shelf

_STEP: Final = 200


def check_part(part: Part, progress: Callable[[int], None]) -> int:
    """Return how many entries there are, all of them good; DamageError names the first bad one.

    `progress` is told how many entries have been checked.
    """
    count = 0
    for step in steps_of(part):
        count += step
        if step and count % _STEP == 0:
            progress(count)
    progress(count)
    return count


def steps_of(part: Part) -> Iterator[int]:
    """Check a part a step at a time; each step tells how many entries it proved, one or none."""
    strands = part.ledger.strands()
    if not strands:
        raise part.ledger.proof.damage(Damage.MISSING, 1)
    for strand in strands:
        for _ in follow(part.ledger, Reached(strand)):
            yield 1
    for _ in indexes_told(part):
        yield 0
    part.fill_shelves(lambda: False)
    for _ in shelves_told(part):
        yield 0
    search_told(part)


def agree(database: Database, ledger: Ledger) -> bool:
    """Tell whether every list says what the ledger says, down to the last word of the search.

    A save torn by a power cut may have reached the ledger's pages and not all of the lists': the
    chain cannot tell it from a save that was finished, nor can a search for a few words of it. A
    list that was being made again tells nothing. Nothing is changed, but the search answers only
    where it might be.
    """
    shelves = [each for each in SHELVES[database.compartment] if complete(database, each)]
    asked = Asked()
    for record in ledger.records():
        entry = ledger.shown(record)
        if not all(_agrees(database, shelf, record, entry, asked) for shelf in shelves):
            return False
    return all(_nothing_else(database, ledger, shelf) for shelf in shelves)


def _agrees(
    database: Database, shelf: Shelf, record: bytes, entry: Entry | None, asked: Asked
) -> bool:
    """Tell whether a shelf shows of a record what its entry says; the search, by every word."""
    row = None if entry is None else shelf.row(entry)
    if shelf.find(database, record) != row:
        return False
    if shelf is not FULL_TEXT or entry is None or row is None:
        return True
    return FULL_TEXT.leads_to(database, entry, asked)


def _nothing_else(database: Database, ledger: Ledger, shelf: Shelf) -> bool:
    if shelf.counted(database) != how_many(database, shelf):
        return False
    if not all(ledger.knows(as_bytes(row[0])) for row in shelf.rows(database)):
        return False
    try:
        if shelf is FULL_TEXT:
            FULL_TEXT.whole(database)
    except DamageError:
        return False
    return True


def indexes_told(part: Part) -> Iterator[None]:
    """Look whether the ledger is the same by every index, so that what was proved is all of it."""
    for same in same_by_every_index(part.database, LEDGER):
        if not same:
            raise part.ledger.proof.damage(Damage.FILE, 0)
        yield


def shelves_told(part: Part) -> Iterator[None]:
    """Compare every row of every shelf with the ledger, record by record, a step at a time.

    Every word there is has to lead the search to a record it stands in.
    """
    shelves, asked = SHELVES[part.compartment], Asked()
    for record in part.ledger.records():
        entry = part.ledger.shown(record)
        for shelf in shelves:
            if not _agrees(part.database, shelf, record, entry, asked):
                raise _wrong(part, shelf, entry)
        yield
    for shelf in shelves:
        for good in _shelf_told(part, shelf):
            if not good:
                raise _wrong(part, shelf, None)
            yield


def _shelf_told(part: Part, shelf: Shelf) -> Iterator[bool]:
    """Tell whether a shelf has nothing else, as many rows as it says, the same by each index."""
    for row in shelf.rows(part.database):
        yield part.ledger.knows(as_bytes(row[0]))
    yield shelf.counted(part.database) == how_many(part.database, shelf)
    yield from same_by_every_index(part.database, shelf.indexed)


def search_in_steps(part: Part) -> Iterator[None]:
    """Look whether every record is found by its own first words, and nothing else is found."""
    if FULL_TEXT not in SHELVES[part.compartment]:
        return
    for record in part.ledger.records():
        entry = part.ledger.shown(record)
        if entry is not None and FULL_TEXT.row(entry) is not None:
            if not FULL_TEXT.stands(part.database, entry):
                raise _wrong(part, FULL_TEXT, entry)
            yield
    since: int | None = 0
    while since is not None:
        own, since = FULL_TEXT.strangers(part.database, since)
        if not own:
            raise _wrong(part, FULL_TEXT, None)
        yield


def search_told(part: Part) -> None:
    """Compare every word of the search with the ledger, in one go."""
    if FULL_TEXT not in SHELVES[part.compartment]:
        return
    try:
        FULL_TEXT.whole(part.database)
    except DamageError:
        FULL_TEXT.read_through(part.database)  # raises again when it is the file that is damaged
        give_up(part.database, FULL_TEXT)  # made again at the next opening
        raise part.ledger.proof.damage(Damage.SEARCH, 0) from None


def _wrong(part: Part, shelf: Shelf, entry: Entry | None) -> DamageError:
    give_up(part.database, shelf)  # nothing on it is lost: the next opening fills it again
    number = 0 if entry is None else entry.header.number
    damage = Damage.SEARCH if shelf is FULL_TEXT else Damage.SHELF
    return part.ledger.proof.damage(damage, number)
