"""One drill of a restore: a vault of chance, copied, perhaps damaged, and brought back.

`drill(folder, seed)` returns what differs, in words; nothing is the only good answer.
"""

from __future__ import annotations

import io
import random
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.keeping_errors import SnapshotDamagedError
from dsl_desk.domain.progress import untold
from dsl_desk.domain.ways_in import Doorstep
from dsl_desk.services.founding import found
from dsl_desk.services.places import evidence_folder
from dsl_desk.services.restoring import restore
from dsl_desk.services.vaults import open_desk
from dsl_desk.storage.blobs import BlobStore
from tests.builders import SCHOOL, a_concern_draft, a_founder, an_entry_id
from tests.conftest import FONTS
from tests.fakes.clock import FakeClock
from tests.fakes.keychain import FakeKeychain

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from dsl_desk.storage.blobs import BlobKey


def drill(folder: Path, seed: int) -> list[str]:
    """Make a vault and copies of it; bring one back, after an odd seed damaged."""
    chance = random.Random(seed)  # noqa: S311 a drill has to be repeatable
    founder, clock = a_founder(), FakeClock()
    place = Doorstep(clock, FakeKeychain())
    vault = folder / "vault"
    member = found(vault, SCHOOL, founder, clock)
    desk = open_desk(vault, member, founder.key, place, FONTS)
    blobs = [_a_day(desk, vault, clock, chance)]
    desk.snapshots.take(folder / "stick")
    blobs.append(_a_day(desk, vault, clock, chance))
    copy = Path(desk.snapshots.take(folder / "stick").answer.folder)
    there = _all_that_is_read(desk, vault, blobs)
    desk.close()
    if seed % 2:
        return _damaged(copy, folder / "back", chance)
    shutil.rmtree(vault)
    restore(copy, folder / "back")
    again = open_desk(folder / "back", member, founder.key, place, FONTS)
    here = _all_that_is_read(again, folder / "back", blobs)
    again.vault.check(untold)
    again.close()
    return [f"differs: {there} {here}"] if here != there else []


def _a_day(desk: Desk, vault: Path, clock: FakeClock, chance: random.Random) -> BlobKey:
    for _ in range(chance.randrange(1, 6)):
        clock.advance(minutes=chance.randrange(1, 90))
        desk.concerns.record(a_concern_draft(), an_entry_id(clock))
    clock.advance(hours=24)
    folder = evidence_folder(vault, Compartment.CHILDREN)
    folder.parent.mkdir(mode=0o700, exist_ok=True)
    return BlobStore(folder).put(io.BytesIO(chance.randbytes(chance.randrange(300_000))))


def _all_that_is_read(desk: Desk, vault: Path, blobs: list[BlobKey]) -> list[object]:
    store = BlobStore(evidence_folder(vault, Compartment.CHILDREN))
    rows = desk.concerns.page(0, 99).rows
    pictures = [b"".join(store.read(blob)) for blob in blobs]
    concerns = [(row.ref, desk.concerns.open(row.id).entry.fingerprint) for row in rows]
    return [concerns, *pictures]


def _damaged(copy: Path, into: Path, chance: random.Random) -> list[str]:
    pool = [*copy.rglob("*"), *(copy.parent / "evidence").rglob("*")]
    file = chance.choice(sorted(path for path in pool if path.is_file()))
    content = bytearray(file.read_bytes())
    harm = chance.choice(["gone", "cut", "flipped"])
    if harm == "gone":
        file.unlink()
    elif harm == "cut":
        file.write_bytes(content[: chance.randrange(len(content))])
    else:
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        file.write_bytes(content)
    try:
        restore(copy, into)
    except SnapshotDamagedError as told:
        return [] if told.file.endswith(file.name) else [f"{told.file} named for {file.name}"]
    return [f"{harm} {file.name} was not noticed"]
