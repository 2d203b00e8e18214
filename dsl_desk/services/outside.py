"""A vault looked at from outside: all that can be proved of it without anybody's key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.vault_errors import VaultMissingError
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.keys.vouching import vouched
from dsl_desk.services.places import parts_folder, slots_folder, stands
from dsl_desk.storage.database import salt_of
from dsl_desk.storage.slots import SLOTS, slot_damage

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.keys.header import PartRow

_PAGE = 4096


@dataclass(frozen=True)
class Outside:
    """What was found good: lines of the roll, members, files of parts and sealed slots."""

    lines: int
    members: int
    files: int


def look_from_outside(folder: Path) -> Outside:
    """Prove the page, its roll from the first line, and that its files are there and whole pages.

    What stands inside the files only a key can prove. DamageError says what is wrong.
    """
    if not stands(folder):
        raise VaultMissingError
    header = read_header_file(folder)
    proved = vouched(header)
    parts = (*header.parts, *header.kept)
    for row in parts:
        _look_at_part(parts_folder(folder) / row.file, row)
    sizes = {slot.file: _size(slots_folder(folder) / slot.file) for slot in SLOTS}
    if set(sizes.values()) != {header.slot_size}:
        raise slot_damage(0)
    return Outside(len(header.roll), len(proved.assembly.people), len(parts) + len(sizes))


def _look_at_part(file: Path, row: PartRow) -> None:
    try:
        whole = salt_of(file) == row.salt and file.stat().st_size % _PAGE == 0
    except VaultMissingError:
        whole = False
    if not whole:
        raise DamageError(Where(Damage.FILE, row.compartment))


def _size(file: Path) -> int:
    return file.stat().st_size if file.is_file() else 0
