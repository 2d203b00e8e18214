"""How the tests run a proof: the same program, in a process of its own, on a sample."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.proof.figures import Figures

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Ran:
    """What a run said, and how it ended."""

    figures: Figures
    why_not: str  # what a run that did not end well said at its end


def ran(name: str, *words: str) -> list[Ran]:
    """Run a proof and read what it found, a line for each run."""
    command: Sequence[str] = (sys.executable, "-m", f"tests.proof.{name}", *words)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    assert lines, done.stderr[-3000:]
    end = f"{done.returncode}: {done.stderr[-2000:]}" if done.returncode else ""
    return [Ran(Figures(**json.loads(line)), end) for line in lines if line.startswith("{")]


def prove(name: str) -> None:
    """Let a proof run its sample; it must find nothing wrong."""
    (run,) = ran(name, "fast")
    found = run.figures
    again = f"python -m tests.proof.{name} case NUMBER {found.seed}"
    assert not found.bad, (found.wrong, again)
    assert found.cases
    assert not run.why_not


def catch(name: str) -> None:
    """Let a proof run with each of its planted faults; it must find every one."""
    runs = ran(name, "control")
    for found in (run.figures for run in runs):
        assert found.bad, f"{name} did not see its planted fault: {found.claim} (seed {found.seed})"
    assert not runs[0].why_not, (runs[-1].figures.claim, runs[0].figures.seed)
