"""A Write: one transaction that holds entries, and with each entry its shelves.

The rules are:
- nothing is committed that leaves no entry behind;
- an entry that is already there is not written again, whoever tries: its id was made before;
- a version from the second on has a reason, and is written by somebody who saw what it replaces;
- when a commit fails, the ledger is read again before anybody is told what became of it.
"""

from __future__ import annotations

import secrets
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from dsl_desk.domain.disk_errors import DiskFailedError
from dsl_desk.domain.entry import Act, Entry, Header
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.entry_form import write_body, write_header
from dsl_desk.domain.errors import ChangedSinceError, DeskError, RecordDisposedError
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.storage.chain import NOTHING_BEFORE
from dsl_desk.storage.disposing import disposal_body, wipe
from dsl_desk.storage.proof import SUITE, body_digest, entry_digest
from dsl_desk.storage.shelves.filling import shelve
from dsl_desk.storage.shelves.shelf import Standing, keep_counts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dsl_desk.domain.entry import Head
    from dsl_desk.domain.record import Kind, Said
    from dsl_desk.domain.signing import Pen
    from dsl_desk.storage.database import Database
    from dsl_desk.storage.ledger import Ledger
    from dsl_desk.storage.life import Life
    from dsl_desk.storage.proof import Line

    D = TypeVar("D")

_SALT_LENGTH: Final = 32
_COUNTER_BITS: Final = 16
_INTO_LEDGER: Final = (
    "INSERT INTO ledger"
    " (strand, number, id, record, version, hlc, header, signature, salt, body)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"
)


class NoEntryError(RuntimeError):
    """A Write was to be committed without an entry: a bug, since nothing changes unwritten."""


class SameIdError(RuntimeError):
    """Two different acts were given one id: a bug."""


class NoReasonError(RuntimeError):
    """A change was to be written without saying why: a bug, since drafts are looked at before."""


