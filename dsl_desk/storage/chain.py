"""A strand followed entry by entry: nothing left out, nothing put in, nothing that came back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.damage import Damage
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.fields import FieldError
from dsl_desk.domain.strand import birth_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.entry import Entry, Head
    from dsl_desk.storage.ledger import Ledger
    from dsl_desk.storage.proof import Line

NOTHING_BEFORE: Final = bytes(32)


@dataclass(frozen=True)
class Reached:
    """How far a strand was followed: its last good entry."""

    strand: str
    number: int = 0
    digest: bytes = NOTHING_BEFORE
    hlc: int = 0


def follow(ledger: Ledger, since: Reached) -> Iterator[tuple[Entry, Reached]]:
    """Return each entry past a point, proved to belong there; the first bad one is named."""
    for _line, entry, reached in follow_lines(ledger, since):
        yield entry, reached


def follow_lines(ledger: Ledger, since: Reached) -> Iterator[tuple[Line, Entry, Reached]]:
    """Return the same with each entry's line, as it stood on disk when it was proved."""
    reached = since
    for line in ledger.lines_after(since.strand, since.number):
        if line.number != reached.number + 1:
            raise ledger.proof.damage(Damage.MISSING, reached.number + 1, since.strand)
        entry = ledger.prove(line)
        header = entry.header
        if header.previous != reached.digest or header.hlc <= reached.hlc:
            raise ledger.proof.damaged(Damage.CHAIN, line)
        _look_beside(ledger, entry, line)
        reached = Reached(since.strand, line.number, entry.digest, header.hlc)
        yield line, entry, reached


def reached_at(ledger: Ledger, strand: str, number: int) -> Reached:
    """Return the point at an entry that is believed for now: only what follows it is proved."""
    line = ledger.at(strand, number)
    if line is None:
        return Reached(strand)
    return Reached(strand, number, line.head(), line.hlc)


def _look_beside(ledger: Ledger, entry: Entry, line: Line) -> None:
    if line.number == 1:
        _born_here(ledger, entry, line)
    for head in entry.header.seen:
        _still_there(ledger, head)
    if entry.header.entry_class is EntryClass.DISPOSAL:
        come_back = ledger.told_of(line.record)
        if come_back is not None:
            raise ledger.proof.damaged(Damage.RETURNED, come_back)


def _born_here(ledger: Ledger, entry: Entry, line: Line) -> None:
    """Refuse a strand that begins in the middle, or that was begun in another part."""
    try:
        birth_of(entry)
    except (FieldError, ValueError):
        raise ledger.proof.damaged(Damage.CHAIN, line) from None
    if entry.body.fields.get("compartment") != ledger.compartment.value:
        raise ledger.proof.damaged(Damage.CHAIN, line)


def _still_there(ledger: Ledger, head: Head) -> None:
    line = ledger.at(head.strand, head.number)
    if line is None:
        raise ledger.proof.damage(Damage.MISSING, head.number, head.strand)
    if line.head() != head.digest:
        raise ledger.proof.damaged(Damage.CHAIN, line)
