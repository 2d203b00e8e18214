"""Ballast: a file that means nothing and keeps room on the drive for the day it is full.

On a full drive nothing can be saved, not even a deletion. Then the ballast is given up, and there
is room to save what was typed and to tidy up.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from dsl_desk.system.drives import is_low

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = "ballast"
SIZE: Final = 16 * 1024 * 1024
_ONLY_THE_OWNER: Final = 0o600
_PIECE: Final = 1024 * 1024
_ANEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def keep(folder: Path) -> bool:
    """Put the ballast in its place if there is room to spare; tell whether it is there."""
    place = folder / NAME
    if place.exists() and place.stat().st_size == SIZE:
        return True
    if is_low(folder):
        return False
    place.unlink(missing_ok=True)
    try:
        _fill(place)
    except OSError:  # somebody else took the room: without ballast is how we go on
        place.unlink(missing_ok=True)
        return False
    return True


def give_up(folder: Path) -> bool:
    """Make room; tell whether there was any to make."""
    with suppress(OSError):
        (folder / NAME).unlink()
        return True
    return False


def _fill(place: Path) -> None:
    descriptor = os.open(place, _ANEW, _ONLY_THE_OWNER)
    with os.fdopen(descriptor, "wb") as file:
        if not _set_aside(descriptor):
            for _ in range(SIZE // _PIECE):  # noise: some drives store zeros without taking room
                file.write(os.urandom(_PIECE))


def _set_aside(descriptor: int) -> bool:
    """Have the system keep the room without writing to it, where it can."""
    if not hasattr(os, "posix_fallocate"):
        return False
    try:
        os.posix_fallocate(descriptor, 0, SIZE)
    except OSError as failure:
        if failure.errno in (errno.EINVAL, errno.EOPNOTSUPP, errno.ENOSYS):
            return False
        raise
    return True
