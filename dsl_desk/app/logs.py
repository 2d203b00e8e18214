"""Notes of faults on this computer: places in our code and error numbers. No ids, names, values."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dsl_desk.system import folders

if TYPE_CHECKING:
    from dsl_desk.domain.bug import Bug

_LARGEST = 256 * 1024
_NAME = "faults.log"


def note(bug: Bug, folder: Path | None = None) -> None:
    """Add a bug to the notes. A disk that cannot take it is not a second bug."""
    where = folder if folder is not None else Path(folders.faults())
    now = datetime.now(UTC).isoformat(timespec="seconds")
    line = " ".join((now, bug.code, bug.kind, *bug.places))
    try:
        where.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(where / _NAME, line)
    except OSError:
        return


def _write(file: Path, line: str) -> None:
    if file.exists() and file.stat().st_size > _LARGEST:
        file.replace(file.with_suffix(".old.log"))
    fd = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(fd, line.encode() + b"\n")
    finally:
        os.close(fd)
