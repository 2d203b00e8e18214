from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.builders import a_concern_draft, an_entry_id

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault

ROWS = ("staff", "dsl", "head", "chair")
# The page, the parts, the slots, the file of the drop, a picture.
FILES = 1 + 4 + 2 * len(ROWS) + 1 + 1


def record(desk: Desk, vault: TrainingVault) -> None:
    desk.concerns.record(a_concern_draft(), an_entry_id(vault.clock))
    vault.clock.advance(minutes=1)


def taken(desk: Desk, vault: TrainingVault, stick: Path) -> Path:
    vault.clock.advance(minutes=1)
    return Path(desk.snapshots.take(stick).answer.folder)


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def put_back_after(vault: TrainingVault, stick: Path) -> Path:
    """Make a copy, then put Children back to what it was three concerns before."""
    part = vault.folder / "parts" / "children.part"
    early = part.read_bytes()
    desk = vault.unlock()
    for _ in range(3):
        record(desk, vault)
    copy = taken(desk, vault, stick)
    desk.close()
    part.write_bytes(early)
    return copy
