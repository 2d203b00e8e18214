"""What a killed writer left beside a part, and what somebody may have put there.

The rules are:
- an empty journal is normal. One with content is what a save that was cut short left: SQLite takes
  the half-done save back from it. But the page proofs of SQLCipher do not say *when* a page was
  written, so an old journal put beside a good file would take finished saves back just as well;
- therefore the pair is copied first, SQLite recovers the live pair, and the result is adopted only
  if its chain is whole, nothing that was witnessed is missing, and the file by itself is not whole
  and further on. If it is, the journal was not its own, and the file as it was found is adopted;
- if neither will do, the pair is put back as it was found, and kept aside and named as well. A
  journal is never set aside by itself: without its own journal a good file is broken;
- a process killed in the midst of this begins again from the copy;
- a write-ahead log is never ours, nor is a journal that names another file. SQLite would heed
  both, so the first is set aside and the second refused.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from contextlib import closing
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.disk import disk_told_as_facts
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.keeping_errors import DiskSpaceError, JournalRefusedError
from dsl_desk.storage.agreeing import agree
from dsl_desk.storage.database import look_into_compartment, open_compartment
from dsl_desk.storage.heads import ahead, unproved_heads
from dsl_desk.storage.ledger import Ledger
from dsl_desk.system.flushing import copy_flushed, flush_names

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.entry import Head
    from dsl_desk.storage.heads import Judge

JOURNAL: Final = "-journal"
_NEVER_OURS: Final = ("-wal", "-shm")
_PENDING: Final = ".judging"
_NAMES_ANOTHER: Final = bytes.fromhex("d9d505f920a163d7")  # how such a journal ends
_SHORT: Final = 12


class Settled(Enum):
    """What came of a journal that was found."""

    NOTHING_FOUND = "nothing_found"
    TAKEN_BACK = "taken_back"
    FILE_KEPT = "file_kept"


@dataclass(frozen=True)
class PartFile:
    """A part as it lies on the disk, and what opens it."""

    path: Path
    key: bytes = field(repr=False)
    salt: bytes
    compartment: Compartment


def settle(file: PartFile, judge: Judge, kept: Path) -> Settled:
    """Leave a part whose journal is empty, or refuse it. `kept` is the folder for what is kept."""
    with disk_told_as_facts():
        _set_foreign_aside(file.path, kept)
        pending = kept / f"{file.path.name}{_PENDING}"
        if pending.exists():  # killed while judging: everything as it was found, and again
            _put_back(file.path, pending)
        elif not _is_hot(_journal_of(file.path)):
            return Settled.NOTHING_FOUND
        else:
            _keep(file.path, pending)
        return _judged(file, judge, pending)


def _judged(file: PartFile, judge: Judge, pending: Path) -> Settled:
    taken_back = _taken_back(file, judge)
    if _is_whole_and_further_on(file, judge, pending, taken_back):
        _put_in_place(pending / file.path.name, file.path)
        _empty(_journal_of(file.path))
        if taken_back is None:
            _named(pending)
        else:  # killed at the last instant: all was written, and only not confirmed yet
            _forget(pending)
        return Settled.FILE_KEPT
    if taken_back is not None:
        _empty(_journal_of(file.path))  # recovery only makes its beginning void
        _forget(pending)
        return Settled.TAKEN_BACK
    _put_back(file.path, pending)
    place = _named(pending)
    raise JournalRefusedError(file.compartment, f"{place.parent.name}/{place.name}")


def _taken_back(file: PartFile, judge: Judge) -> Sequence[Head] | None:
    """Return the heads after SQLite took the half-done save back; None if that will not do."""
    if _names_another(_journal_of(file.path)):
        return None
    try:
        with closing(
            open_compartment(file.path, file.key, file.salt, file.compartment)
        ) as database:
            return judge.heads_if_they_will_do(database)
    except DamageError:
        return None


def _is_whole_and_further_on(
    file: PartFile, judge: Judge, pending: Path, taken_back: Sequence[Head] | None
) -> bool:
    """Tell whether the file by itself, as it was found, is the one to go on with."""
    copy = pending / file.path.name
    try:
        with closing(
            look_into_compartment(copy, file.key, file.salt, file.compartment)
        ) as database:
            if not ahead(unproved_heads(database), taken_back or ()):
                return False  # what nearly every journal of a killed writer comes to
            if not database.is_whole() or judge.heads_if_they_will_do(database) is None:
                return False
        # Where SQLite took the save back, the file must be one that was finished in all parts.
        return taken_back is None or _finished(file, judge, copy)
    except DamageError:
        return False


def _finished(file: PartFile, judge: Judge, copy: Path) -> bool:
    """Tell whether the lists of a file have all that its ledger has.

    Looked at in a copy by itself: the search compares itself with the ledger only for somebody who
    may write, and what was found has to stay as it was found, its journal beside it.
    """
    asked = copy.with_name(f"{copy.name}.asked")
    shutil.copyfile(copy, asked)
    try:
        with closing(open_compartment(asked, file.key, file.salt, file.compartment)) as database:
            return agree(database, Ledger(database, judge.rolls))
    finally:
        for one in (asked, _journal_of(asked)):
            one.unlink(missing_ok=True)


def _journal_of(path: Path) -> Path:
    return path.with_name(path.name + JOURNAL)


def _is_hot(journal: Path) -> bool:
    """Tell whether SQLite would heed it: one whose first byte is zero has been dealt with."""
    try:
        with journal.open("rb") as file:
            return file.read(1) not in (b"", b"\0")
    except FileNotFoundError:
        return False


def _empty(journal: Path) -> None:
    with journal.open("wb") as file:
        os.fsync(file.fileno())


def _names_another(journal: Path) -> bool:
    if not _is_hot(journal):
        return False
    with journal.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - len(_NAMES_ANOTHER)))
        return file.read() == _NAMES_ANOTHER


def _set_foreign_aside(path: Path, kept: Path) -> None:
    for ending in _NEVER_OURS:
        foreign = path.with_name(path.name + ending)
        if foreign.exists():
            kept.mkdir(mode=0o700, exist_ok=True)
            foreign.replace(kept / f"{foreign.name}-{os.urandom(_SHORT // 2).hex()}")
            flush_names(path.parent)


def _keep(path: Path, pending: Path) -> None:
    """Copy file and journal; the folder has its name only once both are safe."""
    aside = pending.with_name(f"{pending.name}.new")
    shutil.rmtree(aside, ignore_errors=True)
    pending.parent.mkdir(mode=0o700, exist_ok=True)
    aside.mkdir(mode=0o700)
    pair = (path, _journal_of(path))
    try:
        for one in pair:
            copy_flushed(one, aside / one.name)
    except OSError as failure:
        shutil.rmtree(aside, ignore_errors=True)
        if failure.errno == errno.ENOSPC:
            raise DiskSpaceError(sum(one.stat().st_size for one in pair)) from failure
        raise
    flush_names(aside)
    aside.replace(pending)
    flush_names(pending.parent)


def _put_back(path: Path, pending: Path) -> None:
    """Make the live pair what it was when it was found: the journal first.

    Whoever is killed in between finds the folder again, and begins again.
    """
    for one in (_journal_of(path), path):
        _put_in_place(pending / one.name, one)


def _put_in_place(source: Path, target: Path) -> None:
    aside = target.with_name(f"{target.name}.new")
    aside.unlink(missing_ok=True)
    copy_flushed(source, aside)
    aside.replace(target)
    flush_names(target.parent)


def _forget(pending: Path) -> None:
    aside = pending.with_name(f"{pending.name}.new")
    pending.replace(aside)  # from here on it is settled, even if we are killed
    shutil.rmtree(aside)


def _named(pending: Path) -> Path:
    """Give what is kept the name it will be told by; the same pair has the same name."""
    digest = hashlib.sha256()
    for one in sorted(pending.iterdir()):
        with one.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    name = pending.name.removesuffix(_PENDING)
    place = pending.with_name(f"{name}-{digest.hexdigest()[:_SHORT]}")
    if place.exists():
        _forget(pending)
    else:
        pending.replace(place)
    flush_names(place.parent)
    return place
