"""New locks on parts, when a key is taken back: made beside, proved, put in place in one step.

Killed before the page is swapped, the old files are the vault's; killed after it, the new ones
are. Beside the parts a mark says which file is coming, and once the page names it, which one is
going; the next opening by somebody who has that part open takes away what the mark allows and the
page does not name. Without a mark nothing is ever taken away: a page put back from an older copy
must not cost a newer file.
"""

from __future__ import annotations

import secrets
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.strand import Began, Birth
from dsl_desk.keys.header import PartRow
from dsl_desk.services.places import parts_folder
from dsl_desk.storage.beginning_anew import begin_anew
from dsl_desk.storage.part import open_part
from dsl_desk.storage.rekey import copy_under, destroy
from dsl_desk.system.flushing import flush_names

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.progress import Progress
    from dsl_desk.domain.signing import Rolls
    from dsl_desk.keys.header import Header
    from dsl_desk.services.sitting import OpenedPart

_COMING: Final = "coming"
_GOING: Final = "going"
_KEY_LENGTH: Final = 32
_ONLY_THE_OWNER: Final = 0o600


@dataclass(frozen=True)
class NewLock:
    """A part in its new file, and the key nobody else has yet."""

    row: PartRow
    key: bytes = field(repr=False)


def file_of(compartment: Compartment, epoch: int) -> str:
    """Return the name of a part's file: it tells which key it is under, and nothing else."""
    return f"{compartment.value}.part" if epoch == 1 else f"{compartment.value}-{epoch}.part"


def next_row(old: PartRow, salt: bytes) -> PartRow:
    """Return the row of the file that comes after another, under the next key."""
    epoch = old.epoch + 1
    return PartRow(old.compartment, file_of(old.compartment, epoch), salt, epoch)


def make_new_file(
    folder: Path, old: PartRow, opened: OpenedPart, rolls: Rolls, progress: Progress
) -> NewLock:
    """Copy a part under a new key; the copy is proved and begins a strand of its own."""
    compartment, epoch = old.compartment, old.epoch + 1
    key, path = secrets.token_bytes(_KEY_LENGTH), _room_for(folder, compartment, epoch)
    salt = copy_under(opened.part.database, rolls, path, key, progress)
    with closing(open_part(path, key, salt, compartment, rolls)) as part:
        birth = Birth(Began.RE_KEY, part.ledger.heads())
        part.begin_strand(replace(opened.pen, epoch=epoch), birth)
    return NewLock(next_row(old, salt), key)


def make_file_anew(folder: Path, old: PartRow, opened: OpenedPart, rolls: Rolls) -> NewLock:
    """Begin a part in an empty file under a new key, which says where the old one ended."""
    compartment, epoch = old.compartment, old.epoch + 1
    key, path = secrets.token_bytes(_KEY_LENGTH), _room_for(folder, compartment, epoch)
    salt = begin_anew(opened.part.ledger, path, key, replace(opened.pen, epoch=epoch), rolls)
    return NewLock(next_row(old, salt), key)


def _room_for(folder: Path, compartment: Compartment, epoch: int) -> Path:
    """Return where the file of an epoch will lie, once a mark says that it is coming."""
    path = parts_folder(folder) / file_of(compartment, epoch)
    _mark(folder, compartment, epoch, _COMING).touch(mode=_ONLY_THE_OWNER)
    flush_names(path.parent)
    destroy(path)  # what an earlier attempt left behind, under a key that nobody has
    return path


def tidy_up(folder: Path, header: Header, opened: Collection[Compartment]) -> None:
    """Take away what a re-keying left behind in these parts.

    Only while this sitting has them open: then nobody else is at work on them.
    """
    closed = {(row.compartment, row.epoch) for row in header.kept}
    for row in header.parts:
        if row.compartment in opened:
            _tidy_part(folder, row, before_is_kept=(row.compartment, row.epoch - 1) in closed)


def _tidy_part(folder: Path, row: PartRow, *, before_is_kept: bool) -> None:
    next_one = _mark(folder, row.compartment, row.epoch + 1, _COMING)
    if next_one.exists():
        _take_away(folder, row.compartment, row.epoch + 1, next_one)
    arrived = _mark(folder, row.compartment, row.epoch, _COMING)
    old_one = _mark(folder, row.compartment, row.epoch - 1, _GOING)
    if before_is_kept:
        arrived.unlink(missing_ok=True)
    elif arrived.exists():
        arrived.replace(old_one)
        flush_names(old_one.parent)
    if old_one.exists():
        _take_away(folder, row.compartment, row.epoch - 1, old_one)


def _take_away(folder: Path, compartment: Compartment, epoch: int, mark: Path) -> None:
    destroy(parts_folder(folder) / file_of(compartment, epoch))
    flush_names(mark.parent)
    mark.unlink()


def _mark(folder: Path, compartment: Compartment, epoch: int, state: str) -> Path:
    return parts_folder(folder) / f"{compartment.value}-{epoch}.{state}"
