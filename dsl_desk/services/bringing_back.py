"""Bringing a copy back from the lock screen: finding it, and putting it where the vault stands.

Whatever stands there is never deleted: it is set aside under a name of its own, once all of the
copy lies whole beside it.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.disk import disk_told_as_facts
from dsl_desk.domain.errors import DeskError
from dsl_desk.domain.keeping_errors import NoCopyError, TrainingVaultError
from dsl_desk.domain.progress import untold
from dsl_desk.domain.training import is_training, school_shown
from dsl_desk.keys.face_page import read_face
from dsl_desk.keys.page_file import read_page
from dsl_desk.services.places import open_lock
from dsl_desk.services.restoring import believed, restore
from dsl_desk.storage.manifest import FILE
from dsl_desk.storage.snapshots import taken_away_on_failure
from dsl_desk.system import locks
from dsl_desk.system.flushing import flush_names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.progress import Progress

_COMING: Final = ".coming"
_DEPTH: Final = 2  # somebody chose the folder of the copies, one of ours inside it, or the copy


@dataclass(frozen=True)
class FoundCopy:
    """A copy of a vault that its own members vouch for: whose, and as it stood when."""

    folder: Path = field(repr=False)  # a path may carry an account's name
    school: str
    taken_at: datetime
    size: int


@dataclass(frozen=True)
class BroughtBack:
    """What was brought back; `kept` names the folder of what stood there before, if anything."""

    school: str
    taken_at: datetime
    kept: str = ""


def find_copies(folder: Path) -> tuple[FoundCopy, ...]:
    """Return the copies in a folder, the newest first. Their files are read when one is chosen.

    Where none of them can be believed, the first is named that is damaged.
    """
    found, refused = [], []
    for place in _places(folder, _DEPTH):
        try:
            manifest, header, _ = believed(place)
        except DeskError as error:
            refused.append(error)
        else:
            school = school_shown(header.school, header.vault)
            found.append(FoundCopy(place, school, manifest.taken_at, manifest.size))
    if not found:
        raise refused[0] if refused else NoCopyError
    return tuple(sorted(found, key=lambda copy: copy.taken_at, reverse=True))


def bring_back(copy: Path, vault: Path, clock: Clock, progress: Progress = untold) -> BroughtBack:
    """Put a copy in the place of the vault: all of it, or nothing. What stood there is kept."""
    coming = vault.with_name(f"{vault.name}{_COMING}")
    with disk_told_as_facts():
        _refuse_across(copy, vault)
        _refuse_while_open(vault, clock)
        if coming.exists():  # of one that was cut short
            shutil.rmtree(coming)
    with disk_told_as_facts(), taken_away_on_failure(coming):
        restored = restore(copy, coming, progress)
        kept = _set_aside(vault, clock)
        coming.replace(vault)
        flush_names(vault.parent)
    return BroughtBack(restored.school, restored.taken_at, kept)


def _places(folder: Path, depth: int) -> Iterator[Path]:
    if (folder / FILE).is_file():
        yield folder
    elif depth and folder.is_dir():
        with disk_told_as_facts():
            below = sorted(path for path in folder.iterdir() if path.is_dir())
        for path in below:
            yield from _places(path, depth - 1)


def _refuse_across(copy: Path, vault: Path) -> None:
    """Never put a training vault where a real one stands, nor the other way round."""
    if not vault.exists() or not any(vault.iterdir()):
        return
    there = False  # what cannot be read any more was nobody's training
    with suppress(DeskError):
        there = read_face(read_page(vault)).training
    if is_training(believed(copy).header.vault) is not there:
        raise TrainingVaultError


def _refuse_while_open(vault: Path, clock: Clock) -> None:
    lock = open_lock(vault)
    if lock.exists():
        locks.take(lock, clock).release()


def _set_aside(vault: Path, clock: Clock) -> str:
    if not vault.exists():
        return ""
    if not any(vault.iterdir()):
        vault.rmdir()
        return ""
    _refuse_while_open(vault, clock)
    name = f"{vault.name} kept {clock.now():%Y-%m-%d %H%M%S}"
    vault.replace(vault.with_name(name))
    return name
