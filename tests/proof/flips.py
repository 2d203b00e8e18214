"""Every bit of a small vault flipped, and every file cut off at every length.

The vault has its page, its parts, drafts, sealed slots with a case in one of them, a
piece of evidence, and a snapshot of it all. What is opened then is refused, by name, or read as it
was. A case is one bit or one length; the order is mixed, so that a run that was stopped has seen
all of the vault evenly.
"""

from __future__ import annotations

import io
import math
import os
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from dsl_desk.domain.case import CaseDraft
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import DeskError
from dsl_desk.domain.member import Role
from dsl_desk.domain.post import Post
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.keys.page_file import FILE as PAGE
from dsl_desk.keys.vouching import vouched
from dsl_desk.services import opening
from dsl_desk.services.drafts import Drafts
from dsl_desk.services.places import drafts_file, evidence_folder, stands
from dsl_desk.services.restoring import believed
from dsl_desk.services.slot_files import SlotDesk
from dsl_desk.storage.blobs import BlobStore
from dsl_desk.storage.checking import check_part
from dsl_desk.storage.copying import require
from dsl_desk.storage.heads import Judge
from dsl_desk.storage.manifest import FILE
from dsl_desk.storage.restoring import place_of, prove_files
from dsl_desk.storage.slots import SLOTS, slot_damage
from dsl_desk.storage.spool import Spool
from tests.proof import harness
from tests.proof.ground import (
    Ground,
    add_member,
    check,
    contents,
    new_id,
    part_keys,
    person_of,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from dsl_desk.domain.ids import MemberId
    from dsl_desk.keys.header import PartRow
    from dsl_desk.keys.person import Person
    from dsl_desk.services.desk import Desk
    from dsl_desk.storage.blobs import BlobKey
    from dsl_desk.storage.manifest import FileRow
    from dsl_desk.storage.slots import SlotName

    Read = Callable[[], object]

_STRIDE = 7_368_787  # a prime: every number comes once, mixed
_SLOT = 12 * 1024
_KINDS = ("the page", "a part", "drafts", "a slot", "evidence", "a snapshot")


@dataclass(frozen=True)
class _Watched:
    """One file: how the program reads it, and what it reads there when it is good."""

    kind: str
    path: Path
    octets: bytes = field(repr=False)
    read: Read
    right: object = field(repr=False)

    @property
    def cases(self) -> int:
        return 8 * len(self.octets) + len(self.octets)


class Flips(harness.Harness):
    name: ClassVar = "flips"
    claim: ClassVar = "a vault with a flipped bit or a cut file is refused or read right"
    asked: ClassVar = "every bit, every length: 100 % refused or read right, 0 wrong data"
    fast: ClassVar = 4000
    control: ClassVar = 500
    faults: ClassVar[tuple[str, ...]] = tuple(
        f"whoever reads {kind} believes it" for kind in _KINDS
    )

    @override
    def prepare(self) -> int:
        self._live()
        folder = self.vault.folder
        self.header = read_header_file(folder)
        self.proved = vouched(self.header)
        self.keys = part_keys(self.vault)
        self.person = person_of(self.vault)
        self.files = [
            _Watched(kind, path, path.read_bytes(), read, read())
            for kind, path, read in self._readers()
            if not self.planted or self.planted.endswith(f"{kind} believes it")
        ]
        return sum(file.cases for file in self.files)

    # ---- a small vault

    def _live(self) -> None:
        self.vault = Ground.laid(self.ground / "vault", concerns=1, slot_size=_SLOT)
        desk = self.vault.unlock()
        self.people = {self.vault.member: self.vault.key}
        self.people |= dict(self._appoint(desk))
        hester = list(self.people)[1]
        desk.close()
        head = self.vault.unlock_as(hester, self.people[hester])
        head.cases.begin(CaseDraft("Maya Fernsby", "Wren Tamarisk", "said once"), new_id())
        head.cases.rewrite_all()
        head.close()
        folder = evidence_folder(self.vault.folder, Compartment.CHILDREN)
        folder.parent.mkdir(mode=0o700)
        self.blobs = BlobStore(folder)
        self.blob = self.blobs.put(io.BytesIO(b"a picture " * 60))
        desk = self.vault.unlock()
        desk.snapshots.take(self.ground / "stick")
        self.snapshot = desk.snapshots.copies_in(self.ground / "stick")[0]
        desk.close()

    def _appoint(self, desk: Desk) -> Iterator[tuple[MemberId, bytes]]:
        for name, role in (("Hester Winterbourne", Role.HEAD), ("Alban Rushmere", Role.CHAIR)):
            member, key = add_member(desk, name, role)
            desk.members.appoint(Post(role, member), "as decided")
            yield member, key
        desk.members.appoint(Post(Role.DSL, self.vault.member), "as decided")

    # ---- every file, and how it is read

    def _readers(self) -> Iterator[tuple[str, Path, Read]]:
        folder = self.vault.folder
        yield "the page", folder / "vault.json", self._read_all
        yield "drafts", drafts_file(folder, self.vault.member), self._read_drafts
        for row in self.header.parts:
            yield "a part", folder / "parts" / row.file, partial(self._read_part, row)
        for slot in SLOTS:
            yield "a slot", folder / "slots" / slot.file, partial(self._read_slot, slot)
        yield "evidence", self.blobs.path(self.blob.name), partial(self._read_blob, self.blob)
        yield "a snapshot", self.snapshot / FILE, self._read_snapshot
        for each in believed(self.snapshot).manifest.files:
            whole = each.name == PAGE
            read = self._read_snapshot if whole else partial(self._read_copy, each)
            yield "a snapshot", place_of(self.snapshot, each), read

    def _read_all(self) -> object:
        stands(self.vault.folder)
        header = read_header_file(self.vault.folder)
        sitting = self.vault.sit()
        try:
            return (header, check(sitting), contents(sitting))
        finally:
            sitting.close()

    def _read_part(self, row: PartRow) -> object:
        key = self.keys[row.compartment]
        part = opening._open(self.vault.folder, row, key, Judge(self.proved.rolls))
        try:
            return check_part(part, lambda _count: None), list(part.ledger.entries())
        finally:
            part.close()

    def _read_drafts(self) -> object:
        spool = Spool(drafts_file(self.vault.folder, self.vault.member), self.person.drafts_key())
        drafts = Drafts(spool)
        return "lost" if drafts.lost else dict(drafts.brought_back())

    def _read_slot(self, slot: SlotName) -> object:
        """Read a slot as each of its holders does; whoever is in no group has nothing to read."""
        found = []
        for person in self._holders(slot):
            ledger = SlotDesk(self.vault.folder, person, self.header, self.proved).read(slot)
            if ledger is None:  # as in services/cases.py: each of them was let in before
                raise slot_damage()
            found.append((ledger.round, list(ledger.entries)))
        return found

    def _holders(self, slot: SlotName) -> Iterator[Person]:
        slots = SlotDesk(self.vault.folder, self.person, self.header, self.proved)
        for member in slots.holders(slot.row):
            yield self._persons[member]

    @cached_property
    def _persons(self) -> dict[MemberId, Person]:
        return {one: person_of(self.vault, one, key) for one, key in self.people.items()}

    def _read_blob(self, blob: BlobKey) -> object:
        return b"".join(self.blobs.read(blob))

    def _read_snapshot(self) -> object:
        copy = believed(self.snapshot)
        prove_files(self.snapshot, copy.manifest)
        return copy.manifest

    def _read_copy(self, row: FileRow) -> object:
        """Read one file of it as `prove_files` does: the others are not touched."""
        require(row, place_of(self.snapshot, row), lambda _count: None)
        return row

    # ---- one bit, or one length

    @override
    def case(self, number: int, chance: random.Random) -> str:
        total = sum(file.cases for file in self.files)
        at = number * _STRIDE % total if math.gcd(_STRIDE, total) == 1 else number
        which = 0
        while at >= self.files[which].cases:
            at -= self.files[which].cases
            which += 1
        file = self.files[which]
        bits = 8 * len(file.octets)
        what = (
            f"bit {at} of {file.path.name}" if at < bits else f"{file.path.name} cut to {at - bits}"
        )
        self.facts[f"of {file.kind}"] += 1
        with _changed(file, at):
            return self._judge(file, what)

    def _judge(self, file: _Watched, what: str) -> str:
        try:
            found = file.path.read_bytes() if self.planted else file.read()
        except DeskError:
            self.facts["refused"] += 1
            return ""
        if found == (file.octets if self.planted else file.right):
            self.facts["read right"] += 1
            return ""
        if file.kind == "drafts" and found in ("lost", {}):
            # No entries: the half before it is read, as after a torn write.
            self.facts["drafts told lost" if found else "drafts as they were before"] += 1
            return ""
        return f"{what}: read wrong"


@contextmanager
def _changed(file: _Watched, at: int) -> Iterator[None]:
    """Flip a bit of a file, or cut it off, for as long as it is looked at."""
    bits, byte = 8 * len(file.octets), at // 8
    with file.path.open("r+b", buffering=0) as handle:
        if at < bits:
            os.pwrite(handle.fileno(), bytes([file.octets[byte] ^ 1 << at % 8]), byte)
        else:
            handle.truncate(at - bits)
    try:
        yield
    finally:
        if at < bits:
            with file.path.open("r+b", buffering=0) as handle:
                os.pwrite(handle.fileno(), file.octets[byte : byte + 1], byte)
        if file.path.read_bytes() != file.octets:  # cut off, or written to by whoever read it
            file.path.write_bytes(file.octets)


if __name__ == "__main__":
    harness.main(Flips)
