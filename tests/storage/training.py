"""A part of a vault by itself: its file, its key, and an author with every right."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern import concern_body
from dsl_desk.domain.entry import Act, Entry, RollMark
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, MemberId, RecordId, fresh_id
from dsl_desk.domain.rights import Right
from dsl_desk.domain.signing import Pen, Rolls, Standing
from dsl_desk.keys.person import Person
from dsl_desk.storage.database import salt_of
from dsl_desk.storage.part import Part, make_part, open_part
from dsl_desk.storage.shelves.concerns import next_reference
from tests.builders import a_concern_draft
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.concern_draft import ConcernDraft

CHILDREN = Compartment.CHILDREN
MAYA = Person.fresh(MemberId("01" * 16))


@dataclass
class TrainingPart:
    """One compartment on disk, opened as often as a test likes."""

    path: Path
    key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    clock: FakeClock = field(default_factory=FakeClock)
    right: Right = Right.WRITE

    @property
    def roll(self) -> Rolls:
        standings = {MAYA.id: Standing(MAYA.signing_key(), {CHILDREN: self.right})}
        return Rolls([(RollMark(1, b"r" * 32), standings)])

    @property
    def pen(self) -> Pen:
        return Pen(MAYA, self.clock, RollMark(1, b"r" * 32), 1, "Maya Fernsby")

    def make(self) -> Part:
        part = make_part(self.path, self.key, CHILDREN, self.roll)
        part.begin(self.pen)
        return part

    def open(self) -> Part:
        return open_part(self.path, self.key, salt_of(self.path), CHILDREN, self.roll)

    def burgle(self) -> dbapi2.Connection:
        """Open the file as somebody would who has the database key and no conscience."""
        connection = dbapi2.connect(str(self.path), isolation_level=None)
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.set_key(b"x'" + self.key.hex().encode() + b"'")
        return connection

    def record(self, part: Part, draft: ConcernDraft | None = None) -> Entry:
        name = fresh_id(self.clock.now())
        with part.writing(self.pen) as write:
            ref = next_reference(part.database, self.clock.now().year)
            body = concern_body(draft or a_concern_draft(), ref, "Maya Fernsby")
            return write.enter(Act(EntryId(name), RecordId(name), EntryClass.CONCERN, body))


class Treacherous:
    """A connection whose next COMMIT ends badly: before it took effect, or after."""

    def __init__(self, real: dbapi2.Connection, *, saved: bool, blind: bool = False) -> None:
        self._real = real
        self._saved = saved
        self._blind = blind
        self._failed = False

    @property
    def in_transaction(self) -> bool:
        return bool(self._real.in_transaction)

    def execute(self, sql: str, parameters: tuple[object, ...] = ()) -> object:
        if sql == "COMMIT" and not self._failed:
            self._failed = True
            if self._saved:
                self._real.execute("COMMIT")
            raise _disk_error()
        if self._failed and self._blind and sql != "ROLLBACK":
            raise _disk_error()
        return self._real.execute(sql, parameters)

    def close(self) -> None:
        self._real.close()


def _disk_error() -> dbapi2.OperationalError:
    failure = dbapi2.OperationalError("disk I/O error")
    failure.sqlite_errorcode = dbapi2.SQLITE_IOERR
    return failure
