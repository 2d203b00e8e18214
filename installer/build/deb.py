"""The `.deb`: the tree under /usr/lib, a starting line, a menu entry, an icon and a man page."""

from __future__ import annotations

import gzip
import os
import platform
import re
import subprocess
from pathlib import Path
from typing import Final

from dsl_desk.app.version import VERSION
from installer.build import tree
from installer.steps import ROOT
from installer.system import WINDOW

HERE: Final = Path(__file__).parent / "linux"
NAME: Final = "dsl-desk"
_MACHINES: Final = {"x86_64": "amd64", "aarch64": "arm64"}
# What Debian 13 and Ubuntu 24.04 renamed to NAMEt64: either will do.
_RENAMED: Final = {"libglib2.0-0": "libglib2.0-0 | libglib2.0-0t64"}
_CONTROL: Final = """\
Package: {name}
Version: {version}
Architecture: {machine}
Maintainer: The DSL Desk project <maintainers@dsl-desk.invalid>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: gnome-keyring | kwalletmanager, libcups2 | libcups2t64
Section: misc
Priority: optional
Description: offline, encrypted desk for Designated Safeguarding Leads
 Keeps a school's safeguarding records on one laptop, encrypted, readable only by
 the people who are named for it. It makes no network connection. Removing the
 package leaves every vault where it is.
"""
_COMPRESSION: Final = ("-Zxz", "-z6")


def machine() -> str:
    """Return what Debian calls this machine."""
    return _MACHINES.get(platform.machine(), platform.machine())


def lay(root: Path, inner: Path, when: int) -> None:
    """Lay everything that stands outside the program's own folder, and the control file."""
    share = root / "usr" / "share"
    _write(root / "usr" / "bin" / NAME, (HERE / "dsl-desk.sh").read_bytes())
    _write(share / "applications" / f"{NAME}.desktop", (HERE / f"{NAME}.desktop").read_bytes())
    _write(share / "mime" / "packages" / f"{NAME}.xml", (HERE / f"{NAME}.xml").read_bytes())
    icon = HERE / f"{NAME}.svg"
    _write(share / "icons" / "hicolor" / "scalable" / "apps" / f"{NAME}.svg", icon.read_bytes())
    _write(share / "man" / "man1" / f"{NAME}.1.gz", gzip.compress(man_page(inner), mtime=0))
    notes = share / "doc" / NAME
    _write(notes / "copyright", (HERE / "copyright").read_bytes())
    changes = (ROOT / "docs" / "changelog.md").read_bytes()
    _write(notes / "changelog.gz", gzip.compress(changes, mtime=0))
    _write(root / "DEBIAN" / "control", control(inner, tree.size(root)).encode())
    for path in sorted(root.rglob("*"), reverse=True):
        if inner not in path.parents and path != inner:
            path.chmod(0o755 if path.is_dir() or path.parent.name == "bin" else 0o644)
            os.utime(path, (when, when))


def control(inner: Path, size: int) -> str:
    """Return the control file; what is needed of the machine is asked of the machine."""
    window = WINDOW.replace(" tzdata", "").split()
    alternatives = [_RENAMED.get(name, name) for name in window]
    depends = [*alternatives, "tzdata", f"libc6 (>= {_oldest_c_library(inner)})"]
    return _CONTROL.format(
        name=NAME,
        version=VERSION,
        machine=machine(),
        kilobytes=-(-size // 1024),
        depends=", ".join([*depends, *_libraries_of_python(inner)]),
    )


def pack(root: Path, to: Path, when: int, compression: tuple[str, ...] = _COMPRESSION) -> None:
    """Write the package: the same tree gives the same bytes."""
    env = {**os.environ, "SOURCE_DATE_EPOCH": str(when)}
    command = ["dpkg-deb", "--root-owner-group", *compression, "--build", str(root), str(to)]
    subprocess.run(command, check=True, env=env, stdout=subprocess.DEVNULL)


def man_page(inner: Path) -> bytes:
    """Return the page that the built program itself prints."""
    program = (inner / "python" / "bin" / "python3", "-I", "-S", "-X", "utf8", inner / "start.py")
    printed = subprocess.run((*program, "man"), check=True, capture_output=True)
    return printed.stdout


def _libraries_of_python(inner: Path) -> list[str]:
    """Return the Debian packages whose libraries the interpreter's own modules load."""
    modules = sorted((inner / "python").rglob("*.so*"))
    told = subprocess.run(("ldd", *modules), check=False, capture_output=True, text=True).stdout
    found = {path for path in re.findall(r"=> (/\S+)", told) if str(inner) not in path}
    names = set()
    for path in found:
        asked = ("dpkg-query", "-S", f"*/{Path(path).name}")
        owned = subprocess.run(asked, check=False, capture_output=True, text=True).stdout
        names |= {line.split(":")[0] for line in owned.splitlines() if "-dev" not in line}
    named = sorted(names - {"libc6"})
    return [f"{name} | {name}t64" if name.startswith("libssl") else name for name in named]


def _oldest_c_library(inner: Path) -> str:
    """Return the newest version of the C library that any part asks for."""
    wanted = {(2, 34)}
    for path in inner.rglob("*.so*"):
        wanted |= {
            (int(major), int(minor))
            for major, minor in re.findall(rb"GLIBC_(\d+)\.(\d+)\b", path.read_bytes())
        }
    return ".".join(map(str, max(wanted)))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
