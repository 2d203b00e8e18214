"""The one place that opens SQLCipher. Lets no Any out, and no database error but a bug.

The rules of the disk (docs/decisions, design section 6) are asserted at every opening: a setting
that did not take is a failure, never a warning.
"""

from __future__ import annotations

import os
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from sqlcipher3 import dbapi2

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.disk import what_the_disk_did
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.vault_errors import VaultMissingError
from dsl_desk.storage.columns import as_number
from dsl_desk.storage.disk_errors import fact_of, told_as_facts
from dsl_desk.storage.guard import Guard

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.progress import Progress
    from dsl_desk.storage.columns import Row, Value

    _Rule = tuple[str, str, str | int]

SALT_LENGTH: Final = 16
_KEY_LENGTH: Final = 32
_ONLY_THE_OWNER: Final = 0o600
_SLICE: Final = 200
_PAGES_AT_ONCE: Final = 1000
# More than there are in this program. With the usual hundred, whichever statement comes after the
# hundredth throws out the one before it, and every insert of a Write is prepared each time anew.
_STATEMENTS: Final = 4096

# Setting, value to ask for, answer that must come back. The limit on memory is what this binding
# offers against a file made to exhaust us (it cannot set SQLite's other limits).
_ALWAYS: Final = (
    ("temp_store", "MEMORY", 2),
    ("cell_size_check", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cache_size", "-32768", -32768),
    ("hard_heap_limit", "1073741824", 1073741824),
)
_RULES: Final = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "EXTRA", 3),
    ("foreign_keys", "ON", 1),
    ("secure_delete", "ON", 1),
    *_ALWAYS,
)
_ONLY_LOOKING: Final = (("query_only", "ON", 1), *_ALWAYS)
# What a foreign build could have otherwise, and we rest on: pages, their proof, and memory that is
# not locked page by page (which would make every save twice as slow and hide nothing from a lock).
_AS_BUILT: Final = (
    ("cipher_page_size", "4096"),
    ("cipher_use_hmac", "1"),
    ("cipher_hmac_algorithm", "HMAC_SHA512"),
    ("cipher_memory_security", "0"),
)


class SettingError(RuntimeError):
    """SQLCipher did not take a setting we rest on: a bug or a foreign build, so nothing opens."""


class HalfDoneError(RuntimeError):
    """A file was to be copied in the midst of a Write: a bug."""


class Database:
    """One opened compartment file. Belongs to the thread that opened it."""

    def __init__(self, connection: dbapi2.Connection, compartment: Compartment, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._raw: BinaryIO | None = None
        self.compartment = compartment
        self.guard = Guard()
        self.more_rows: Counter[tuple[str, int]] = Counter()  # on shelves, in this transaction

    def run(self, sql: str, *parameters: Value) -> None:
        """Do one statement."""
        try:
            self._connection.execute(sql, parameters)
        except dbapi2.DatabaseError as failure:
            raise fact_of(failure, self.compartment) from None

    def add(self, sql: str, *parameters: Value) -> tuple[bool, int]:
        """Do one statement that adds a row or none; answer whether it did, and its row number."""
        try:
            done = self._connection.execute(sql, parameters)
            return done.rowcount == 1, int(done.lastrowid)
        except dbapi2.DatabaseError as failure:
            raise fact_of(failure, self.compartment) from None

    def rows(self, sql: str, *parameters: Value) -> Iterator[Row]:
        """Answer row by row, a slice in memory at a time."""
        with told_as_facts(self.compartment):
            cursor = self._connection.execute(sql, parameters)
            while some := cursor.fetchmany(_SLICE):
                yield from cast("list[Row]", some)

    def row(self, sql: str, *parameters: Value) -> Row | None:
        """Answer the first row."""
        try:
            return cast("Row | None", self._connection.execute(sql, parameters).fetchone())
        except dbapi2.DatabaseError as failure:
            raise fact_of(failure, self.compartment) from None

    def number(self, sql: str, *parameters: Value) -> int:
        """Answer with the one number that a count or a sum is."""
        return as_number((self.row(sql, *parameters) or (None,))[0])

    @property
    def writing(self) -> bool:
        """Whether a transaction is open."""
        return bool(self._connection.in_transaction)

    def is_whole(self) -> bool:
        """Tell whether every page is genuine and all of them fit together. Reads the whole file."""
        forged = self.row("PRAGMA cipher_integrity_check")
        return forged is None and self.row("PRAGMA integrity_check(1)") == ("ok",)

    def as_it_lies(self) -> BinaryIO:
        """Return the file's own bytes from its beginning, all of what was saved and nothing else.

        Between two Writes the file is whole. The stream stays ours: a process that closes any
        handle of a file gives up all its locks on that file, the database's among them.
        """
        if self._connection.in_transaction:
            raise HalfDoneError
        if self._raw is None:
            self._raw = self._path.open("rb", buffering=0)
        self._raw.seek(0)
        return self._raw

    def copy_to(self, path: Path, key: bytes, salt: bytes, progress: Progress) -> None:
        """Write a sealed copy into a file that is not there yet; without a salt it gets its own.

        A page that does not prove is copied all the same, as noise under a good seal: whoever asked
        has to prove the copy entry by entry. The file is flushed by whoever asked.
        """
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _ONLY_THE_OWNER))
        with told_as_facts(self.compartment), closing(_connected(path, key, "rw", salt)) as copy:
            # Nobody needs a journal of a copy: when it fails it is thrown away.
            for setting in ("journal_mode=OFF", "synchronous=OFF", "locking_mode=EXCLUSIVE"):
                copy.execute(f"PRAGMA {setting}")
            self._connection.backup(
                copy,
                pages=_PAGES_AT_ONCE,
                progress=lambda _status, left, of: progress(of - left, of),
                sleep=0,
            )

    def close_to_changes(self) -> None:
        """From here on refuse everything but reading and adding (see `guard`)."""
        self._connection.set_authorizer(self.guard.may)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        if self._raw is not None:
            self._raw.close()


