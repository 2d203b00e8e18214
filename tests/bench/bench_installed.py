"""From process start to a painted gate: the installed program beside the one in this checkout.

`python -m tests.bench.bench_installed [ROUNDS]`. Warm: both in turn. Cold: a start after the
files of either were put out of the memory (posix_fadvise), as on a morning.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from installer.build import linux_build
from tests.app.real_program import make_vault
from tests.bench.bench_start import FROM_HERE, ROOT, gate

if TYPE_CHECKING:
    from collections.abc import Sequence


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(dir=ROOT / "out") as folder:
        laid = Path(folder)
        subprocess.run(["dpkg-deb", "-x", linux_build.quick(), laid / "fs"], check=True)  # noqa: S607 - on PATH
        files = [path for path in (laid / "fs").rglob("*") if not path.is_dir()]
        print(f"installed: {sum(path.lstat().st_size for path in files) / 1e6:.1f} MB")
        vault = laid / "vault"
        vault.mkdir()
        make_vault(vault)
        compare(str(vault), laid / "fs", rounds)


def compare(vault: str, laid: Path, rounds: int) -> None:
    installed = (str(laid / "usr/bin/dsl-desk"),)
    venv = Path(sys.prefix) / "lib"
    ways: dict[str, tuple[Sequence[str], Sequence[Path]]] = {
        "this checkout": (FROM_HERE, (venv, ROOT / "dsl_desk", ROOT / "resources")),
        "installed": (installed, (laid,)),
    }
    for name, (command, folders) in ways.items():
        cold = []
        for _ in range(3):
            forget(folders)
            cold.append(gate(vault, command))
        told = ", ".join(f"{taken:.0f}" for taken in cold)
        print(f"{name:14} cold: {told} ms")
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, (command, _) in ways.items():
            taken[name].append(gate(vault, command))
    for name, each in taken.items():
        print(f"{name:14} warm: median {statistics.median(each):.0f}, worst {max(each):.0f} ms")


def forget(folders: Sequence[Path]) -> None:
    """Ask the system to drop what it holds of these files in memory."""
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file():
                file = os.open(path, os.O_RDONLY)
                os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
                os.close(file)


if __name__ == "__main__":
    main()
