"""The command `bench`: make vaults of several sizes, measure each, and write what was found."""

from __future__ import annotations

import json
import platform
import sys
import tempfile
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from dsl_desk.app.arguments import for_qt
from dsl_desk.app.bench.ground import laid
from dsl_desk.app.bench.growth import exponent
from dsl_desk.app.bench.measuring import measured
from dsl_desk.app.bench.stalls import stalls
from dsl_desk.app.command import DONE
from dsl_desk.app.version import VERSION
from dsl_desk.system.memory import highest_memory

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence


def bench(asked: argparse.Namespace) -> int:
    """Answer `dsl-desk bench OUT.json`."""
    runs: list[dict[str, Any]] = []
    growth: dict[str, float | None] = {}
    app = QApplication(for_qt("dsl-desk"))  # kept: making a vault would begin a smaller one
    for size in sorted(asked.sizes):
        runs.append(_run(size, asked.on, app))
        growth.update(_growth(runs))
        head = {"version": VERSION, "at": _now(), "machine": _machine()}
        told = head | {"runs": runs, "growth": growth}
        asked.out.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return DONE


def _run(size: int, on: Path | None, app: QApplication) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="dsl-desk-bench-", dir=on) as folder:
        ground = laid(Path(folder) / "vault", size)
        rate = size / ground.seconds
        sys.stderr.write(f"{size:,} entries made in {ground.seconds:.1f} s, {rate:,.0f} a second\n")
        found = []
        for one in measured(ground, Path(folder)):
            sys.stderr.write(
                f"  {one.name}: {one.ours.wall:.2f} ms, floor {one.floor.wall:.2f}, "
                f"ratio {one.ratio:.1f}\n"
            )
            found.append(asdict(one) | {"ratio": one.ratio})
        return {
            "entries": size,
            "made_in_seconds": ground.seconds,
            "bytes": sum(
                file.stat().st_size for file in ground.folder.rglob("*") if file.is_file()
            ),
            "measures": found,
            "stalls": stalls(ground, app),
            "highest_memory_mb": highest_memory() / 1e6,
        }


def _growth(runs: Sequence[dict[str, Any]]) -> dict[str, float | None]:
    sizes = [run["entries"] for run in runs]
    names = [one["name"] for one in runs[0]["measures"]]
    return {
        name: exponent(sizes, [run["measures"][nth]["ours"]["wall"] for run in runs])
        for nth, name in enumerate(names)
    }


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="minutes")


def _machine() -> str:
    return f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
