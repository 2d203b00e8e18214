"""A root folder of its own, with a package database of its own: dpkg installs into it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from installer.build import deb, linux_build

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

OLDER = "0.0.1"
_LEFT_BEHIND = "usr/lib/dsl-desk/dsl_desk/of_an_older_version.py"

_TRY = """
import importlib, sys
sys.path += [sys.argv[1], sys.argv[1] + "/site-packages"]
for name in sys.argv[2:]:
    try:
        importlib.import_module(name)
    except ImportError:
        print(name)
"""


class Root:
    """Where it is installed. The database of the machine is never touched."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("updates", "info", "triggers"):
            (folder / "var/lib/dpkg" / name).mkdir(parents=True)
        (folder / "var/lib/dpkg/status").touch()

    @property
    def program(self) -> Path:
        return self.folder / "usr/bin/dsl-desk"

    @property
    def left_behind(self) -> Path:
        """A file that only the older package has."""
        return self.folder / _LEFT_BEHIND

    def install(self, package: Path) -> None:
        self._dpkg("--install", str(package))

    def remove(self) -> None:
        self._dpkg("--remove", deb.NAME)

    def files(self) -> set[str]:
        """Return all that is installed, without dpkg's own notes."""
        every = (path for path in self.folder.rglob("*") if not path.is_dir())
        names = {path.relative_to(self.folder).as_posix() for path in every}
        return {name for name in names if not name.startswith("var/")}

    def ask(self, *words: str) -> str:
        done = subprocess.run([self.program, *words], check=True, capture_output=True, text=True)
        return done.stdout

    def cannot_import(self, modules: Sequence[str]) -> set[str]:
        """Return those that the installed interpreter does not load."""
        inner = self.folder / "usr/lib/dsl-desk"
        asked = [str(inner / "python/bin/python3"), "-I", "-S", "-c", _TRY, str(inner), *modules]
        done = subprocess.run(asked, check=True, capture_output=True, text=True)
        return set(done.stdout.split())

    def _dpkg(self, *words: str) -> None:
        # Into a folder there is neither root nor the machine's libraries to ask for.
        forced = ("--force-not-root", "--force-depends", "--log=/dev/null")
        command = ("dpkg", f"--root={self.folder}", *forced, *words)
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr


def an_older_package(folder: Path) -> Path:
    """Pack a version before this one: small, with a file that has gone since."""
    tree = folder / "older"
    (tree / "DEBIAN").mkdir(parents=True)
    lines = [f"Package: {deb.NAME}", f"Version: {OLDER}", f"Architecture: {deb.machine()}"]
    lines += ["Maintainer: nobody", "Description: an older version"]
    (tree / "DEBIAN/control").write_text("\n".join(lines) + "\n", "utf-8")
    (tree / _LEFT_BEHIND).parent.mkdir(parents=True)
    (tree / _LEFT_BEHIND).touch()
    deb.pack(tree, folder / "older.deb", 0, linux_build.QUICK)
    return folder / "older.deb"
