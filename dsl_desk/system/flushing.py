"""Making sure that the disk has it: a file's name is only safe once its folder is flushed."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

ANEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
ONLY_THE_OWNER: Final = 0o600
_PIECE: Final = 1024 * 1024


def copy_flushed(source: Path, target: Path) -> None:
    """Copy a file to a place where nothing is yet; after this the disk has it."""
    with (
        source.open("rb") as original,
        os.fdopen(os.open(target, ANEW, ONLY_THE_OWNER), "wb") as copy,
    ):
        shutil.copyfileobj(original, copy, _PIECE)
        copy.flush()
        os.fsync(copy.fileno())


def write_flushed(target: Path, content: bytes) -> None:
    """Write a small file where nothing is yet; after this the disk has it."""
    with os.fdopen(os.open(target, ANEW, ONLY_THE_OWNER), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def flush_file(path: Path) -> None:
    """Return once the disk has every byte of a file."""
    _flush(path, os.O_RDWR | getattr(os, "O_BINARY", 0))


def flush_names(folder: Path) -> None:
    """Return once the disk has the names in a folder: files made, renamed or removed in it."""
    with suppress(PermissionError):  # Windows lets nobody open a folder, and needs no flush
        _flush(folder, os.O_RDONLY)


def _flush(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
