"""A part copied whole into a new file under a new key, and proved, before anybody relies on it.

A page of the old file that does not prove is copied all the same, as nothing under a good seal: so
every entry of the copy is read and proved, its words among them, and its heads are the old ones.
The new file is a new life of the part: whoever asked begins a strand in it. The old file is not
touched here, and is destroyed once the vault's page names the new one.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.errors import DamageError
from dsl_desk.storage.database import open_compartment, salt_of
from dsl_desk.storage.heads import proved_heads
from dsl_desk.storage.ledger import Ledger
from dsl_desk.system.flushing import flush_file, flush_names

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.progress import Progress
    from dsl_desk.domain.signing import Rolls
    from dsl_desk.storage.database import Database


def copy_under(
    database: Database, rolls: Rolls, path: Path, key: bytes, progress: Progress
) -> bytes:
    """Return the salt of the new file, once every entry of the old one is proved to be in it."""
    database.copy_to(path, key, b"", progress)
    salt = salt_of(path)
    with closing(open_compartment(path, key, salt, database.compartment)) as copy:
        heads = proved_heads(Ledger(copy, rolls))
        if not copy.is_whole() or heads != Ledger(database, rolls).heads():
            raise DamageError(Where(Damage.FILE, database.compartment))
    flush_file(path)
    flush_names(path.parent)
    return salt


def destroy(path: Path) -> None:
    """Take a file away that no page names any more, and its journal. Its key is gone already."""
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    path.unlink(missing_ok=True)
