"""The interpreter of the machine that builds, made to run from wherever it is laid."""

from __future__ import annotations

import shutil
import sys
import sysconfig
from pathlib import Path
from typing import Final

from installer.build import trim
from installer.steps import StopError

_BESIDE: Final = b"$ORIGIN/../lib"
_ABOVE: Final = b"$ORIGIN/../.."  # from lib/python3.x/lib-dynload


def lay(tree: Path) -> None:
    """Lay program and library under `python/`; they find each other by where they are."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    program = tree / "python" / "bin" / "python3"
    program.parent.mkdir(parents=True)
    shutil.copyfile(Path(sys.executable).resolve(), program)
    home = tree / "python" / "lib" / version
    for kind in ("stdlib", "platstdlib"):
        _library(Path(sysconfig.get_path(kind, vars={"platbase": sys.base_prefix})), home)
    _describe(home)
    shared = sysconfig.get_config_var("INSTSONAME") or ""
    found = Path(sysconfig.get_config_var("LIBDIR") or "") / shared
    if sysconfig.get_config_var("Py_ENABLE_SHARED") and found.is_file():
        shutil.copyfile(found, tree / "python" / "lib" / shared)
        look_beside(program, str(found.parent), _BESIDE)
        for module in sorted(home.glob("lib-dynload/*.so")):
            look_beside(module, str(found.parent), _ABOVE)


def look_beside(program: Path, folder: str, instead: bytes) -> None:
    """Let a program look for its libraries beside itself, not where it was built.

    The name of that folder stands in the file once, ended by a zero; a shorter one fits there.
    """
    there = folder.encode() + b"\0"
    content = program.read_bytes()
    if content.count(there) != 1 or len(instead) >= len(there):
        if there[:-1] in content:
            msg = f"This Python is bound to {folder}; build with another one."
            raise StopError(msg)
        return
    program.write_bytes(content.replace(there, instead.ljust(len(there), b"\0")))


def _describe(home: Path) -> None:
    """Write what Python asks of its own build: where time zones are. The rest names the builder."""
    name = sysconfig._get_sysconfigdata_name()  # type: ignore[attr-defined]  # noqa: SLF001  # told nowhere else
    told = {"TZPATH": sysconfig.get_config_var("TZPATH") or "/usr/share/zoneinfo"}
    (home / f"{name}.py").write_text(f"build_time_vars = {told!r}\n", "utf-8")


def _library(source: Path, home: Path) -> None:
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source).as_posix()
        if path.is_file() and trim.keeps_of_python(name):
            to = home / name
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, to)
