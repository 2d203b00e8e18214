"""What an opened compartment may be asked. Everything that is not listed is refused by SQLite.

A restored vault is untrusted input: its schema may hold anything. After set-up nothing may attach
another file, change the schema or a setting, load code, or alter what stands in the ledger.
"""

from __future__ import annotations

from typing import Final

from sqlcipher3 import dbapi2

_ALLOWED: Final = frozenset(
    {
        dbapi2.SQLITE_SELECT,
        dbapi2.SQLITE_READ,
        dbapi2.SQLITE_INSERT,
        dbapi2.SQLITE_UPDATE,
        dbapi2.SQLITE_DELETE,
        dbapi2.SQLITE_TRANSACTION,
    }
)
_FUNCTIONS: Final = frozenset({"count", "max", "like"})
_ALTERING: Final = frozenset({dbapi2.SQLITE_UPDATE, dbapi2.SQLITE_DELETE})
_APPEND_ONLY: Final = frozenset({"ledger", "life"})


def may(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    """Answer SQLite's authorizer."""
    if action in _ALTERING and first in _APPEND_ONLY:
        return int(dbapi2.SQLITE_DENY)
    if action == dbapi2.SQLITE_FUNCTION:
        return int(dbapi2.SQLITE_OK if second in _FUNCTIONS else dbapi2.SQLITE_DENY)
    return int(dbapi2.SQLITE_OK if action in _ALLOWED else dbapi2.SQLITE_DENY)
