"""Taking a snapshot: everything of a vault but drafts, as it lies there, which is sealed already.

The rules are:
- a part that is open is copied between two saves, from the handle that holds its lock, and the
  copy is opened with its key: every page genuine, every head where the ledger is now. A part
  nobody here holds a key of is copied as it lies, and with it its journal, if it has one;
- evidence never changes, so each file is copied once into a folder that all snapshots share;
- everything is written aside, flushed, read back from the disk, and given its name last. Nothing
  that has its name is ever written to again.
"""

from __future__ import annotations

import fnmatch
import shutil
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.disk import disk_told_as_facts
from dsl_desk.domain.keeping_errors import SnapshotDamagedError
from dsl_desk.storage.copying import Teller, copy_row, require
from dsl_desk.storage.manifest import EVIDENCE, FILE, read_manifest
from dsl_desk.system.drives import need_space
from dsl_desk.system.flushing import flush_names, write_flushed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from dsl_desk.domain.progress import Progress
    from dsl_desk.storage.database import Database
    from dsl_desk.storage.manifest import FileRow, PartRow, SignedManifest

ASIDE: Final = ".new"
_JOURNAL: Final = "-journal"
_SPARE: Final = 4 * 1024 * 1024
# What belongs to this computer or to nobody: drafts, locks, wrong guesses, ballast, what was found
# and not believed, and what was never finished.
_LEFT_BEHIND: Final = (
    "drafts-*.spool",
    "open.lock",
    "drop.lock",
    "tries",
    "ballast",
    "quarantine/*",
    "founding",
    "unentered",
    "*.coming",
    "*.restored",
    "*-wal",
    "*-shm",
    "*.new",
)


@dataclass(frozen=True)
class OpenPart:
    """A part that is open here, and how its copy is proved."""

    file: str
    database: Database = field(repr=False)
    prove: Callable[[Path], PartRow] = field(repr=False)


@dataclass(frozen=True)
class Taking:
    """What to take, and where to. `known` are rows of evidence that an earlier snapshot has."""

    vault: Path
    home: Path
    name: str
    parts: tuple[OpenPart, ...]
    known: Mapping[str, FileRow]


def take(
    taking: Taking,
    sign: Callable[[tuple[PartRow, ...], tuple[FileRow, ...]], SignedManifest],
    progress: Progress,
) -> SignedManifest:
    """Take a snapshot. After this returns it stands there whole, or nothing has its name."""
    with disk_told_as_facts():
        names, evidence = _files_of(taking), _evidence_of(taking)
        missing = [name for name in evidence if not _is_there(taking, name)]
        size = sum((taking.vault / name).stat().st_size for name in (*names, *missing))
        taking.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        need_space(taking.home, size, _SPARE)
        tell = Teller(progress, 2 * size)
        aside = taking.home / f"{taking.name}{ASIDE}"
        _clear(taking.home)
        with taken_away_on_failure(aside):
            rows = [_copy(taking, name, aside / name, tell) for name in names]
            for row in rows:
                require(row, aside / row.name, tell)
            rows += _share(taking, evidence, missing, tell)
            parts = tuple(part.prove(aside / part.file) for part in taking.parts)
            signed = sign(parts, tuple(rows))
            _finish(taking, aside, signed)
    return signed


def _finish(taking: Taking, aside: Path, signed: SignedManifest) -> None:
    write_flushed(aside / FILE, signed.written())
    if read_manifest(aside) != signed:
        raise SnapshotDamagedError(FILE)
    for path in (*aside.rglob("*"), aside):
        if path.is_dir():
            flush_names(path)
    aside.replace(taking.home / taking.name)
    flush_names(taking.home)


def _share(
    taking: Taking, evidence: Sequence[str], missing: Sequence[str], tell: Callable[[int], None]
) -> Iterator[FileRow]:
    """Put what is missing into the folder that all snapshots share; return the rows of it all."""
    for name in evidence:
        if name in missing:
            place = taking.home / name
            aside = place.with_name(place.name + ASIDE)
            with taken_away_on_failure(aside):
                row = _copy(taking, name, aside, tell)
                require(row, aside, tell)
                aside.replace(place)
            yield row
        else:
            yield taking.known[name]
    for folder in {(taking.home / name).parent for name in missing}:
        flush_names(folder)


def _copy(taking: Taking, name: str, target: Path, tell: Callable[[int], None]) -> FileRow:
    for part in taking.parts:
        if part.file == name:
            return copy_row(name, part.database.as_it_lies(), target, tell)
    with (taking.vault / name).open("rb") as source:
        return copy_row(name, source, target, tell)


def _is_there(taking: Taking, name: str) -> bool:
    """Tell whether the shared folder has this file, known and of the right length."""
    place, row = taking.home / name, taking.known.get(name)
    return row is not None and place.exists() and place.stat().st_size == row.length


def _files_of(taking: Taking) -> list[str]:
    """Return the names of all files that go into every snapshot, in a fixed order."""
    journals_left = {f"{part.file}{_JOURNAL}" for part in taking.parts}
    return [
        name
        for name in _names(taking.vault)
        if not name.startswith(EVIDENCE)
        if name not in journals_left
        if not (name.endswith(_JOURNAL) and (taking.vault / name).stat().st_size == 0)
    ]


def _evidence_of(taking: Taking) -> list[str]:
    return [name for name in _names(taking.vault) if name.startswith(EVIDENCE)]


def _names(vault: Path) -> list[str]:
    return sorted(
        name
        for path in vault.rglob("*")
        if path.is_file() and not path.is_symlink()
        if not _is_left_behind(name := path.relative_to(vault).as_posix())
    )


def _is_left_behind(name: str) -> bool:
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in _LEFT_BEHIND)


def _clear(home: Path) -> None:
    """Take away what a snapshot that was cut short left behind."""
    for path in home.glob(f"*{ASIDE}"):
        shutil.rmtree(path)
    for path in home.glob(f"{EVIDENCE}*/*{ASIDE}"):
        path.unlink()


@contextmanager
def taken_away_on_failure(aside: Path) -> Iterator[None]:
    """Leave nothing of what did not come to its end, however that came about."""
    try:
        yield
    except BaseException:
        if aside.is_dir():
            shutil.rmtree(aside, ignore_errors=True)
        with suppress(OSError):  # what failed first is what is told; the next taking clears up
            aside.unlink(missing_ok=True)
        raise
