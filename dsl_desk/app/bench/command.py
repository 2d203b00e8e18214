"""The command `bench`: make vaults of several sizes, measure each, and write what was found.

What stands in OUT.json of other sizes stays there: sizes may be run one by one, on several days.
"""

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
from dsl_desk.app.bench.ground import laid, standing
from dsl_desk.app.bench.growth import exponent
from dsl_desk.app.bench.measuring import measured
from dsl_desk.app.bench.stalls import stalls
from dsl_desk.app.command import DONE, NOT_ASKED
from dsl_desk.app.commands.sitting_down import passphrase_of
from dsl_desk.app.version import VERSION
from dsl_desk.services.faces import face_of
from dsl_desk.system.memory import highest_memory

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from dsl_desk.app.bench.ground import GroundVault


def bench(asked: argparse.Namespace) -> int:
    """Answer `dsl-desk bench OUT.json`."""
    app = QApplication(for_qt("dsl-desk"))  # kept: making a vault would begin a smaller one
    runs = _kept(asked.out)
    if asked.vault is not None:
        face = face_of(asked.vault)
        if face is not None and not face.training:
            sys.stderr.write("That is no training vault. Nothing was measured or written.\n")
            return NOT_ASKED
        passphrase = passphrase_of(asked.passphrase_file, asked.name)
        with tempfile.TemporaryDirectory(prefix="dsl-desk-bench-", dir=asked.on) as folder:
            ground = standing(asked.vault, asked.name, passphrase)
            runs[ground.entries] = _run(ground, Path(folder), app)
        _write(asked.out, runs)
        return DONE
    for size in sorted(asked.sizes):
        with tempfile.TemporaryDirectory(prefix="dsl-desk-bench-", dir=asked.on) as folder:
            runs[size] = _run(laid(Path(folder) / "vault", size), Path(folder), app)
        _write(asked.out, runs)
    return DONE


def _kept(out: Path) -> dict[int, dict[str, Any]]:
    """Return the runs that were written there before, if it was by this version."""
    if not out.exists():
        return {}
    before = json.loads(out.read_text("utf-8"))
    return {run["entries"]: run for run in before["runs"] if before["version"] == VERSION}


def _write(out: Path, runs: dict[int, dict[str, Any]]) -> None:
    every = [runs[size] for size in sorted(runs)]
    head = {"version": VERSION, "at": _now(), "machine": _machine()}
    told = head | {"runs": every, "growth": _growth(every)}
    out.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _run(ground: GroundVault, aside: Path, app: QApplication) -> dict[str, Any]:
    if ground.seconds:
        rate = ground.entries / ground.seconds
        sys.stderr.write(f"{ground.entries:,} entries, {rate:,.0f} made in a second\n")
    size = sum(file.stat().st_size for file in ground.folder.rglob("*") if file.is_file())
    found = []
    for one in measured(ground, aside):
        sys.stderr.write(
            f"  {one.name}: {one.ours.wall:.2f} ms, floor {one.floor.wall:.2f}, "
            f"ratio {one.ratio:.1f}\n"
        )
        memory = highest_memory() / 1e6
        found.append(asdict(one) | {"ratio": one.ratio, "highest_memory_mb": memory})
    return {
        "entries": ground.entries,
        "made_in_seconds": ground.seconds,
        "bytes": size,
        "measures": found,
        "stalls": stalls(ground, app),
        "highest_memory_mb": highest_memory() / 1e6,
    }


def _growth(runs: Sequence[dict[str, Any]]) -> dict[str, float | None]:
    """Return the exponent of each measure, through all sizes of which it was taken."""
    points: dict[str, list[tuple[int, float]]] = {}
    for run in runs:
        for one in run["measures"]:
            points.setdefault(one["name"], []).append((run["entries"], one["ours"]["wall"]))
    return {
        name: exponent([size for size, _ in some], [wall for _, wall in some])
        for name, some in points.items()
    }


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="minutes")


def _machine() -> str:
    return f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
