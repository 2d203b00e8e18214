"""From Ctrl+L to the screen covered, and to the desk's process gone.

`python -m tests.bench.bench_lock [LOCKS] [bare]`, from the top of the repository. The real windows
over a real vault, or, with `bare`, the stand-ins of the process tests. Each time 2 KB are typed and
not saved, and a long job of pure Python runs beside the window; after each lock the 2 KB must be
back. Goals: 50 ms and 200 ms, median.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from pathlib import Path

from tests.app.running import Running

TEXT = ("Wren said he would not go home. " * 64)[:2048].rstrip()
COVERED_GOAL = 50
GONE_GOAL = 200


def main() -> None:
    locks = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    bare = sys.argv[2:] == ["bare"]
    program = "tests.app.stand_in" if bare else "tests.app.real_program"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as vault:
        running = Running(Path(vault), program=program)
        taken = measure(running, locks)
        running.supervisor.terminate()
        running.exit_code()
        running.close()
    show("covered", [covered for covered, _ in taken], COVERED_GOAL)
    show("desk gone", [gone for _, gone in taken], GONE_GOAL)


def measure(running: Running, locks: int) -> list[tuple[float, float]]:
    """Lock so many times; milliseconds to covered and to gone, each."""
    taken = []
    desk = running.unlock(running.next_pair())
    for _ in range(locks):
        running.type(desk, TEXT)
        running.order(desk, "work")
        spare = running.next_pair()
        running.order(desk, "lock")
        pressed = running.wait_for("Pressed", pid=desk).at
        covered = running.wait_for("Covered", pid=spare[0]).at
        gone = running.wait_for("Gone", pid=desk).at
        taken.append(((covered - pressed) / 1e6, (gone - pressed) / 1e6))
        desk = running.unlock(spare)
        assert running.drafts_of(desk) == TEXT
    return taken


def show(what: str, taken: list[float], goal: int) -> None:
    median = statistics.median(taken)
    print(f"{what:10} median {median:6.1f} ms   worst {max(taken):6.1f} ms   goal {goal} ms")


if __name__ == "__main__":
    main()
