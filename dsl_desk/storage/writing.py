"""A Write: one transaction that holds entries, and with each entry its shelves.

The rules are:
- nothing is committed that leaves no entry behind;
- an entry that is already there is not written again, whoever tries: its id was made before;
- when a commit fails, the ledger is read again before anybody is told what became of it.
"""

from __future__ import annotations

import secrets
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.entry import Entry, Header
from dsl_desk.domain.entry_form import write_body, write_header
from dsl_desk.domain.errors import DeskError, DiskFailedError
from dsl_desk.storage.proof import SUITE, Line, body_digest, entry_digest
from dsl_desk.storage.shelves.all import SHELVES, shelve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.entry import Act
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.signing import Pen
    from dsl_desk.storage.database import Database
    from dsl_desk.storage.ledger import Ledger

NOTHING_BEFORE: Final = bytes(32)
_SALT_LENGTH: Final = 32
_COUNTER_BITS: Final = 16


class NoEntryError(RuntimeError):
    """A Write was to be committed without an entry: a bug, since nothing changes unwritten."""


class SameIdError(RuntimeError):
    """Two different acts were given one id: a bug."""


class Life:
    """The present life of a file on this device, and the strand it writes."""

    def __init__(self, strand: str, device: str) -> None:
        self.strand = strand
        self.device = device


class Write:
    """An open transaction. `enter` is the only way to change anything."""

    def __init__(self, database: Database, ledger: Ledger, life: Life, pen: Pen) -> None:
        self._database = database
        self._ledger = ledger
        self._life = life
        self._pen = pen
        self._head = ledger.last(life.strand)
        self.entered: list[EntryId] = []
        self.found: list[EntryId] = []

    def enter(self, act: Act) -> Entry:
        """Write an entry and its shelves; return the one that is there if it was written before."""
        there = self._ledger.find(act.id)
        if there is not None:
            if (there.header.record, there.body.kind) != (act.record, act.body.kind):
                raise SameIdError
            self.found.append(act.id)
            return there
        entry = self._append(act)
        shelve(self._database, entry, SHELVES[self._database.compartment])
        self._head = entry
        self.entered.append(act.id)
        return entry

    def close(self) -> None:
        """Refuse to be committed when nothing was written down."""
        if not self.entered and not self.found:
            raise NoEntryError

    def _append(self, act: Act) -> Entry:
        salt, body = secrets.token_bytes(_SALT_LENGTH), write_body(act.body)
        header = self._header(act, body_digest(salt, body))
        written = write_header(header)
        signature = self._pen.author.sign(written)
        self._insert(
            Line(
                strand=bytes.fromhex(header.strand),
                number=header.number,
                id=bytes.fromhex(header.id),
                record=bytes.fromhex(header.record),
                version=header.version,
                header=written,
                signature=signature,
                salt=salt,
                body=body,
            )
        )
        return Entry(header, act.body, entry_digest(written, signature))

    def _header(self, act: Act, digest: bytes) -> Header:
        now, head = self._pen.clock.now(), self._head
        wall = int(now.timestamp() * 1000) << _COUNTER_BITS
        return Header(
            id=act.id,
            record=act.record,
            version=act.version,
            replaces=act.replaces,
            entry_class=act.entry_class,
            author=self._pen.author.id,
            device=self._life.device,
            strand=self._life.strand,
            number=head.header.number + 1 if head else 1,
            written_at=now.isoformat(),
            # A clock set back never puts an entry before the one it follows.
            hlc=max(wall, head.header.hlc + 1) if head else wall,
            roll=self._pen.roll,
            epoch=self._pen.epoch,
            previous=head.digest if head else NOTHING_BEFORE,
            seen=(),
            body_digest=digest,
            suite=SUITE,
        )

    def _insert(self, line: Line) -> None:
        self._database.run(
            "INSERT INTO ledger"
            " (strand, number, id, record, version, header, signature, salt, body)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            line.strand,
            line.number,
            line.id,
            line.record,
            line.version,
            line.header,
            line.signature,
            line.salt,
            line.body,
        )


@contextmanager
def writing(database: Database, ledger: Ledger, life: Life, pen: Pen) -> Iterator[Write]:
    """Open a Write; commit it at the end of the block, or leave everything as it was."""
    database.run("BEGIN IMMEDIATE")
    try:
        write = Write(database, ledger, life, pen)
        yield write
        write.close()
    except BaseException:
        _leave_as_it_was(database)
        raise
    try:
        database.run("COMMIT")
    except DeskError as failure:
        _leave_as_it_was(database)
        _find_out(ledger, write, failure)


def _leave_as_it_was(database: Database) -> None:
    if database.writing:  # SQLite takes some failed transactions back by itself
        with suppress(DeskError):  # what failed first is what is told
            database.run("ROLLBACK")


def _find_out(ledger: Ledger, write: Write, failure: DeskError) -> None:
    """Read back after a failed commit: it may have taken effect all the same."""
    try:
        saved = all(ledger.find(entry) is not None for entry in write.entered)
    except DeskError:
        raise DiskFailedError(known=False) from failure
    if not saved:
        raise failure
