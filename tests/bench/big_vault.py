"""A whole vault with as many concerns as are asked for, of 150 words each; kept to be measured.

Run: python -m tests.bench.big_vault FOLDER ENTRIES
It is made by the services' own Write, 500 entries at a time, once; FOLDER.json says whose it is.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern import CONCERN, said_of
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, MemberId, fresh_id
from dsl_desk.domain.ways_in import Doorstep
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.services.founding import found
from dsl_desk.services.opening import sit_down
from dsl_desk.services.vaults import open_desk
from tests.bench.many_entries import texts
from tests.builders import SCHOOL, a_concern_draft, a_founder
from tests.conftest import FONTS
from tests.fakes.clock import FakeClock
from tests.fakes.keychain import FakeKeychain

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.sitting import Sitting

CHILDREN: Final = Compartment.CHILDREN
_IN_ONE_WRITE: Final = 500
_TOLD_EVERY: Final = 50_000


@dataclass(frozen=True)
class BigVault:
    """A vault that was made before, and the key of its founder."""

    folder: Path
    member: MemberId
    key: bytes = field(repr=False)
    entries: int
    clock: FakeClock = field(default_factory=FakeClock)

    @property
    def part(self) -> Path:
        """The file with all the concerns."""
        return self.folder / "parts" / "children.part"

    @property
    def signing(self) -> bytes:
        """What the founder's signatures are checked with."""
        return read_header_file(self.folder).members[0].signing

    def sit_down(self) -> Sitting:
        """Open every part, and do nothing else."""
        return sit_down(self.folder, self.member, self.key, self.clock)[0]

    def unlock(self) -> Desk:
        """Unlock as the desk does: looked back, written down, witnessed."""
        place = Doorstep(self.clock, FakeKeychain())
        return open_desk(self.folder, self.member, self.key, place, FONTS)


def big_vault(folder: Path, entries: int) -> BigVault:
    """Return the vault in this folder; made now, if nobody made it before."""
    note = folder.with_suffix(".json")
    if not note.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        vault = _founded(folder, entries)
        _fill(vault)
        note.write_text(json.dumps([vault.member, vault.key.hex(), entries]))
    member, key, made = json.loads(note.read_text())
    return BigVault(folder, MemberId(member), bytes.fromhex(key), made)


def _founded(folder: Path, entries: int) -> BigVault:
    founder = a_founder()
    clock = FakeClock()
    return BigVault(folder, found(folder, SCHOOL, founder, clock), founder.key, entries, clock)


def _fill(vault: BigVault) -> None:
    sitting, clock = vault.sit_down(), vault.clock
    waiting = texts(vault.entries)
    start = time.perf_counter()
    for first in range(0, vault.entries, _IN_ONE_WRITE):
        clock.advance(minutes=1)
        with sitting.writing(CHILDREN, EntryClass.CONCERN) as write:
            for number in range(first, min(vault.entries, first + _IN_ONE_WRITE)):
                draft = a_concern_draft(about=f"Child {number}", words=next(waiting))
                name = EntryId(fresh_id(clock.now()))
                write.record(CONCERN, said_of(draft, f"C-2026-{number:07}"), name)
        if (first + _IN_ONE_WRITE) % _TOLD_EVERY == 0:
            seconds = time.perf_counter() - start
            print(f"{first + _IN_ONE_WRITE:9,} entries after {seconds:6.1f} s", flush=True)
    seconds = time.perf_counter() - start
    sitting.close()
    rate, size = vault.entries / seconds, vault.part.stat().st_size / 1e6
    print(f"{vault.entries:,} written in {seconds:.1f} s, {rate:,.0f} a second, {size:,.0f} MB")


def main() -> None:
    big_vault(Path(sys.argv[1]), int(sys.argv[2]))


if __name__ == "__main__":
    main()
