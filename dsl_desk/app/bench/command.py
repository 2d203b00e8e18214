"""The command `bench`: make vaults of several sizes, measure each, and write what was found.

What stands in OUT.json of other sizes stays there: sizes may be run one by one, on several days.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from dsl_desk.app.arguments import for_qt
from dsl_desk.app.bench.figures import kept, write
from dsl_desk.app.bench.ground import laid, standing
from dsl_desk.app.bench.measuring import measured
from dsl_desk.app.bench.stalls import stalls
from dsl_desk.app.command import DONE, NOT_ASKED
from dsl_desk.app.tour import still_qt
from dsl_desk.services.faces import face_of
from dsl_desk.system.memory import highest_memory

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from dsl_desk.app.bench.ground import GroundVault


def bench(asked: argparse.Namespace, passphrase_of: Callable[[], str]) -> int:
    """Answer `dsl-desk bench OUT.json`."""
    still_qt.listen()
    app = QApplication(for_qt("dsl-desk"))  # kept: making a vault would begin a smaller one
    runs = kept(asked.out)
    if asked.vault is not None:
        face = face_of(asked.vault)
        if face is not None and not face.training:
            sys.stderr.write("That is no training vault. Nothing was measured or written.\n")
            return NOT_ASKED
        with tempfile.TemporaryDirectory(prefix="dsl-desk-bench-", dir=asked.on) as folder:
            ground = standing(asked.vault, asked.name, passphrase_of())
            runs[ground.entries] = _run(ground, Path(folder), app)
        write(asked.out, runs)
        return DONE
    for size in sorted(asked.sizes):
        with tempfile.TemporaryDirectory(prefix="dsl-desk-bench-", dir=asked.on) as folder:
            runs[size] = _run(laid(Path(folder) / "vault", size), Path(folder), app)
        write(asked.out, runs)
    return DONE


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
