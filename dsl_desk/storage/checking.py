"""The whole check of one part: every line proved, every strand without a gap, every shelf true."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.damage import Damage
from dsl_desk.domain.errors import DamageError
from dsl_desk.storage.agreeing import disagreements
from dsl_desk.storage.chain import Reached, follow
from dsl_desk.storage.indexes import LEDGER, same_by_every_index
from dsl_desk.storage.shelves.all import SHELVES
from dsl_desk.storage.shelves.filling import give_up
from dsl_desk.storage.shelves.full_text import FULL_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dsl_desk.domain.entry import Entry
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


def indexes_told(part: Part) -> Iterator[None]:
    """Look whether the ledger is the same by every index, so that what was proved is all of it."""
    for same in same_by_every_index(part.database, LEDGER):
        if not same:
            raise part.ledger.proof.damage(Damage.FILE, 0)
        yield


def shelves_told(part: Part) -> Iterator[None]:
    """Compare every row of every shelf with the ledger, a step at a time.

    Every word there is has to lead the search to a record it stands in.
    """
    for wrong in disagreements(part.database, part.ledger, SHELVES[part.compartment]):
        if wrong is not None:
            raise _wrong(part, wrong.shelf, wrong.entry)
        yield


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