class Write:
    """An open transaction. `enter` is the only way to change anything."""

    def __init__(self, database: Database, ledger: Ledger, life: Life, pen: Pen) -> None:
        self._database = database
        self._ledger = ledger
        self.life = life
        self._pen = pen
        self._head = ledger.last(life.strand)
        self._latest = ledger.latest()
        self.named: tuple[Head, ...] = ()
        self.entered: list[EntryId] = []
        self.found: list[EntryId] = []

    def record(self, kind: Kind[D], said: Said[D], entry: EntryId, reason: str = "") -> Entry:
        """Write the first version of a record, which has the name of its first entry."""
        body = kind.body(said, self._pen.name, reason)
        return self.enter(Act(entry, RecordId(entry), kind.entry_class, body))

    def version(
        self, kind: Kind[D], said: Said[D], of: EntryId, reason: str, entry: EntryId
    ) -> Entry:
        """Write the next version of what `of` says; it settles whatever was made apart from it."""
        if not reason.strip():
            raise NoReasonError
        record = self._ledger.known(of).header.record
        act = Act(entry, record, kind.entry_class, kind.body(said, self._pen.name, reason))
        if self._ledger.find(entry) is None:
            act = self._replacing(of, act)
        return self.enter(act)

    def dispose(self, record: RecordId, reason: str) -> Entry:
        """Take away, for good, what every version of a record says; that it was done is kept."""
        if not reason.strip():
            raise NoReasonError
        there = self._ledger.disposal(bytes.fromhex(record))
        if there is not None:
            self.found.append(there.header.id)
            return there
        name = EntryId(fresh_id(self._pen.clock.now()))
        newest = self._ledger.newest(record).header.id
        gone = tuple(version.header.id for version in self._ledger.versions(record))
        body = disposal_body(gone, self._pen.name, reason)
        entry = self.enter(self._replacing(newest, Act(name, record, EntryClass.DISPOSAL, body)))
        wipe(self._database, record, gone)
        return entry

    def wipe(self, record: RecordId) -> None:
        """Take what a record says out of the file, once its disposal is entered."""
        versions = self._ledger.versions(record)
        gone = [each for each in versions if each.header.entry_class is not EntryClass.DISPOSAL]
        wipe(self._database, record, [version.header.id for version in gone])

    def take_in(self, line: Line, entry: Entry) -> None:
        """Take in a proved line of another copy; it keeps its strand, number and signature."""
        added, place = self._database.add(
            _INTO_LEDGER,
            line.strand,
            line.number,
            line.id,
            line.record,
            line.version,
            line.hlc,
            line.header,
            line.signature,
            line.salt,
            line.body,
        )
        if not added:
            raise SameIdError
        shelve(self._database, Standing(entry, place))
        self.entered.append(entry.header.id)

    def enter(self, act: Act) -> Entry:
        """Write an entry and its shelves; return the one that is there if it was written before."""
        standing = self._append(act)
        if standing is None:
            return self._find_again(act)
        shelve(self._database, standing)
        entry = standing.entry
        self._head, self._latest = entry, entry.header.hlc
        self.entered.append(act.id)
        return entry

    def close(self) -> None:
        """Make ready to be committed; refuse when nothing was written down."""
        if not self.entered and not self.found:
            raise NoEntryError
        keep_counts(self._database)

    def _replacing(self, of: EntryId, act: Act) -> Act:
        """Return the act as the next version, in the place of all that stands unreplaced."""
        tips = self._ledger.tips(act.record)
        if any(tip.header.entry_class is EntryClass.DISPOSAL for tip in tips):
            raise RecordDisposedError
        names = [tip.header.id for tip in tips]
        if of not in names:
            raise ChangedSinceError
        names.remove(of)
        version = max(tip.header.version for tip in tips) + 1
        return replace(act, version=version, replaces=of, beside=tuple(names))

    def _find_again(self, act: Act) -> Entry:
        """Return what was written under this id before."""
        there = self._ledger.known(act.id)
        if (there.header.record, there.header.entry_class) != (act.record, act.entry_class):
            raise SameIdError
        self.found.append(act.id)
        if not self.entered:
            self.named = ()  # what was to be named was not written
        return there

    def _append(self, act: Act) -> Standing | None:
        """Put an entry at the end of the strand; None when one of its id is there already."""
        salt, body = secrets.token_bytes(_SALT_LENGTH), write_body(act.body)
        header = self._header(act, body_digest(salt, body))
        written = write_header(header)
        signature = self._pen.author.sign(written)
        added, place = self._database.add(
            _INTO_LEDGER,
            bytes.fromhex(header.strand),
            header.number,
            bytes.fromhex(header.id),
            bytes.fromhex(header.record),
            header.version,
            header.hlc,
            written,
            signature,
            salt,
            body,
        )
        if not added:
            return None
        return Standing(Entry(header, act.body, entry_digest(written, signature)), place)

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
            device=self.life.device,
            strand=self.life.strand,
            number=head.header.number + 1 if head else 1,
            written_at=now.isoformat(),
            # A clock set back never puts an entry before one that was known when it was written.
            hlc=max(wall, self._latest + 1),
            roll=self._pen.roll,
            epoch=self._pen.epoch,
            previous=head.digest if head else NOTHING_BEFORE,
            seen=self._seen(),
            body_digest=digest,
            suite=SUITE,
            beside=act.beside,
        )

    def _seen(self) -> tuple[Head, ...]:
        """Return what the first entry of this Write names; the others follow it in the strand."""
        if not self.entered:
            self.named = self.life.seen(self._ledger)
            return self.named
        return ()


@contextmanager
def writing(
    database: Database, ledger: Ledger, living: Callable[[], Life], pen: Pen
) -> Iterator[Write]:
    """Open a Write; commit it at the end of the block, or leave everything as it was.

    `living` tells the life that writes; a new one is begun in the same transaction.
    """
    database.run("BEGIN IMMEDIATE")
    try:
        write = Write(database, ledger, living(), pen)
        yield write
        write.close()
    except BaseException:
        _leave_as_it_was(database, ledger)
        raise
    try:
        database.run("COMMIT")
    except DeskError as failure:
        _leave_as_it_was(database, ledger)
        _find_out(ledger, write, failure)
    write.life.has_named(write.named)


def _leave_as_it_was(database: Database, ledger: Ledger) -> None:
    ledger.forget_disposals()
    database.more_rows.clear()
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
