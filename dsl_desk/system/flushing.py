"""Making sure that the disk has it: a file's name is only safe once its folder is flushed."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def flush_names(folder: Path) -> None:
    """Flush a folder, so that files just made, renamed or removed in it stay so."""
    with suppress(PermissionError):  # Windows lets nobody open a folder, and needs no flush
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
