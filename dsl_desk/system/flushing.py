"""Making the disk have what was written: a file's bytes, and the names in a folder."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def flush_file(path: Path) -> None:
    """Return once the disk has every byte of a file."""
    _flush(path, os.O_RDWR | getattr(os, "O_BINARY", 0))


def flush_names(folder: Path) -> None:
    """Return once the disk has the names in a folder."""
    with suppress(PermissionError):  # Windows lets nobody open a folder, and needs no flush
        _flush(folder, os.O_RDONLY)


def _flush(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
