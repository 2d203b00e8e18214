"""From process start to a painted, answering gate, against a bare PySide6 window.

`python -m tests.bench.bench_start [ROUNDS]`, from the top of the repository. Both in turn, so that
a slow moment of the machine meets both; prints both medians and their ratio (goal: 1.3).
"""

from __future__ import annotations

import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TextIO

from tests.bench import real_windows

ROOT = Path(__file__).parents[2]
BARE = Path(__file__).with_name("bare_window.py")
GOAL = 1.3


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        vault = Path(folder)
        # A vault with a member: what is waited for every day is the lock screen, not the set-up.
        real_windows.prepare(vault)
        bare, ours = measure(rounds, vault / "school")
    print(f"bare window   median {statistics.median(bare):6.1f} ms   worst {max(bare):6.1f} ms")
    print(f"DSL Desk gate median {statistics.median(ours):6.1f} ms   worst {max(ours):6.1f} ms")
    ratio = statistics.median(ours) / statistics.median(bare)
    print(f"ratio {ratio:.2f} (goal {GOAL}), {rounds} rounds in turn")


def measure(rounds: int, vault: Path) -> tuple[list[float], list[float]]:
    """Start both in turn; milliseconds each."""
    bare_window()  # once for nothing: files into memory, bytecode written
    gate(vault)
    taken = [(bare_window(), gate(vault)) for _ in range(rounds)]
    return [bare for bare, _ in taken], [ours for _, ours in taken]


def bare_window() -> float:
    """Start the bare window; milliseconds until it has answered."""
    command = [sys.executable, str(BARE)]
    began, child, told = start(command)
    answered = int(told.readline())
    child.wait()
    told.close()
    return (answered - began) / 1e6


def gate(vault: Path) -> float:
    """Start the app as a person does; milliseconds until its gate covers and answers."""
    command = [sys.executable, "-m", "dsl_desk", "--vault", str(vault), "--tell"]
    began, child, told = start(command)
    fact = json.loads(told.readline())
    while fact["what"] != "Covered":
        fact = json.loads(told.readline())
    child.send_signal(signal.SIGTERM)
    child.wait()
    told.close()
    return (int(fact["at"]) - began) / 1e6


def start(command: list[str]) -> tuple[int, subprocess.Popen[bytes], TextIO]:
    reading, writing = os.pipe()
    began = time.monotonic_ns()
    child = subprocess.Popen([*command, str(writing)], pass_fds=[writing], cwd=ROOT)
    os.close(writing)
    return began, child, os.fdopen(reading)


if __name__ == "__main__":
    main()
