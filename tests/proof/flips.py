"""Every bit of a small vault flipped, and every file cut off at every length.

What is opened then is refused, by name, or read exactly right. A case is one bit or one length; the
order is mixed, so that a run that was stopped has seen all of the vault evenly.
"""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from dsl_desk.domain.errors import DeskError
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.keys.vouching import vouched
from dsl_desk.services import opening
from dsl_desk.services.drafts import Drafts
from dsl_desk.services.places import drafts_file, stands
from dsl_desk.storage.checking import check_part
from dsl_desk.storage.heads import Judge
from dsl_desk.storage.spool import Spool
from tests.proof import harness
from tests.proof.ground import Ground, check, contents, part_keys, person_of

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from pathlib import Path

    from dsl_desk.keys.header import PartRow

    Read = Callable[[], object]

_STRIDE = 7_368_787  # a prime: every number comes once, mixed


class Flips(harness.Harness):
    name: ClassVar = "flips"
    claim: ClassVar = "a vault with a flipped bit or a cut file is refused or read right"
    asked: ClassVar = "every bit, every length: 100 % refused or read right, 0 wrong data"
    fast: ClassVar = 3000
    control: ClassVar = 2000

    @override
    def prepare(self) -> int:
        self.vault = Ground.laid(self.ground / "vault", concerns=1)
        self.header = read_header_file(self.vault.folder)
        self.rolls = vouched(self.header).rolls
        self.keys = part_keys(self.vault)
        self.person = person_of(self.vault)
        self.files = [
            (path, path.read_bytes(), read, read())
            for path, read in sorted(self._readers().items())
        ]
        self.lengths = [8 * len(octets) + len(octets) for _, octets, _, _ in self.files]
        return sum(self.lengths)

    def _readers(self) -> dict[Path, Read]:
        """Return every file of the vault, and how all that stands in it is read."""
        folder = self.vault.folder
        readers: dict[Path, Read] = {
            folder / "vault.json": self._read_all,
            drafts_file(folder, self.vault.member): self._read_drafts,
        }
        for row in self.header.parts:
            readers[folder / "parts" / row.file] = partial(self._read_part, row)
        return readers

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
        part = opening._open(self.vault.folder, row, key, Judge(self.rolls))
        try:
            return check_part(part, lambda _count: None), list(part.ledger.entries())
        finally:
            part.close()

    def _read_drafts(self) -> object:
        spool = Spool(drafts_file(self.vault.folder, self.vault.member), self.person.drafts_key())
        drafts = Drafts(spool)
        return "lost" if drafts.lost else dict(drafts.brought_back())

    @override
    def case(self, number: int, chance: random.Random) -> str:
        total = sum(self.lengths)
        at = number * _STRIDE % total if math.gcd(_STRIDE, total) == 1 else number
        which = 0
        while at >= self.lengths[which]:
            at -= self.lengths[which]
            which += 1
        path, octets, read, right = self.files[which]
        bits = 8 * len(octets)
        what = f"bit {at} of {path.name}" if at < bits else f"{path.name} cut to {at - bits}"
        changed = _flipped(octets, at) if at < bits else octets[: at - bits]
        if self.planted:
            read = lambda: path.read_bytes()[:4096]  # noqa: E731 - the planted fault: believes it
            right = octets[:4096]
        path.write_bytes(changed)
        try:
            return self._judge(read, right, what)
        finally:
            path.write_bytes(octets)

    def _judge(self, read: Read, right: object, what: str) -> str:
        try:
            found = read()
        except DeskError:
            self.facts["refused"] += 1
            return ""
        if found == right:
            self.facts["read right"] += 1
            return ""
        if found in ("lost", {}):  # no entries: the half before it is read, as after a torn write
            self.facts["drafts told lost" if found else "drafts as they were before"] += 1
            return ""
        return f"{what}: read wrong"


def _flipped(octets: bytes, bit: int) -> bytes:
    changed = bytearray(octets)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


if __name__ == "__main__":
    harness.main(Flips)
