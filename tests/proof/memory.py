"""The memory of a process, searched from outside."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PIECE = 16 * 1024 * 1024
_OVERLAP = 4096
_SET_DUMPABLE = 4


def why_not() -> str:
    """Say why memory cannot be searched here; nothing if it can.

    Our processes forbid others of their account to look inside, so only an administrator can.
    """
    if not sys.platform.startswith("linux"):
        return "memory is searched through /proc, which only Linux has"
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        ctypes.CDLL(None).prctl(_SET_DUMPABLE, ctypes.c_ulong(0), 0, 0, 0)
        os.write(writes, b"x")
        os.read(os.pipe()[0], 1)
    os.read(reads, 1)
    try:
        with Path(f"/proc/{child}/mem").open("rb"):
            return ""
    except PermissionError:
        return "only an administrator may search the memory of processes that forbid it"
    finally:
        os.kill(child, 9)
        os.waitpid(child, 0)
        os.close(reads)
        os.close(writes)


def family_of(pid: int) -> list[int]:
    """Return a process and everything it has started, as it is now."""
    parents: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                facts = (folder / "stat").read_text().rpartition(")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            parents.setdefault(int(facts[1]), []).append(int(folder.name))
    family, at = [pid], 0
    while at < len(family):
        family += parents.get(family[at], [])
        at += 1
    return family


def search(pid: int, needles: Mapping[str, bytes]) -> dict[str, int]:
    """Return how often each needle stands in the memory of a process."""
    found: dict[str, int] = {}
    try:
        with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
            for start, end in _own_memory(pid):
                for piece in _pieces(memory.fileno(), start, end):
                    for name, needle in needles.items():
                        if count := piece.count(needle):
                            found[name] = found.get(name, 0) + count
    except (FileNotFoundError, ProcessLookupError):  # it has ended meanwhile: nothing is left
        return {}
    return found


def _own_memory(pid: int) -> Iterator[tuple[int, int]]:
    """Return what a process can have written: not the libraries it has mapped."""
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        span, rights, *_, inode = line.split(maxsplit=5)[:5]
        if "w" in rights or (inode == "0" and "r" in rights and "[v" not in line):
            start, end = span.split("-")
            yield int(start, 16), int(end, 16)


def _pieces(memory: int, start: int, end: int) -> Iterator[bytes]:
    while start < end:
        try:
            piece = os.pread(memory, min(_PIECE, end - start), start)
        except OSError:  # a page that is not there
            return
        if not piece:
            return
        yield piece
        start += len(piece) if start + len(piece) >= end else len(piece) - _OVERLAP
