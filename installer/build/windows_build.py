"""Building the Windows installer on any system: the tree, and the MSI around it by wixl."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import uuid
from pathlib import Path
from typing import Final

from dsl_desk.app.version import VERSION
from installer.build import fetched, linux_build, locked, parts, steady, targets, tree
from installer.build.wxs import Codes, source_of
from installer.steps import StopError, say

OUT: Final = linux_build.OUT
HERE: Final = Path(__file__).parent / "windows"
_LEFT: Final = ("_ssl.pyd", "libssl-3.dll", "sqlite3.dll", "_sqlite3.pyd", "_msi.pyd", "_wmi.pyd")
_OF_A_NETWORK: Final = ("_asyncio.pyd", "_overlapped.pyd", "_multiprocessing.pyd", "winsound.pyd")
_NO_WIXL: Final = "wixl is needed (Debian's package wixl); then start the same line again."
# What the interpreter looks for modules in, and nothing else: no registry, no PYTHONPATH.
_PTH: Final = "{zip}\n.\n..\n..\\site-packages\n"


def build(*, twice: bool = False) -> Path:
    """Make the MSI; with `twice`, prove that it comes out the same from the beginning."""
    if shutil.which("wixl") is None:
        raise StopError(_NO_WIXL)
    made = OUT / f"dsl-desk-{VERSION}.msi"
    when = linux_build.commit_time()
    folder = OUT / "windows"
    lay_tree(folder, when)
    say(f"Installed: {tree.size(folder) / 1e6:.1f} MB")
    pack(folder, made, when)
    if twice:
        again, lain = made.with_suffix(".again"), OUT / "windows again"
        lay_tree(lain, when)
        pack(lain, again, when)
        shutil.rmtree(lain)
        differ = _difference(made.read_bytes(), again.read_bytes())
        again.unlink()
        say(f"Two builds: {differ or 'the same bytes'}")
        if differ:
            raise SystemExit(1)
    say(f"{made}: {made.stat().st_size / 1e6:.1f} MB")
    return made


def lay_tree(folder: Path, when: int) -> None:
    """Lay the program's own folder for Windows."""
    shutil.rmtree(folder, ignore_errors=True)
    python = folder / "python"
    python.mkdir(parents=True)
    named = fetched.interpreter(python, OUT / "interpreter")
    signer = fetched.signer_of(python / "python.exe")
    if signer and named["signer"] not in signer:
        message = f"python.exe is signed by {signer}, not by {named['signer']}."
        raise StopError(message)
    say(f"python.exe {named['version']}: signed by {signer or 'nobody could be asked'}")
    for name in (*_LEFT, *_OF_A_NETWORK):
        (python / name).unlink(missing_ok=True)
    _tell_where_modules_are(python)
    target = targets.windows()
    libraries = locked.needed(target.markers)
    mark = hashlib.sha256(str([one.hashes for one in libraries]).encode()).hexdigest()
    unpacked = OUT / f"wheels-{mark[:12]}"
    if not unpacked.is_dir():
        fetched.wheels(libraries, target, unpacked)
    tree.lay_program(folder)
    tree.lay_libraries_from(folder, unpacked)
    shutil.copyfile(HERE / "dsl-desk.ico", folder / "dsl-desk.ico")
    parts.lay(folder, libraries, target)
    tree.finish(folder, when, target.tag)


def pack(folder: Path, to: Path, when: int, version: str = VERSION) -> None:
    """Write the MSI around a tree: the same tree gives the same bytes."""
    source = to.with_suffix(".wxs")
    codes = Codes(_upgrade_code(), steady.code_of(folder, version, "product"))
    source.write_text(source_of(folder, version, codes), "utf-8")
    command = ("wixl", "-a", "x64", "-o", to, source)
    subprocess.run(command, check=True, cwd=folder)
    steady.make_steady(to, steady.code_of(folder, version, "package"), when)


def _tell_where_modules_are(python: Path) -> None:
    packed = next(python.glob("python3*.zip")).name
    pth = next(python.glob("python3*._pth"))
    pth.write_text(_PTH.format(zip=packed), "utf-8")


def _upgrade_code() -> str:
    """Return the one id by which every later MSI knows that it replaces this one."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "dsl-desk: upgrade code, never to change")).upper()


def _difference(one: bytes, other: bytes) -> str:
    if one == other:
        return ""
    pairs = zip(one, other, strict=False)
    differ = sum(1 for a, b in pairs if a != b) + abs(len(one) - len(other))
    return f"{differ:,} of {len(one):,} bytes differ"
