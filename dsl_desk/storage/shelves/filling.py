"""How shelves are filled: by every Write as it goes, and afresh from the ledger, newest first.

A new shelf stands beside the old one and is filled in slices, each of them a transaction, so that
a killed desk goes on where it was. `back_to` says how far it has come: the lowest place on it.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.errors import DamageError
from dsl_desk.storage.columns import as_number, as_text
from dsl_desk.storage.shelves.all import SHELVES
from dsl_desk.storage.shelves.full_text import FULL_TEXT
from dsl_desk.storage.shelves.shelf import Standing, keep_counts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database
    from dsl_desk.storage.ledger import Ledger
    from dsl_desk.storage.proof import Line
    from dsl_desk.storage.shelves.shelf import Shelf

_WHOLE: Final = 0


@dataclass(frozen=True)
class Shelved:
    """How far the shelves of a part are filled: `left` entries of `of` are not on them yet."""

    left: int
    of: int

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return self.left == 0


def shelve(database: Database, standing: Standing) -> None:
    """Put what an entry says on the shelves that want it."""
    for shelf in SHELVES[database.compartment]:
        row = shelf.row(standing.entry)
        if row is not None:
            shelf.put(database, row, standing)


def lay_out(database: Database, end: int) -> None:
    """Make the tables of shelves that are new or of another version, still empty.

    Only possible before the database is closed to changes. An older version is dropped once the
    one that takes its place is complete; all that is on it is in the ledger.
    """
    known = _known(database)
    for shelf in SHELVES[database.compartment]:
        if (shelf.name, shelf.version) not in known:
            shelf.tear_down(database, shelf.version)
            shelf.lay_out(database)
            database.run(
                "INSERT INTO shelves (name, version, back_to, count) VALUES (?, ?, ?, 0)",
                shelf.name,
                shelf.version,
                end + 1 if end else _WHOLE,
            )
        elif known[shelf.name, shelf.version] == _WHOLE:
            _drop_others(database, shelf, known)


def give_up(database: Database, shelf: Shelf) -> None:
    """Note that a shelf cannot be trusted: the next opening makes it again from the ledger."""
    database.run("DELETE FROM shelves WHERE name = ? AND version = ?", shelf.name, shelf.version)


def complete(database: Database, shelf: Shelf) -> bool:
    """Tell whether a shelf is there in this version, with nothing missing on it."""
    return _known(database).get((shelf.name, shelf.version)) == _WHOLE


def shelved(database: Database, end: int) -> Shelved:
    """Tell how far the shelves are filled."""
    return Shelved(max(0, _back_to(database) - 1), end)


def fill(database: Database, ledger: Ledger, enough: Callable[[], bool]) -> None:
    """Fill the shelves further back, slice by slice, until they are complete or it is enough.

    Those that are equally far go on together, so that each entry is read once for all of them.
    Lists come before the search, which takes longer.
    """
    while together := _furthest_behind(database):
        if enough():
            return
        _save_slice(database, ledger, together)


def fill_shelf(
    database: Database, ledger: Ledger, shelf: Shelf, enough: Callable[[int], bool]
) -> None:
    """Fill one shelf further back; `enough` is asked with the lowest place that is on it."""
    while (back_to := _known(database).get((shelf.name, shelf.version), _WHOLE)) != _WHOLE:
        if enough(back_to):
            return
        _save_slice(database, ledger, _Together((shelf,), back_to))


@dataclass(frozen=True)
class _Together:
    """Shelves that are filled as far as each other, and from where the next of them is."""

    shelves: tuple[Shelf, ...]
    back_to: int
    others: int = _WHOLE

    @property
    def first(self) -> int:
        """The lowest place of the next slice; where others are, all go on together."""
        return max(1, self.others, self.back_to - min(shelf.slice for shelf in self.shelves))


def _furthest_behind(database: Database) -> _Together | None:
    """Return the lists with most to go; the search once they are complete; None when all are."""
    known = _known(database)
    waiting = {
        shelf: known.get((shelf.name, shelf.version), _WHOLE)
        for shelf in SHELVES[database.compartment]
    }
    waiting = {shelf: back_to for shelf, back_to in waiting.items() if back_to != _WHOLE}
    if len(waiting) > 1:
        waiting.pop(FULL_TEXT, None)
    if not waiting:
        return None
    back_to = max(waiting.values())
    others = max((each for each in waiting.values() if each != back_to), default=_WHOLE)
    return _Together(
        tuple(shelf for shelf in waiting if waiting[shelf] == back_to), back_to, others
    )


def _save_slice(database: Database, ledger: Ledger, together: _Together) -> None:
    database.run("BEGIN IMMEDIATE")
    try:
        _fill_slice(database, ledger, together)
        keep_counts(database)
        database.run("COMMIT")
    except BaseException:
        database.more_rows.clear()
        database.run("ROLLBACK")
        raise


def _fill_slice(database: Database, ledger: Ledger, together: _Together) -> None:
    for line in ledger.lines_between(together.first, together.back_to):
        entry = _entry_of(ledger, line)
        if entry is not None:
            _put_on(database, ledger, together.shelves, Standing(entry, line.place), line)
    for shelf in together.shelves:
        database.run(
            "UPDATE shelves SET back_to = ? WHERE name = ? AND version = ?",
            _WHOLE if together.first == 1 else together.first,
            shelf.name,
            shelf.version,
        )


def _put_on(
    database: Database,
    ledger: Ledger,
    shelves: Iterable[Shelf],
    standing: Standing,
    line: Line,
) -> None:
    for shelf in shelves:
        row = _row_of(ledger, line, standing.entry, shelf)
        if row is not None:
            shelf.put(database, row, standing)


def _entry_of(ledger: Ledger, line: Line) -> Entry | None:
    """Return an entry that is to go on a shelf; nothing when it is damaged.

    Naming damage is for the check. A part whose lists are made again has to open all the same.
    """
    with suppress(DamageError):
        return ledger.proof.read(line)
    return None


def _row_of(ledger: Ledger, line: Line, entry: Entry, shelf: Shelf) -> Row | None:
    """Return what an entry puts on a shelf: nothing when it is damaged, as above."""
    try:
        return shelf.row(entry)
    except (ValueError, KeyError):
        with suppress(DamageError):
            ledger.prove(line)  # what its author never signed need not make sense
            raise
    return None


def _back_to(database: Database) -> int:
    """Return how far back the shelf that is furthest behind has come."""
    known = _known(database)
    wanted = SHELVES[database.compartment]
    return max((known.get((shelf.name, shelf.version), _WHOLE) for shelf in wanted), default=_WHOLE)


def _known(database: Database) -> dict[tuple[str, int], int]:
    rows = database.rows("SELECT name, version, back_to FROM shelves")
    return {(as_text(row[0]), as_number(row[1])): as_number(row[2]) for row in rows}


def _drop_others(database: Database, shelf: Shelf, known: dict[tuple[str, int], int]) -> None:
    for name, version in known:
        if name == shelf.name and version != shelf.version:
            shelf.tear_down(database, version)
            database.run("DELETE FROM shelves WHERE name = ? AND version = ?", name, version)
