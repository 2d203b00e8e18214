"""Out of a snapshot: proving all its files, and bringing a vault back into an empty folder.

A file that is not in the manifest, or not as the manifest says, is named; nothing of a damaged
snapshot is put in place. What was restored is a new life of its files: each part carries a mark
until the first holder of its key has begun a new strand in it.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.disk import disk_told_as_facts
from dsl_desk.domain.errors import FolderNotEmptyError, SnapshotDamagedError
from dsl_desk.domain.progress import untold
from dsl_desk.storage.copying import Teller, copy_row, require
from dsl_desk.storage.snapshots import ASIDE, taken_away_on_failure
from dsl_desk.system.drives import need_space
from dsl_desk.system.flushing import flush_names, write_flushed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dsl_desk.domain.progress import Progress
    from dsl_desk.storage.manifest import FileRow, Manifest

RESTORED: Final = ".restored"
_PART: Final = ".part"


def place_of(snapshot: Path, row: FileRow) -> Path:
    """Return where a file of a snapshot lies: evidence is shared by all snapshots beside it."""
    return (snapshot.parent if row.is_evidence else snapshot) / row.name


def prove_files(snapshot: Path, manifest: Manifest, progress: Progress = untold) -> None:
    """Read every file of a snapshot; SnapshotDamagedError names the first that is wrong."""
    tell = Teller(progress, manifest.size)
    for row in manifest.files:
        require(row, place_of(snapshot, row), tell)


def bring_back(
    snapshot: Path,
    manifest: Manifest,
    into: Path,
    finish: Callable[[Path], None],
    progress: Progress = untold,
) -> None:
    """Put a vault into an empty or new folder: all of it, or nothing.

    `finish` may add, to what is not in place yet, what is in no snapshot.
    """
    with disk_told_as_facts():
        if into.exists() and (not into.is_dir() or any(into.iterdir())):
            raise FolderNotEmptyError
        into.parent.mkdir(parents=True, exist_ok=True)
        need_space(into, manifest.size)
        aside = into.with_name(f"{into.name}{ASIDE}")
        if aside.exists():  # of a restore that was cut short
            shutil.rmtree(aside)
        with taken_away_on_failure(aside):
            _fill(snapshot, manifest, aside, progress)
            finish(aside)
            if into.exists():
                into.rmdir()
            aside.replace(into)
        flush_names(into.parent)


def _fill(snapshot: Path, manifest: Manifest, aside: Path, progress: Progress) -> None:
    tell = Teller(progress, 2 * manifest.size)
    aside.mkdir(mode=0o700)
    for row in manifest.files:
        target = aside / row.name
        if _copied(snapshot, row, target, tell) != row:
            raise SnapshotDamagedError(row.name)
        require(row, target, tell)
        if row.name.endswith(_PART):
            write_flushed(target.with_name(target.name + RESTORED), manifest.id.encode())
    for path in (*aside.rglob("*"), aside):
        if path.is_dir():
            flush_names(path)


def _copied(snapshot: Path, row: FileRow, target: Path, tell: Callable[[int], None]) -> FileRow:
    try:
        source = place_of(snapshot, row).open("rb")
    except OSError:
        raise SnapshotDamagedError(row.name) from None
    with source:
        return copy_row(row.name, source, target, tell)
