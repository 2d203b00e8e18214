"""A vault that nobody has entered since set-up made it, and beginning again where it stays shut.

Set-up leaves a mark: what the page and every part were when it ended. Entering takes the mark away.
A vault is believed to be unentered only if all of this is so: the mark is there; page and parts are
byte for byte what it says, and nothing lies beside the parts; no slot was ever written; it has one
member, whose only way in is a kit. Every record, and every unlock, changes one of these.

The mark also says whether the kit was typed back from its paper, for the desk to write it down.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.disk import disk_told_as_facts
from dsl_desk.domain.errors import DeskError
from dsl_desk.domain.fields import FieldError, Fields
from dsl_desk.domain.vault_errors import VaultExistsError
from dsl_desk.domain.ways_in import Way
from dsl_desk.keys.face_page import read_face
from dsl_desk.keys.page_file import FILE, read_page
from dsl_desk.services.places import parts_folder, slots_folder, unentered_mark, unfinished_mark
from dsl_desk.system.flushing import flush_names, write_flushed

if TYPE_CHECKING:
    from pathlib import Path

_ONLY_THE_OWNER: Final = 0o600
_NEVER_WRITTEN: Final = (16, b"0")  # where in a slot's file that is said, and how
_TYPED_BACK: Final = "typed_back"


def leave_mark(folder: Path, page: bytes) -> None:
    """Note, right before the page is put in place, what an unentered vault is made of."""
    files = {**_parts(folder), FILE: hashlib.sha256(page).hexdigest()}
    _write(folder, {"files": files, _TYPED_BACK: False})


def note_typed_back(folder: Path) -> None:
    """Note that the founder typed the kit back; the desk writes it down once it is entered."""
    fields = _read(folder)
    if fields is not None:
        _write(folder, {**fields.plain(), _TYPED_BACK: True})


def was_typed_back(folder: Path) -> bool:
    """Tell whether the founder typed the kit back before the vault was entered."""
    fields = _read(folder)
    return fields is not None and fields.plain().get(_TYPED_BACK) is True


def take_mark_away(folder: Path) -> None:
    """Note that the vault was entered: from here on nobody begins again in its place."""
    with disk_told_as_facts():
        unentered_mark(folder).unlink(missing_ok=True)


def may_begin_again(folder: Path) -> bool:
    """Tell whether nobody ever entered this vault, and only a kit would open it."""
    fields = _read(folder)
    if fields is None:
        return False
    try:
        page = read_page(folder)
        ways = list(read_face(page).ways.values())
        there = {**_parts(folder), FILE: hashlib.sha256(page).hexdigest()}
        as_made = fields.inside("files").texts() == there
        return as_made and ways == [(Way.KIT,)] and not _written_slots(folder)
    except (DeskError, FieldError, OSError):
        return False


def begin_again(folder: Path) -> None:
    """Make the folder one of a set-up that was cut short, which the next set-up clears.

    VaultExistsError when anybody may have entered it: then nothing is touched.
    """
    if not may_begin_again(folder):
        raise VaultExistsError
    with disk_told_as_facts():
        unfinished_mark(folder).touch(mode=_ONLY_THE_OWNER)
        flush_names(folder)
        (folder / FILE).unlink()
        flush_names(folder)
        unentered_mark(folder).unlink(missing_ok=True)


def _parts(folder: Path) -> dict[str, str]:
    return {
        f"parts/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(parts_folder(folder).iterdir())
        if not (path.name.endswith("-journal") and path.stat().st_size == 0)
    }


def _written_slots(folder: Path) -> bool:
    at, never = _NEVER_WRITTEN
    for path in slots_folder(folder).iterdir():
        with path.open("rb") as slot:
            slot.seek(at)
            if slot.read(len(never)) != never:
                return True
    return False


def _read(folder: Path) -> Fields | None:
    try:
        return Fields.of_json(unentered_mark(folder).read_bytes())
    except (OSError, FieldError):
        return None


def _write(folder: Path, fields: object) -> None:
    mark = unentered_mark(folder)
    aside = mark.with_name(f"{mark.name}.new")
    with disk_told_as_facts():
        aside.unlink(missing_ok=True)
        write_flushed(aside, json.dumps(fields).encode())
        aside.replace(mark)
