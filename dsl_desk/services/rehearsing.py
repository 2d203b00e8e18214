"""A rehearsal of a restore: every file of a copy read, every part opened, counted and compared."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.entry import Head
from dsl_desk.domain.errors import DamageError, SnapshotDamagedError
from dsl_desk.domain.snapshot import Rehearsal
from dsl_desk.services.opening import key_of, member_row
from dsl_desk.services.restoring import PARTS, believed
from dsl_desk.storage.database import look_into_compartment
from dsl_desk.storage.heads import proved_heads
from dsl_desk.storage.journal import JOURNAL
from dsl_desk.storage.ledger import Ledger
from dsl_desk.storage.restoring import prove_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.progress import Progress
    from dsl_desk.keys.header import PartRow
    from dsl_desk.keys.person import Person
    from dsl_desk.services.restoring import Believed
    from dsl_desk.services.sitting import Sitting


class _Found:
    """What is found while part after part is opened."""

    def __init__(self) -> None:
        self.opened: list[Compartment] = []
        self.entries = self.behind = self.beyond = 0

    def count(self, part: Compartment, heads: Sequence[Head], live: Ledger | None) -> None:
        self.opened.append(part)
        self.entries += sum(head.number for head in heads)
        if live is not None:
            self.behind += _more(live.heads(), heads)
            self.beyond += _more(heads, live.heads())


def rehearsed(snapshot: Path, sitting: Sitting, person: Person, progress: Progress) -> Rehearsal:
    """Return what came of it; SnapshotDamagedError names the first file that is wrong."""
    copy = believed(snapshot)
    prove_files(snapshot, copy.manifest, progress)
    found = _Found()
    for row, key in _parts(copy, person):
        here = sitting.parts.get(row.compartment)
        live = None if here is None else here.part.ledger
        found.count(row.compartment, _heads_in(snapshot, copy, row, key, live), live)
    return Rehearsal(
        snapshot=copy.manifest.id,
        at=sitting.clock.now(),
        opened=tuple(found.opened),
        entries=found.entries,
        files=len(copy.manifest.files),
        behind=found.behind,
        beyond=found.beyond,
    )


def _parts(copy: Believed, person: Person) -> Iterator[tuple[PartRow, bytes]]:
    """Return the parts of the copy that this person's keys open there, but for halves of a pair."""
    member = member_row(copy.header, person.id)
    names = {row.name for row in copy.manifest.files}
    for grant in member.grants:
        for row in copy.header.parts:
            is_it = (row.compartment, row.epoch) == (grant.compartment, grant.epoch)
            if is_it and f"{PARTS}{row.file}{JOURNAL}" not in names:
                yield row, key_of(person, member, grant)


def _heads_in(
    snapshot: Path, copy: Believed, row: PartRow, key: bytes, live: Ledger | None
) -> Sequence[Head]:
    name = PARTS + row.file
    try:
        part = look_into_compartment(snapshot / name, key, row.salt, row.compartment)
        with closing(part):
            ledger = Ledger(part, copy.proved.rolls)
            heads = proved_heads(ledger)
            if any(said.heads != heads for said in copy.manifest.parts if said.file == name):
                raise SnapshotDamagedError(name)
            twice = None if live is None else _twice(live, ledger)
    except DamageError:
        raise SnapshotDamagedError(name) from None
    if twice is not None:
        raise DamageError(Where(Damage.TWICE, row.compartment, twice.number, twice.strand))
    return heads


def _twice(live: Ledger, copy: Ledger) -> Head | None:
    """Return where a number stands for another entry in the copy than in the vault."""
    reached = {head.strand: head.number for head in copy.heads()}
    for head in live.heads():
        number = min(head.number, reached.get(head.strand, 0))
        here, there = live.at(head.strand, number), copy.at(head.strand, number)
        if here is not None and there is not None and here.head() != there.head():
            return Head(head.strand, number, here.head())
    return None


def _more(these: Sequence[Head], those: Sequence[Head]) -> int:
    """Return how many entries these know of that those do not."""
    known = {head.strand: head.number for head in those}
    return sum(max(0, head.number - known.get(head.strand, 0)) for head in these)
