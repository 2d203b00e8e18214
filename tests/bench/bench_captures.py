"""Capturing many files, each beside what nobody can do without, on the same bytes and disk.

Run: python -m tests.bench.bench_captures [captures] [bytes]
The floor is: read the file, SHA-256, AES-256-GCM, write, one flush, and one bare SQLCipher
transaction with our settings that holds the same two entries. Both take turns. Decoding is apart:
`ours` asks no decoder; `told` is given an answer at once, so that reading back for it counts.
"""

from __future__ import annotations

import hashlib
import os
import resource
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from dsl_desk.domain.alike import MOST_SPOTS, Spot, as_text
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.picture import Decoded, PictureFacts, PictureSort
from dsl_desk.domain.ways_in import Doorstep
from dsl_desk.services.founding import found
from dsl_desk.services.vaults import open_desk
from dsl_desk.storage.chunks import CHUNK
from tests.bench.bench_record import bare_part
from tests.bench.drawn_pictures import chance_of
from tests.builders import SCHOOL, a_founder
from tests.fakes.clock import FakeClock
from tests.fakes.keychain import FakeKeychain
from tests.services.looking import a_stop, an_evidence_draft, decided

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlcipher3 import dbapi2

    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.doorway import Decode, Doorway
    from dsl_desk.storage.columns import Row

FONTS: Final = Path(__file__).parents[2] / "resources" / "fonts"
_TWO: Final = 2
_INTO_LEDGER: Final = "INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_LAST: Final = "SELECT * FROM ledger ORDER BY rowid DESC LIMIT 2"


def main(count: int, length: int) -> None:
    """Make a vault, capture, and print."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        founder, clock = a_founder(), FakeClock()
        member = found(here / "vault", SCHOOL, founder, clock)
        place = Doorstep(clock, FakeKeychain())
        desk = open_desk(here / "vault", member, founder.key, place, FONTS)
        bare = bare_part(here / "bare.part")
        try:
            _measure(desk, bare, here, count, length)
        finally:
            bare.close()
            desk.close()


def _measure(desk: Desk, bare: dbapi2.Connection, here: Path, count: int, length: int) -> None:
    basis = decided(desk).id
    times: dict[str, list[float]] = {"floor": [], "ours": [], "told": []}
    memory: list[int] = []
    doors = {name: _door(desk, basis, count) for name in ("ours", "told")}
    answers: dict[str, Decode | None] = {"ours": None, "told": _answer()}
    (here / "floor").mkdir()
    for number in range(count):
        for name in ("ours", "told"):
            path = _file(here, length)
            act = partial(_capture, desk, doors[name], path, answers[name])
            times[name].append(_timed(act))
        rows = list(desk.sitting.part(desk.looks.part_of(basis)).database.rows(_LAST))
        path = _file(here, length)
        times["floor"].append(_timed(partial(_bare, bare, path, here / "floor", rows)))
        if number % max(1, count // 10) == 0:
            memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    floor = statistics.median(times["floor"])
    for name, some in times.items():
        half = statistics.median(some[: count // _TWO]), statistics.median(some[count // _TWO :])
        print(
            f"{name}: median {statistics.median(some) * 1000:.1f} ms, "
            f"{statistics.median(some) / floor:.2f} times the floor; "
            f"first half {half[0] * 1000:.1f}, second half {half[1] * 1000:.1f}"
        )
    print(f"highest memory in MB, every tenth of the way: {memory}")


def _door(desk: Desk, basis: RecordId, count: int) -> Doorway:
    return desk.evidence.let_in(a_stop(desk, basis, count=count))


def _capture(desk: Desk, door: Doorway, path: Path, decode: Decode | None) -> None:
    with path.open("rb") as untrusted_stream:
        sealed = door.seal(untrusted_stream, path.name, decode)
    entry = EntryId(fresh_id(datetime.now(UTC)))
    desk.evidence.keep(sealed, an_evidence_draft(desk.sitting.clock), entry)


def _bare(bare: dbapi2.Connection, path: Path, folder: Path, rows: list[Row]) -> None:
    cipher, digest, name = AESGCM(bytes(32)), hashlib.sha256(), os.urandom(16)
    with path.open("rb") as stream, (folder / name.hex()).open("wb") as sealed:
        number = 0
        while piece := stream.read(CHUNK):
            digest.update(piece)
            sealed.write(cipher.encrypt(number.to_bytes(12, "big"), piece, name))
            number += 1
        sealed.flush()
        os.fsync(sealed.fileno())
    bare.execute("BEGIN IMMEDIATE")
    for row in rows:
        bare.execute(_INTO_LEDGER, row)
    bare.execute("COMMIT")


def _file(here: Path, length: int) -> Path:
    path = here / "incoming.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(length - 8))
    return path


def _answer() -> Decode:
    chance = chance_of(1)
    spots = [
        Spot(chance.getrandbits(64), number * 20, number * 20, number % 10)
        for number in range(MOST_SPOTS)
    ]
    facts = PictureFacts(PictureSort.PNG, 1170, 2532, likeness="5" * 16, spots=as_text(spots))
    return lambda _content, _name: Decoded(facts)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    numbers = [int(each) for each in sys.argv[1:]]
    main(*(numbers or [500]), *([2_000_000] if len(numbers) < _TWO else []))
