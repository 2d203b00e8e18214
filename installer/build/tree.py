"""The folder that is installed: interpreter, libraries, package and resources, as plain files."""

from __future__ import annotations

import compileall
import os
import py_compile
import shutil
import subprocess
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING, Final

from installer.build import icu, trim
from installer.steps import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from installer.build.locked import Locked

START: Final = '''"""The start of an installed DSL Desk: says where its parts are, and calls it."""

import sys

sys.dont_write_bytecode = True
_HERE = __file__.replace("\\\\", "/").rpartition("/")[0]
sys.path += [_HERE, _HERE + "/site-packages"]

from dsl_desk.app.main import main  # noqa: E402  # its libraries are found from here on

sys.exit(main())
'''
_LOADED: Final = (".so", ".dylib", ".pyd", ".dll")
_FOLDER, _FILE, _PROGRAM = 0o755, 0o644, 0o755


def lay_program(tree: Path) -> None:
    """Lay the package, its resources and the starting file."""
    packed = ("__pycache__", "*.pyc")
    for name in ("dsl_desk", "resources"):
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns(*packed))
    shutil.copytree(ROOT / "docs" / "manual", tree / "docs" / "manual")
    shutil.copy(ROOT / "LICENSE", tree / "LICENSE")
    (tree / "start.py").write_text(START, "utf-8")


def lay_libraries_of_this_machine(tree: Path, libraries: Iterable[Locked]) -> None:
    """Copy the libraries of `.venv`, which pip checked against the lock's hashes."""
    for one in libraries:
        for file in distribution(one.name).files or ():
            path = file.as_posix()
            source = Path(str(file.locate()))
            if trim.keeps(path) and source.is_file():
                _copy(source, tree / "site-packages" / path)


def lay_libraries_from(tree: Path, unpacked: Path) -> None:
    """Copy libraries that pip unpacked for another system."""
    for source in sorted(unpacked.rglob("*")):
        path = source.relative_to(unpacked).as_posix()
        if source.is_file() and trim.keeps(path):
            _copy(source, tree / "site-packages" / path)


def finish(tree: Path, when: int, tag: str) -> None:
    """Compile, take away what only a debugger reads, and give every file its time and rights.

    The house's own modules keep their text, so that a school can see what it runs.
    """
    if not tag:
        _compile(tree)
    _strip(tree)
    for library in tree.glob("site-packages/PySide6/Qt/lib/libicudata.so.*"):
        icu.make_small(library)
    for path in sorted([tree, *tree.rglob("*")], reverse=True):
        if path.is_symlink():
            continue
        runs = path.parent.name == "bin"
        path.chmod(_FOLDER if path.is_dir() else _PROGRAM if runs else _FILE)
        os.utime(path, (when, when))


def size(tree: Path) -> int:
    """Return how many bytes the files have together."""
    return sum(path.lstat().st_size for path in tree.rglob("*") if not path.is_dir())


def _compile(tree: Path) -> None:
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    for folder, beside in (("dsl_desk", False), ("site-packages", True), ("python", True)):
        compileall.compile_dir(
            tree / folder,
            quiet=2,
            legacy=beside,
            stripdir=str(tree),
            prependdir="dsl-desk",
            invalidation_mode=mode,
            workers=1,
        )
        for source in (tree / folder).rglob("*.py") if beside else ():
            if source.with_suffix(".pyc").is_file():
                source.unlink()


def _strip(tree: Path) -> None:
    tool = shutil.which("strip")
    files = [path for path in sorted(tree.rglob("*")) if ".so" in path.name]
    # Qt's and auditwheel's files are stripped; moving their sections about would only add to them.
    named = [path for path in files if path.suffix == ".so" and "PySide6" not in path.parts]
    if tool and (loaded := [*named, *tree.glob("python/lib/libpython*")]):
        subprocess.run([tool, "--strip-unneeded", *loaded], check=True)


def _copy(source: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, to)
