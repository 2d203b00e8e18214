"""The border between SQLite's complaints and the facts of the house. Translated once, here."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, cast

from sqlcipher3 import dbapi2

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.disk_errors import DiskFailedError, DiskFullError, DiskReadOnlyError
from dsl_desk.domain.errors import DamageError, DeskError
from dsl_desk.domain.vault_errors import VaultBusyError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.compartment import Compartment

_PRIMARY: Final = 0xFF  # the low byte of an extended code is the kind

_FACTS: Final[dict[int, type[DeskError]]] = {
    dbapi2.SQLITE_BUSY: VaultBusyError,
    dbapi2.SQLITE_LOCKED: VaultBusyError,
    dbapi2.SQLITE_FULL: DiskFullError,
    dbapi2.SQLITE_READONLY: DiskReadOnlyError,
    dbapi2.SQLITE_CANTOPEN: DiskReadOnlyError,
    dbapi2.SQLITE_PERM: DiskReadOnlyError,
    dbapi2.SQLITE_IOERR: DiskFailedError,
}
# The one call that copies a file raises without a code; the words are SQLite's own for each code.
_SAID: Final = {
    "disk I/O error": dbapi2.SQLITE_IOERR,
    "database or disk is full": dbapi2.SQLITE_FULL,
    "attempt to write a readonly database": dbapi2.SQLITE_READONLY,
    "unable to open database file": dbapi2.SQLITE_CANTOPEN,
    "database is locked": dbapi2.SQLITE_BUSY,
    "database disk image is malformed": dbapi2.SQLITE_CORRUPT,
    "file is not a database": dbapi2.SQLITE_NOTADB,
}
_DAMAGE: Final = frozenset({dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_NOTADB})


@contextmanager
def told_as_facts(compartment: Compartment) -> Iterator[None]:
    """Turn what the disk did into a DeskError; every other database error stays a bug."""
    try:
        yield
    except dbapi2.DatabaseError as failure:
        raise fact_of(failure, compartment) from None


def fact_of(failure: dbapi2.DatabaseError, compartment: Compartment) -> Exception:
    """Return what is to be raised for a database error: a fact, or the bug that it is."""
    code = getattr(failure, "sqlite_errorcode", _SAID.get(str(failure), 0)) & _PRIMARY
    if code in _DAMAGE:
        return DamageError(Where(Damage.FILE, compartment))
    if code in _FACTS:
        return _FACTS[code]()
    return cast("Exception", failure)
