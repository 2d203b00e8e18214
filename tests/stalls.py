"""The table of stalls: the longest pause of the main thread in each story, at the end of a run."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from tests.stories.heartbeat import GOAL_MS, IDEAL_MS, PROPERTY

if TYPE_CHECKING:
    import pytest

OUT = Path(__file__).resolve().parent.parent / "out"
_TOLD = 12


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the longest, and write them all down."""
    rows = sorted(
        (
            (busy, wall, page, report.nodeid)
            for report in terminalreporter.stats.get("", ())  # what is told when all is put away
            for name, (busy, wall, page) in report.user_properties
            if name == PROPERTY
        ),
        reverse=True,
    )
    if not rows:
        return
    over = [sum(row[0] > bound for row in rows) for bound in (GOAL_MS, IDEAL_MS)]
    terminalreporter.section("longest stalls of the main thread: processor, wall, in ms")
    for busy, wall, page, test in rows[:_TOLD]:
        story = test.rpartition("/")[2]
        terminalreporter.line(f"{busy:8.1f} {wall:8.1f}  {page:18} {story}")
    terminalreporter.line(
        f"{len(rows)} stories; {over[0]} above {GOAL_MS} ms, {over[1]} above {IDEAL_MS} ms"
    )
    OUT.mkdir(exist_ok=True)
    with (OUT / "stalls.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("processor ms", "wall ms", "page", "story"), *rows])
