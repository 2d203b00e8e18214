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
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from tests.app.real_program import make_vault

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).parents[2]
BARE = Path(__file__).with_name("bare_window.py")
FROM_HERE = (sys.executable, "-m", "dsl_desk")
GOAL = 1.3


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as vault:
        make_vault(Path(vault))
        compare(rounds, (bare_window, partial(gate, vault)))


def compare(rounds: int, once: tuple[Callable[[], float], Callable[[], float]]) -> None:
    """Measure both in turn and print how they compare."""
    for measure in once:
        measure()  # once for nothing: files into memory, bytecode written
    taken: dict[Callable[[], float], list[float]] = {measure: [] for measure in once}
    for _ in range(rounds):
        for measure in once:
            taken[measure].append(measure())
    bare, ours = (statistics.median(taken[measure]) for measure in once)
    print(f"bare window   median {bare:6.1f} ms   worst {max(taken[once[0]]):6.1f} ms")
    print(f"DSL Desk gate median {ours:6.1f} ms   worst {max(taken[once[1]]):6.1f} ms")
    print(f"ratio {ours / bare:.2f} (goal {GOAL}), {rounds} rounds in turn")


def bare_window() -> float:
    """Start the bare window; milliseconds until it has answered."""
    command = [sys.executable, str(BARE)]
    began, child, told = start(command)
    answered = int(told.readline())
    child.wait()
    told.close()
    return (answered - began) / 1e6


def gate(vault: str, program: Sequence[str] = FROM_HERE) -> float:
    """Start the app as a person does; milliseconds until its gate covers and answers."""
    command = [*program, "--vault", vault, "--tell"]
    began, child, told = start(command)
    while True:
        fact = json.loads(told.readline())
        if fact["what"] == "Covered":
            break
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
