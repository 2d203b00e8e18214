"""A drop with 10,000 notes: what unlocking costs beside an empty one, and taking them in.

Run: python -m tests.bench.bench_drop [NOTES]
The empty and the full vault take turns, so that whatever else the machine does falls on both.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.drop import Left, LeftAbout, LeftSort, NoteDraft, Whom
from dsl_desk.keys.drop_cells import CELL, CellPlace, seal_cell
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.services.dropping import Dropping
from dsl_desk.services.founding import found
from dsl_desk.storage.drop import STEP, DropFile
from tests.builders import SCHOOL, a_founder
from tests.conftest import TrainingVault
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk

NOTES: Final = 10_000
ROUNDS: Final = 15
WORDS: Final = "At lunch Wren asked me to follow her, and said another adult already does. " * 20


def main() -> None:
    notes = int(sys.argv[1]) if len(sys.argv) > 1 else NOTES
    with tempfile.TemporaryDirectory() as folder:
        empty, full = a_vault(Path(folder) / "empty"), a_vault(Path(folder) / "full")
        took = timed(lambda: fill(full, notes))
        print(f"{notes:,} notes of {len(WORDS):,} letters made in {took:.1f} s")
        leaving = [timed(lambda: leave(full)) for _ in range(5)]
        print(f"leaving one more       {statistics.median(leaving) * 1000:8.1f} ms, one member")
        times: dict[str, list[float]] = {"empty": [], "full": []}
        for _ in range(ROUNDS):
            for name, vault in (("empty", empty), ("full", full)):
                times[name].append(timed(lambda vault=vault: vault.unlock().close()))
        for name, some in times.items():
            print(f"unlock, drop {name:10}{statistics.median(some) * 1000:8.1f} ms median")
        desk = full.unlock()
        take_in(desk)
        desk.close()


def a_vault(folder: Path) -> TrainingVault:
    founder, clock = a_founder(), FakeClock()
    return TrainingVault(folder, found(folder, SCHOOL, founder, clock), founder.key, clock)


def fill(vault: TrainingVault, notes: int) -> None:
    """Write as many cells as leaving them would, with one flush in the place of 10,000."""
    page = read_header_file(vault.folder)
    row, place = page.members[0], CellPlace(page.vault, vault.member)
    file = DropFile(vault.folder / "drop" / f"{vault.member}.drop", CELL)
    file.grow(-(-notes // STEP) * STEP)
    for first in range(0, notes, 500):
        some = range(first, min(notes, first + 500))
        file.write({at: seal_cell(a_note(vault).written(), row.sealing, place) for at in some})


def a_note(vault: TrainingVault) -> Left:
    note = NoteDraft(WORDS, "Lena Harebell").as_json()
    return Left.fresh(LeftSort.NOTE, Whom(LeftAbout.CHILD), note, vault.clock.now())


def leave(vault: TrainingVault) -> None:
    Dropping(vault.folder, vault.clock).leave(a_note(vault))


def take_in(desk: Desk) -> None:
    slices, began = [], time.perf_counter()
    turns = desk.drop.take_in()
    while True:
        at = time.perf_counter()
        if next(turns, None) is None:
            break
        slices.append(time.perf_counter() - at)
    took, total = time.perf_counter() - began, desk.drop.waiting(0, 1).total
    slices.sort()
    print(f"taken in               {took:8.1f} s, {total:,} records, {total / took:,.0f} a second")
    middle, p99 = statistics.median(slices) * 1000, slices[int(len(slices) * 0.99)] * 1000
    print(f"a slice                {middle:8.1f} ms median, p99 {p99:.1f} ms")
    needs = timed(lambda: list(desk.drop.needs()))
    print(f"what Today asks        {needs * 1000:8.1f} ms")


def timed(job: object) -> float:
    at = time.perf_counter()
    assert callable(job)
    job()
    return time.perf_counter() - at


if __name__ == "__main__":
    main()
