"""One part of the vault, opened: its ledger, its shelves, and the way to write."""

from __future__ import annotations

import time
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.entry import Act
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.strand import Began, Birth
from dsl_desk.domain.vault_errors import VaultTooNewError
from dsl_desk.storage.database import create_compartment, open_compartment
from dsl_desk.storage.ledger import Ledger
from dsl_desk.storage.life import begin_life, fresh_device, present_life
from dsl_desk.storage.schema import APPLICATION, SCHEMA, TABLES
from dsl_desk.storage.shelves.all import SHELVES
from dsl_desk.storage.shelves.filling import (
    Shelved,
    fill,
    fill_shelf,
    give_up,
    lay_out,
    shelved,
)
from dsl_desk.storage.writing import writing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.signing import Pen, Rolls
    from dsl_desk.storage.database import Database
    from dsl_desk.storage.shelves.shelf import Shelf
    from dsl_desk.storage.writing import Write

_DAY: Final = 86_400
_FIRST: Final = Birth(Began.SET_UP)
_AT_OPENING: Final = 0.05  # seconds spent on new shelves before the first rows can be shown


class Part:
    """An opened compartment. Belongs to the thread that opened it."""

    def __init__(self, database: Database, rolls: Rolls) -> None:
        self.database = database
        self.ledger = Ledger(database, rolls)
        self.life = present_life(database)

    @property
    def compartment(self) -> Compartment:
        """Which part this is."""
        return self.database.compartment

    def begin(self, pen: Pen, birth: Birth = _FIRST) -> None:
        """Write the first entry of the first strand: that this part was begun, and by whom."""
        with self.writing(pen) as write:
            write.enter(_birth_act(birth, self.compartment, pen))

    def begin_strand(self, pen: Pen, birth: Birth, device: str = "") -> None:
        """Begin a new life of this file; its first entry says why, out of what, what is missing."""
        begin = partial(begin_life, self.database, device or self.life.device)
        with writing(self.database, self.ledger, begin, pen) as write:
            write.enter(_birth_act(birth, self.compartment, pen))
        self.life = write.life

    def writing(self, pen: Pen) -> AbstractContextManager[Write]:
        """Open a Write: one transaction of entries and their shelves."""
        return writing(self.database, self.ledger, lambda: self.life, pen)

    def fill_shelves(self, enough: Callable[[], bool]) -> Shelved:
        """Go on filling shelves that are new, until it is enough; tell how far they have come."""
        fill(self.database, self.ledger, enough)
        return self.shelved()

    def give_up_shelves(self) -> None:
        """Trust no shelf any more: the next opening makes each of them again from the ledger."""
        for shelf in SHELVES[self.compartment]:
            give_up(self.database, shelf)

    def shelved(self) -> Shelved:
        """Tell how far the shelves are filled."""
        return shelved(self.database, self.ledger.end())

    def fill_back_to(self, year: int, shelf: Shelf) -> None:
        """Fill a shelf that is new at least with all that was written in a year."""
        begins = int(datetime(year, 1, 1, tzinfo=UTC).timestamp() - _DAY) * 1000 << 16
        one_life = len(self.ledger.strands()) == 1  # else the order of arrival is not that of time
        fill_shelf(
            self.database,
            self.ledger,
            shelf,
            lambda back_to: one_life and self.ledger.hlc_at(back_to) < begins,
        )

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
        begin_life(database, fresh_device())
        lay_out(database, 0)
        database.run("COMMIT")
        database.close_to_changes()
        return Part(database, rolls)


def open_part(path: Path, key: bytes, salt: bytes, compartment: Compartment, rolls: Rolls) -> Part:
    """Open a part that was made before, and begin to bring its shelves up to this version."""
    with _closed_on_failure(open_compartment(path, key, salt, compartment)) as database:
        _know_its_schema(database)
        part = Part(database, rolls)
        database.run("BEGIN IMMEDIATE")
        lay_out(database, part.ledger.end())
        database.run("COMMIT")
        database.close_to_changes()
        until = time.monotonic() + _AT_OPENING
        part.fill_shelves(lambda: time.monotonic() > until)
        return part


@contextmanager
def _closed_on_failure(database: Database) -> Iterator[Database]:
    try:
        yield database
    except BaseException:
        database.close()
        raise


def _birth_act(birth: Birth, compartment: Compartment, pen: Pen) -> Act:
    name = fresh_id(pen.clock.now())
    return Act(EntryId(name), RecordId(name), EntryClass.FOUNDING, birth.body(compartment))


def _know_its_schema(database: Database) -> None:
    if database.number("PRAGMA application_id") != APPLICATION:
        raise DamageError(Where(Damage.FILE, database.compartment))
    found = database.number("PRAGMA user_version")
    if found > SCHEMA:
        raise VaultTooNewError(found, SCHEMA)
