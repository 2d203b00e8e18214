"""The whole check of one part: every line proved, every strand without a gap, every shelf true."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from dsl_desk.domain.damage import Damage
from dsl_desk.storage.shelves.all import SHELVES, give_up
from dsl_desk.storage.writing import NOTHING_BEFORE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row, Value
    from dsl_desk.storage.part import Part
    from dsl_desk.storage.shelves.shelf import Shelf

    Expected: TypeAlias = dict[Value, tuple[int, Row]]

_STEP: Final = 200


def check_part(part: Part, progress: Callable[[int], None]) -> int:
    """Return how many entries there are, all of them good; DamageError names the first bad one.

    `progress` is told how many entries have been checked.
    """
    shelves = SHELVES[part.compartment]
    expected: list[Expected] = [{} for _ in shelves]
    count = 0
    for entry in _chain(part):
        count += 1
        for shelf, rows in zip(shelves, expected, strict=True):
            row = shelf.row(entry)
            if row is not None:
                rows[row[0]] = (entry.header.number, row)
        if count % _STEP == 0:
            progress(count)
    if count == 0:
        raise part.ledger.proof.damage(Damage.MISSING, 1)
    for shelf, rows in zip(shelves, expected, strict=True):
        _compare(part, shelf, rows)
    progress(count)
    return count


def _chain(part: Part) -> Iterator[Entry]:
    strand, number, previous, hlc = b"", 0, NOTHING_BEFORE, 0
    damage = part.ledger.proof.damage
    for line in part.ledger.lines():
        if line.strand != strand:
            strand, number, previous, hlc = line.strand, 0, NOTHING_BEFORE, 0
        number += 1
        if line.number != number:
            raise damage(Damage.MISSING, number)
        entry = part.ledger.proof.prove(line)
        if entry.header.previous != previous or entry.header.hlc <= hlc:
            raise damage(Damage.CHAIN, number)
        previous, hlc = entry.digest, entry.header.hlc
        yield entry


def _compare(part: Part, shelf: Shelf, expected: Expected) -> None:
    wrong = _wrong_rows(shelf.rows(part.database), expected)
    if wrong:
        give_up(part.database, shelf)  # nothing on it is lost: the next opening fills it again
        raise part.ledger.proof.damage(Damage.SHELF, min(wrong))


def _wrong_rows(rows: Iterator[Row], expected: Expected) -> list[int]:
    """Return the numbers of entries the shelf shows wrongly or not at all; 0 for a stranger."""
    wrong = []
    for row in rows:
        number, wanted = expected.pop(row[0], (0, None))
        if row != wanted:
            wrong.append(number)
    return wrong + [number for number, _ in expected.values()]
