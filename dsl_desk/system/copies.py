"""Writing a copy where a person chose to have it: whole, or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.disk import what_the_disk_did

if TYPE_CHECKING:
    from pathlib import Path

_ANEW: Final = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def write_copy(path: Path, content: bytes) -> None:
    """Write beside, flush, then put in place: a reader never finds half a file.

    Other accounts of the computer may not read it: it may be a kit, or a record without a lock.
    """
    aside = path.with_name(f"{path.name}.part")
    try:
        with os.fdopen(os.open(aside, _ANEW, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError as failure:
        _take_away(aside)
        raise what_the_disk_did(failure) from failure


def _take_away(aside: Path) -> None:
    # What cannot even be taken away is left: the first failure is the one to tell.
    try:
        aside.unlink(missing_ok=True)
    except OSError:
        return
