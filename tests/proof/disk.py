"""The treacherous disk (treacherous_disk.c) from Python's side: loaded before all else."""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from enum import IntEnum
from pathlib import Path

SOURCE = Path(__file__).with_name("treacherous_disk.c")
_LOADED = "DSL_DESK_TREACHEROUS_DISK"


class Fault(IntEnum):
    """What befalls the n-th call that writes."""

    KILL_BEFORE = 1
    KILL_AFTER = 2
    TORN = 3
    FULL_ONCE = 4
    FULL_EVER = 5
    EIO_ONCE = 6
    EIO_EVER = 7


KILLS = frozenset({Fault.KILL_BEFORE, Fault.KILL_AFTER, Fault.TORN})


def why_not() -> str:
    """Say why this machine cannot have such a disk; nothing if it can."""
    if not sys.platform.startswith("linux"):
        return "the treacherous disk needs LD_PRELOAD, which only Linux has"
    if compiler() is None:
        return "no C compiler: the treacherous disk cannot be built (apt-get install gcc libc6-dev)"
    return ""


def compiler() -> str | None:
    """Return the machine's C compiler."""
    return shutil.which("cc") or shutil.which("gcc")


def built() -> Path:
    """Build the library, unless this very source was built before; return where it is."""
    mark = hashlib.sha256(SOURCE.read_bytes()).hexdigest()[:16]
    library = Path(tempfile.gettempdir()) / f"dsl-desk-disk-{os.getuid()}-{mark}.so"
    if not library.exists():
        aside = library.with_suffix(f".{os.getpid()}")
        cc = compiler()
        if cc is None:
            raise FileNotFoundError(why_not())
        flags = ["-shared", "-fPIC", "-O1", "-o", str(aside), str(SOURCE), "-ldl"]
        subprocess.run([cc, *flags], check=True)
        aside.replace(library)
    return library


def load_before_all_else(module: str) -> None:
    """Start this program again with the disk in place, unless it is."""
    if os.environ.get(_LOADED):
        return
    environment = {**os.environ, "LD_PRELOAD": str(built()), _LOADED: "1"}
    os.execve(sys.executable, [sys.executable, "-m", module, *sys.argv[1:]], environment)  # noqa: S606 - the very same program


class Disk:
    """The disk below one folder."""

    def __init__(self, folder: Path) -> None:
        self._library = ctypes.CDLL(None)
        self._library.disk_root(str(folder).encode())

    def arm(self, fault: int, number: int) -> None:
        """Let this fault happen at the so-manyeth call from now."""
        self._library.disk_arm(fault, number)

    def disarm(self) -> None:
        """Be a good disk again."""
        self._library.disk_arm(0, 0)

    def counted(self) -> int:
        """Return how many calls were counted since the disk was armed."""
        return int(self._library.disk_counted())

    def fired(self) -> bool:
        """Tell whether the fault has happened."""
        return bool(self._library.disk_fired())

    def log(self, file: Path) -> None:
        """Write down from now on what reaches the disk."""
        self._library.disk_log(str(file).encode())

    def mark(self, words: str) -> None:
        """Write a word of ours between what reaches the disk."""
        self._library.disk_mark(words.encode())
