"""What an opened compartment may be asked. Everything that is not listed is refused by SQLite.

A restored vault is untrusted input: its schema may hold anything. After set-up nothing may attach
another file, change the schema or a setting, load code, or alter what stands in the ledger. The
one exception is disposal, which takes bodies and salts away and says so for as long as it works.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from sqlcipher3 import dbapi2

if TYPE_CHECKING:
    from collections.abc import Iterator

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
# `->>` and `match` are for the full text; `data_version` is what its index asks before it answers.
_FUNCTIONS: Final = frozenset({"count", "max", "min", "like", "->>", "match"})
_ASKED_BY_FULL_TEXT: Final = "data_version"
_ALTERING: Final = frozenset({dbapi2.SQLITE_UPDATE, dbapi2.SQLITE_DELETE})
_APPEND_ONLY: Final = frozenset({"ledger", "life"})
_DISPOSABLE: Final = frozenset({"salt", "body"})


class Guard:
    """Answers SQLite's authorizer for one connection."""

    def __init__(self) -> None:
        self._disposing = False

    @contextmanager
    def disposing(self) -> Iterator[None]:
        """Allow bodies and salts to be taken away within the block."""
        self._disposing = True
        try:
            yield
        finally:
            self._disposing = False

    def may(self, action: int, first: str | None, second: str | None, *_: str | None) -> int:
        """Answer for one thing a statement is about to do."""
        return int(dbapi2.SQLITE_OK if self._allowed(action, first, second) else dbapi2.SQLITE_DENY)

    def _allowed(self, action: int, first: str | None, second: str | None) -> bool:
        if action in _ALTERING and first in _APPEND_ONLY:
            return self._disposing and action == dbapi2.SQLITE_UPDATE and second in _DISPOSABLE
        if action == dbapi2.SQLITE_FUNCTION:
            return second in _FUNCTIONS
        if action == dbapi2.SQLITE_PRAGMA:
            return first == _ASKED_BY_FULL_TEXT and second is None
        return action in _ALLOWED
