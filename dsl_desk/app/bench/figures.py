"""The figures in OUT.json: of each size the run that was made last, and how everything grows."""

from __future__ import annotations

import json
import platform
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from dsl_desk.app.bench.growth import growth_of
from dsl_desk.app.version import VERSION

if TYPE_CHECKING:
    from pathlib import Path


def kept(out: Path) -> dict[int, dict[str, Any]]:
    """Return the runs that were written there before, if it was by this version."""
    if not out.exists():
        return {}
    before = json.loads(out.read_text("utf-8"))
    return {run["entries"]: run for run in before["runs"] if before["version"] == VERSION}


def write(out: Path, runs: dict[int, dict[str, Any]]) -> None:
    """Write the runs, smallest first, and how everything grows through them."""
    every = [runs[size] for size in sorted(runs)]
    head = {"version": VERSION, "at": _now(), "machine": _machine()}
    told = head | {"runs": every, "growth": growth_of(every)}
    out.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="minutes")


def _machine() -> str:
    return f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
