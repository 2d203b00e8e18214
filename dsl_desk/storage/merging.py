"""Two copies of a part that grew apart become one again: the union of their strands.

Nobody's entry is lost. What one copy disposed of is gone from both. Versions that were made apart
both stay, and are listed until somebody writes a third. Every entry is proved before it is taken
in, so an import is never the way in for a forgery.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.damage import Damage
from dsl_desk.domain.entry import GONE, Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.storage.chain import follow_lines, reached_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.signing import Pen
    from dsl_desk.storage.ledger import Ledger
    from dsl_desk.storage.part import Part
    from dsl_desk.storage.proof import Line
    from dsl_desk.storage.writing import Write

MERGE_KIND: Final = "merge"
_IN_ONE_WRITE: Final = 500


@dataclass(frozen=True)
class Merged:
    """How many entries were taken in, and which records now have versions made apart."""

    taken: int
    apart: tuple[RecordId, ...]


def merge(part: Part, theirs: Ledger, pen: Pen) -> Merged:
    """Take in every entry of another copy; DamageError before anything if they contradict."""
    for strand in theirs.strands():
        _agree(part.ledger, theirs, strand)
    taken = 0
    waiting = missing(part.ledger, theirs)
    while some := list(islice(waiting, _IN_ONE_WRITE)):
        with part.writing(pen) as write:
            for line, entry in some:
                _take_in(part.ledger, write, line, entry)
        taken += len(some)
    if taken:
        with part.writing(pen) as write:
            write.enter(_merge_act(taken, pen))
    return Merged(taken, part.ledger.apart())


def _agree(ours: Ledger, theirs: Ledger, strand: str) -> None:
    """Refuse two copies that gave one number to two entries: that is nobody's honest history."""
    common = _in_both(ours, theirs, strand)
    if _same(ours, theirs, strand, common):
        return
    good, bad = 0, common  # each entry names the one before, so that all up to `good` agree
    while bad - good > 1:
        middle = (good + bad) // 2
        good, bad = (middle, bad) if _same(ours, theirs, strand, middle) else (good, middle)
    raise ours.proof.damage(Damage.TWICE, bad, strand)


def _in_both(ours: Ledger, theirs: Ledger, strand: str) -> int:
    """Return how many entries of a strand both copies have."""
    both = [ledger.last_line(strand) for ledger in (ours, theirs)]
    return min(0 if line is None else line.number for line in both)


def _same(ours: Ledger, theirs: Ledger, strand: str, number: int) -> bool:
    return reached_at(ours, strand, number) == reached_at(theirs, strand, number)


def missing(ours: Ledger, theirs: Ledger) -> Iterator[tuple[Line, Entry]]:
    """Return what another copy has and ours has not, each entry proved, strand by strand."""
    for strand in theirs.strands():
        since = reached_at(theirs, strand, _in_both(ours, theirs, strand))
        for line, entry, _ in follow_lines(theirs, since):
            yield line, entry


def _take_in(ours: Ledger, write: Write, line: Line, entry: Entry) -> None:
    if entry.header.entry_class is EntryClass.DISPOSAL:
        write.take_in(line, entry)
        write.wipe(entry.header.record)
    elif ours.disposal(line.record) is not None:
        write.take_in(replace(line, salt=None, body=None), replace(entry, body=GONE))
    else:
        write.take_in(line, entry)


def _merge_act(taken: int, pen: Pen) -> Act:
    name = fresh_id(pen.clock.now())
    body = Body(MERGE_KIND, 1, fields={"taken": taken})
    return Act(EntryId(name), RecordId(name), EntryClass.MERGE, body)
