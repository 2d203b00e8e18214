"""How long people take: 5,000 pupils taken in, and found by name while they are typed.

`python -m tests.bench.bench_people`
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from dsl_desk.domain.progress import untold
from dsl_desk.services.founding import found
from dsl_desk.services.importing import AT_ONCE, guess_columns, plan, read_file
from dsl_desk.services.vaults import open_desk
from tests.builders import SCHOOL, a_founder, nowhere
from tests.conftest import FONTS
from tests.fakes.clock import FakeClock
from tests.intake.lists import a_csv, many_pupils

_ASKED = ("w", "wren tam", "xren tamarixk", "wren tamariskharebelk", "tamarisk 6h")


def main(count: int) -> None:
    """Measure, and print."""
    clock, founder = FakeClock(), a_founder()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "vault"
        member = found(folder, SCHOOL, founder, clock)
        desk = open_desk(folder, member, founder.key, nowhere(clock), FONTS)
        path = Path(place) / "list.csv"
        path.write_bytes(a_csv(many_pupils(count)))
        began = time.perf_counter()
        sheet = read_file(path)
        made = plan(sheet, guess_columns(sheet, {}), desk.importing.known(), clock, untold)
        planned = time.perf_counter()
        rest = made.writes({}, leavers=True)
        while rest:
            desk.importing.take_in(rest)
            rest = rest[AT_ONCE:]
        done = time.perf_counter()
        print(f"{count} pupils: read and planned in {planned - began:.2f} s")
        print(f"written in {done - planned:.2f} s")
        began = time.perf_counter()
        desk.people.find("wren", 6)
        print(f"directory read and first found: {(time.perf_counter() - began) * 1000:.0f} ms")
        for words in _ASKED:
            times = []
            for _ in range(20):
                began = time.perf_counter()
                desk.people.find(words, 6)
                times.append((time.perf_counter() - began) * 1000)
            times.sort()
            print(f"find {words!r}: median {times[10]:.1f} ms, slowest {times[-1]:.1f} ms")
        desk.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000)