def create_compartment(path: Path, key: bytes, compartment: Compartment) -> Database:
    """Make a new, empty file and open it. Refuses to touch one that is already there."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _ONLY_THE_OWNER))
    return _opened(path, key, compartment)


def open_compartment(path: Path, key: bytes, salt: bytes, compartment: Compartment) -> Database:
    """Open the file that was made with this salt. Never creates one where one was expected."""
    if salt_of(path) != salt:
        raise DamageError(Where(Damage.FILE, compartment))
    return _opened(path, key, compartment)


def salt_of(path: Path) -> bytes:
    """Return the salt a file begins with: its only bytes that SQLCipher does not authenticate."""
    try:
        with path.open("rb") as file:
            return file.read(SALT_LENGTH)
    except FileNotFoundError:
        raise VaultMissingError from None
    except OSError as failure:
        raise what_the_disk_did(failure) from failure


def look_into_compartment(
    path: Path, key: bytes, salt: bytes, compartment: Compartment
) -> Database:
    """Open a file only to read it: no journal beside it is heeded, and nothing is written."""
    if salt_of(path) != salt:
        raise DamageError(Where(Damage.FILE, compartment))
    return _ruled(path, key, compartment, "ro&immutable=1", _ONLY_LOOKING)


def _opened(path: Path, key: bytes, compartment: Compartment) -> Database:
    return _ruled(path, key, compartment, "rw", _RULES)


def _ruled(
    path: Path, key: bytes, compartment: Compartment, mode: str, rules: Sequence[_Rule]
) -> Database:
    with told_as_facts(compartment):
        connection = _connected(path, key, mode)
    try:
        with told_as_facts(compartment):
            _set_and_assert(connection, rules)
            _know_the_schema(connection, compartment)
    except BaseException:
        connection.close()
        raise
    return Database(connection, compartment, path)


def _connected(path: Path, key: bytes, mode: str, salt: bytes = b"") -> dbapi2.Connection:
    if len(key) != _KEY_LENGTH:
        raise ValueError
    place = f"{path.absolute().as_uri()}?mode={mode}"
    connection = dbapi2.connect(
        place, uri=True, isolation_level=None, timeout=0, cached_statements=_STATEMENTS
    )
    # SQLCipher writes to stderr unless told not to, and has to be told before the key.
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.set_key(b"x'" + (key + salt).hex().encode() + b"'")
    return connection


def _set_and_assert(connection: dbapi2.Connection, rules: Sequence[_Rule]) -> None:
    for name, expected in _AS_BUILT:  # before anything is read: a foreign build cannot
        _assert_one(connection, name, expected)
    for name, asked, expected_answer in rules:
        connection.execute(f"PRAGMA {name}={asked}")
        _assert_one(connection, name, expected_answer)


def _assert_one(connection: dbapi2.Connection, name: str, expected: str | int) -> None:
    (answer,) = connection.execute(f"PRAGMA {name}").fetchone()
    if answer != expected:
        raise SettingError(name)


def _know_the_schema(connection: dbapi2.Connection, compartment: Compartment) -> None:
    """Refuse what we never make: a trigger, or a view that could stand in for a table."""
    (strange,) = connection.execute(
        "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"
        " OR type = 'view' AND name NOT GLOB 'bodies_[0-9]*'"
    ).fetchone()
    if strange:
        raise DamageError(Where(Damage.FILE, compartment))
