"""Writing a copy where a person chose to have it: whole, or not at all."""

from __future__ import annotations

import os
from errno import EDQUOT, ENOSPC, EROFS
from typing import TYPE_CHECKING

from dsl_desk.domain.errors import DeskError, DiskFailedError, DiskFullError, DiskReadOnlyError

if TYPE_CHECKING:
    from pathlib import Path


def write_copy(path: Path, content: bytes) -> None:
    """Write beside, flush, then put in place: a reader never finds half a file."""
    aside = path.with_name(f"{path.name}.part")
    try:
        with aside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError as failure:
        _take_away(aside)
        raise _in_our_words(failure) from failure


def _take_away(aside: Path) -> None:
    # What cannot even be taken away is left: the first failure is the one to tell.
    try:
        aside.unlink(missing_ok=True)
    except OSError:
        return


def _in_our_words(failure: OSError) -> DeskError:
    if failure.errno in (ENOSPC, EDQUOT):
        return DiskFullError()
    if failure.errno == EROFS or isinstance(failure, PermissionError):
        return DiskReadOnlyError()
    return DiskFailedError()
