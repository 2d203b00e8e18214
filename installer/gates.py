"""Every gate in turn, each with its seconds; none is left out because an earlier one failed."""

from __future__ import annotations

import subprocess
import time

from installer.home import PROGRAMS, PYTHON
from installer.steps import ROOT, say

MODULE = (PYTHON, "-m")
PERFECT = "domain keys storage services"  # every branch of these rooms is tested
INCLUDED = ",".join(f"dsl_desk/{room}/*" for room in PERFECT.split())
HUNDRED = ("--show-missing", f"--include={INCLUDED}", "--fail-under=100")

# pytest comes last but for what reads its result: its closing lines are what one looks for.
GATES = (
    ("ruff check", (*MODULE, "ruff", "check", ".")),
    ("ruff format", (*MODULE, "ruff", "format", "--check", ".")),
    ("mypy", (*MODULE, "mypy")),
    ("lint-imports", (PROGRAMS / "lint-imports",)),
    ("pytest", (*MODULE, "pytest", "-n", "2", "--cov", "--cov-report=")),
    (f"every branch of {PERFECT}", (*MODULE, "coverage", "report", *HUNDRED)),
)


def run_all() -> int:
    """Run them all, then print one line for each."""
    results = []
    for name, command in GATES:
        say(f"\n== {name}")
        begun = time.monotonic()
        code = subprocess.call(command, cwd=ROOT)
        results.append((name, time.monotonic() - begun, code))
    say("\n== seconds by gate")
    for name, seconds, code in results:
        say(f"{seconds:8.1f}  {name}{', FAILED' if code else ''}")
    return 1 if any(code for *_, code in results) else 0
