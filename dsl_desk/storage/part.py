"""One part of the vault, opened: its ledger, its shelves, and the way to write."""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DamageError, VaultTooNewError
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.storage.columns import as_bytes
from dsl_desk.storage.database import create_compartment, open_compartment
from dsl_desk.storage.ledger import Ledger
from dsl_desk.storage.schema import APPLICATION, SCHEMA, TABLES
from dsl_desk.storage.shelves.all import lay_out, refill
from dsl_desk.storage.writing import Life, writing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.signing import Pen, Rolls
    from dsl_desk.storage.database import Database
    from dsl_desk.storage.writing import Write

FOUNDING_KIND: Final = "founding"
_ID_LENGTH: Final = 16


class Part:
    """An opened compartment. Belongs to the thread that opened it."""

    def __init__(self, database: Database, rolls: Rolls) -> None:
        self.database = database
        self.ledger = Ledger(database, rolls)
        self.life = _life_of(database)

    @property
    def compartment(self) -> Compartment:
        """Which part this is."""
        return self.database.compartment

    def begin(self, pen: Pen) -> None:
        """Write the first entry of the first strand: that this part was begun, and by whom."""
        name = fresh_id(pen.clock.now())
        body = Body(FOUNDING_KIND, 1, fields={"compartment": self.compartment.value})
        with self.writing(pen) as write:
            write.enter(Act(EntryId(name), RecordId(name), EntryClass.FOUNDING, body))

    def writing(self, pen: Pen) -> AbstractContextManager[Write]:
        """Open a Write: one transaction of entries and their shelves."""
        return writing(self.database, self.ledger, self.life, pen)

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()


def make_part(path: Path, key: bytes, compartment: Compartment, rolls: Rolls) -> Part:
    """Make the file of a new part, its tables still empty. `begin` is what comes next."""
    with _closed_on_failure(create_compartment(path, key, compartment)) as database:
        database.run("BEGIN IMMEDIATE")
        database.run(f"PRAGMA application_id={APPLICATION}")
        database.run(f"PRAGMA user_version={SCHEMA}")
        for table in TABLES:
            database.run(table)
        database.run(
            "INSERT INTO life (strand, device) VALUES (?, ?)",
            secrets.token_bytes(_ID_LENGTH),
            secrets.token_bytes(_ID_LENGTH),
        )
        refill(database, (), lay_out(database))
        database.run("COMMIT")
        database.close_to_changes()
        return Part(database, rolls)


def open_part(path: Path, key: bytes, salt: bytes, compartment: Compartment, rolls: Rolls) -> Part:
    """Open a part that was made before, and bring its shelves up to this version."""
    with _closed_on_failure(open_compartment(path, key, salt, compartment)) as database:
        _know_its_schema(database)
        part = Part(database, rolls)
        database.run("BEGIN IMMEDIATE")
        stale = lay_out(database)
        if stale:
            refill(database, part.ledger.entries(), stale)
        database.run("COMMIT")
        database.close_to_changes()
        return part


@contextmanager
def _closed_on_failure(database: Database) -> Iterator[Database]:
    try:
        yield database
    except BaseException:
        database.close()
        raise


def _know_its_schema(database: Database) -> None:
    if database.number("PRAGMA application_id") != APPLICATION:
        raise DamageError(Where(Damage.FILE, database.compartment))
    found = database.number("PRAGMA user_version")
    if found > SCHEMA:
        raise VaultTooNewError(found, SCHEMA)


def _life_of(database: Database) -> Life:
    row = database.row("SELECT strand, device FROM life")
    if row is None:
        raise DamageError(Where(Damage.FILE, database.compartment))
    return Life(as_bytes(row[0]).hex(), as_bytes(row[1]).hex())
