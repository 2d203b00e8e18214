"""The last page of a test run: seconds by room, and the files longer than they should be."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).resolve().parent.parent
AIM = 150  # lines; tests/house stops a file at 300


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print it when more than one room was tested: set-up, test and tear-down, both workers."""
    seconds: dict[str, float] = defaultdict(float)
    tests: dict[str, set[str]] = defaultdict(set)
    for reports in terminalreporter.stats.values():
        for report in reports:
            if hasattr(report, "duration") and report.nodeid.count("/") > 1:
                room = report.nodeid.split("/")[1]
                seconds[room] += report.duration
                tests[room].add(report.nodeid)
    if len(seconds) < 2:
        return
    terminalreporter.section("seconds by room")
    for room in sorted(seconds):
        terminalreporter.line(f"{seconds[room]:8.1f}  {len(tests[room]):5} tests  {room}")
    longest = sorted(
        ((len(path.read_bytes().splitlines()), path) for path in sources()), reverse=True
    )
    terminalreporter.section(f"files above {AIM} lines")
    for lines, path in longest:
        if lines > AIM:
            terminalreporter.line(f"{lines:8}  {path.relative_to(ROOT)}")


def sources() -> list[Path]:
    """Every file of Python that is ours."""
    return [
        path for room in ("dsl_desk", "installer", "tests") for path in (ROOT / room).rglob("*.py")
    ]
