"""The ledger at 100,000 entries, or as many as are asked for, beside floors of the same run.

Run: python -m tests.bench.bench_ledger [entries]
Floors are bare loops over the very same bytes: hashing and verifying, or inserting and signing.
"""

from __future__ import annotations

import hashlib
import hmac
import statistics
import sys
import tempfile
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from dsl_desk.domain.concern import CONCERN, said_of
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.storage.chain import Reached, follow
from dsl_desk.storage.looking import Looking
from dsl_desk.storage.shelves.concerns import page_of_concerns
from tests.bench.bench_record import WORDS, Inserted, bare_insert, bare_part, rows_of
from tests.bench.many_entries import filled
from tests.builders import a_concern_draft
from tests.storage.training import MAYA

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlcipher3 import dbapi2

    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.part import Part
    from dsl_desk.storage.proof import Line
    from tests.storage.training import TrainingPart

ENTRIES: Final = 100_000
SAMPLE: Final = 20_000
BATCH: Final = 500
ROUNDS: Final = 15
Took: TypeAlias = tuple[float, float]
Values: TypeAlias = tuple[object, ...]
SLICE: Final = 0.010


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES
    with tempfile.TemporaryDirectory() as folder:
        _many_in_one_write(Path(folder))
        training = filled(Path(folder) / "many.part", count)
        print(f"the file has {training.path.stat().st_size / 1e6:,.0f} MB")
        _unlock(training)
        _check(training)
        _slices(training)
        _rebuild(training, count)


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _many_in_one_write(folder: Path) -> None:
    """A Write of 500 beside a bare transaction of the same rows, each of them signed."""
    from tests.storage.training import TrainingPart  # noqa: PLC0415 only here

    training = TrainingPart(folder / "write.part")
    floor = bare_part(folder / "bare.part")
    ours: list[Took] = []
    theirs: list[Took] = []
    with closing(training.make()) as part:
        for _ in range(ROUNDS):
            written: list[Entry] = []
            ours.append(took(partial(_write_many, training, part, written)))
            rows = [rows_of(part, entry) for entry in written]
            theirs.append(took(partial(_bare_many, floor, rows)))
    for which, kind in enumerate(("wall", "processor")):
        mine = statistics.median(each[which] for each in ours)
        _tell(f"a Write of 500, {kind}", mine, statistics.median(each[which] for each in theirs))


def _write_many(training: TrainingPart, part: Part, written: list[Entry]) -> None:
    with part.writing(training.pen) as write:
        said = said_of(a_concern_draft(words=WORDS), "C-2026-001")
        written += [
            write.record(CONCERN, said, EntryId(fresh_id(training.clock.now())))
            for _ in range(BATCH)
        ]


def _bare_many(floor: dbapi2.Connection, rows: Sequence[Inserted]) -> None:
    floor.execute("BEGIN IMMEDIATE")
    for inserted in rows:
        _into, line = inserted[0]
        MAYA.sign(cast("bytes", line[7]))  # the header's column
        bare_insert(floor, inserted)
    floor.execute("COMMIT")


def took(work: Callable[[], object]) -> Took:
    """Return the seconds something takes, on the wall and of the processor."""
    wall, own = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - own


def _unlock(training: TrainingPart) -> None:
    """From the key to the first rows of a list."""
    times = []
    rows = 0
    for _ in range(9):
        start = time.perf_counter()
        part = training.open()
        page = page_of_concerns(part.database, 0, 50)
        times.append(time.perf_counter() - start)
        rows = page.total
        part.close()
    print(f"unlock to first rows  {statistics.median(times) * 1000:7.1f} ms ({rows:,} rows)")


def _check(training: TrainingPart) -> None:
    """The rate of the full check beside bare hashing and verifying of the same bytes."""
    with closing(training.open()) as part:
        strand = part.life.strand
        lines = list(_first(part, strand))
        key = Ed25519PublicKey.from_public_bytes(MAYA.signing_key())

        def floor() -> None:
            for line in lines:
                hmac.digest(line.salt or b"", line.body or b"", "sha256")
                hashlib.sha256(line.header + line.signature).digest()
                key.verify(line.signature, line.header)

        def ours() -> None:
            for _, reached in follow(part.ledger, Reached(strand)):
                if reached.number >= SAMPLE:
                    break

        rounds = [(timed(floor), timed(ours)) for _ in range(3)]
    bare_time = min(each[0] for each in rounds) / len(lines)
    our_time = min(each[1] for each in rounds) / len(lines)
    print(f"bare hash and verify  {1 / bare_time:7,.0f} entries a second")
    print(
        f"full check            {1 / our_time:7,.0f} entries a second, {bare_time / our_time:.0%}"
    )


def _first(part: Part, strand: str) -> list[Line]:
    found = []
    for line in part.ledger.lines_after(strand, 0):
        found.append(line)
        if line.number >= SAMPLE:
            break
    return found


def _slices(training: TrainingPart) -> None:
    """How long the slices of the check in the background really are."""
    with closing(training.open()) as part:
        looking = Looking(part, training.pen)
        times = []
        for _ in range(300):
            start = time.perf_counter()
            looking.go_on(lambda until=start + SLICE: time.perf_counter() >= until)  # type: ignore[misc]  # mypy cannot infer a default
            times.append(time.perf_counter() - start)
        times.sort()
        print(
            f"slices of 10 ms       {times[150] * 1000:7.1f} ms median,"
            f" {times[297] * 1000:.1f} ms p99, {times[-1] * 1000:.1f} ms longest"
        )


def _rebuild(training: TrainingPart, count: int) -> None:
    """All shelves anew: first rows, then everything."""
    burglar = training.burgle()
    burglar.execute("DELETE FROM shelves")
    burglar.close()
    start = time.perf_counter()
    with closing(training.open()) as part:
        page_of_concerns(part.database, 0, 50)
        print(f"first rows, afresh    {(time.perf_counter() - start) * 1000:7.1f} ms")
        part.fill_shelves(lambda: False)
    seconds = time.perf_counter() - start
    print(f"shelves made afresh   {seconds:7.1f} s, {count / seconds:,.0f} entries a second")


def _tell(what: str, ours: float, floor: float) -> None:
    print(f"{what:21} {ours * 1000:7.1f} ms, bare {floor * 1000:.1f} ms, ratio {ours / floor:.2f}")


if __name__ == "__main__":
    main()
