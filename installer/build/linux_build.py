"""Building the Linux package: the tree, the `.deb` around it, once for the same content."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Final

from dsl_desk.app.version import VERSION
from installer.build import deb, locked, own_python, parts, targets, tree
from installer.steps import ROOT, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OUT: Final = ROOT / "out" / "build"
QUICK: Final = ("-Zzstd", "-z1")  # for tests: ten times quicker to pack, half as large again
_GOES_IN: Final = ("dsl_desk", "resources", "installer", "docs/manual")
_LONG_AGO: Final = 1_577_836_800  # for a tree that is no repository


def build(*, twice: bool = False) -> Path:
    """Make the package that is handed out; with `twice`, prove that it comes out the same."""
    OUT.mkdir(parents=True, exist_ok=True)
    made = OUT / f"{deb.NAME}_{VERSION}_{deb.machine()}.deb"
    for to in (made, made.with_suffix(".again")) if twice else (made,):
        _make(to, deb.pack)
    if twice:
        again = made.with_suffix(".again")
        same = again.read_bytes() == made.read_bytes()
        say(f"Two builds: {'the same bytes' if same else 'NOT the same bytes'}")
        again.unlink()
        if not same:
            raise SystemExit(1)
    say(f"{made}: {made.stat().st_size / 1e6:.1f} MB, SHA-256 {_digest(made.read_bytes())}")
    return made


def quick() -> Path:
    """Return the package for this very content, packed for speed; built where none lies ready."""
    OUT.mkdir(parents=True, exist_ok=True)
    made = OUT / f"{deb.NAME}-quick-{fingerprint()[:16]}.deb"
    if not made.is_file():
        for old in OUT.glob(f"{deb.NAME}-quick-*"):
            old.unlink()
        part = made.with_suffix(f".{os.getpid()}")
        _make(part, lambda root, to, when: deb.pack(root, to, when, QUICK))
        part.replace(made)
    return made


def fingerprint() -> str:
    """Return one line for everything that goes in."""
    told = hashlib.sha256((ROOT / "requirements.lock").read_bytes() + sys.version.encode())
    for folder in _GOES_IN:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                told.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
                told.update(hashlib.sha256(path.read_bytes()).digest())
    return told.hexdigest()


def lay_tree(inner: Path, when: int) -> None:
    """Lay the program's own folder."""
    target = targets.this_machine()
    libraries = locked.needed(target.markers)
    tree.lay_program(inner)
    tree.lay_libraries_of_this_machine(inner, libraries)
    own_python.lay(inner)
    parts.lay(inner, libraries, target)
    tree.finish(inner, when, target.tag)


def commit_time() -> int:
    """Return the moment of the commit: the same for whoever builds it, and never now."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    asked = ("git", "log", "-1", "--format=%ct")
    told = subprocess.run(asked, cwd=ROOT, check=False, capture_output=True, text=True).stdout
    return int(told) if told.strip().isdecimal() else _LONG_AGO


def _make(to: Path, pack: Callable[[Path, Path, int], None]) -> None:
    root = to.with_name(f"{to.name}.tree")
    shutil.rmtree(root, ignore_errors=True)
    inner = root / "usr" / "lib" / deb.NAME
    inner.mkdir(parents=True)
    begun, when = time.monotonic(), commit_time()
    lay_tree(inner, when)
    deb.lay(root, inner, when)
    say(f"Installed: {tree.size(root) / 1e6:.1f} MB; laid in {time.monotonic() - begun:.0f} s")
    pack(root, to, when)
    shutil.rmtree(root)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
