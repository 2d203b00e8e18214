"""Disposal: what a record said goes out of the file for good, and the chain stays whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.entry import Body
from dsl_desk.domain.record import AUTHOR
from dsl_desk.storage.shelves.all import SHELVES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.ids import EntryId, RecordId
    from dsl_desk.storage.database import Database

DISPOSAL_KIND: Final = "disposal"


def disposal_body(entries: tuple[EntryId, ...], author: str, reason: str) -> Body:
    """Return what is kept of a disposal: by whom, why, and of which entries."""
    return Body(
        DISPOSAL_KIND, 1, reason=reason, names={AUTHOR: author}, fields={"entries": list(entries)}
    )


def wipe(database: Database, record: RecordId, entries: Iterable[EntryId]) -> None:
    """Take a record's words off every shelf, then those of these entries out of the ledger.

    The file overwrites what it frees (`secure_delete`, for the search as well).
    """
    for shelf in SHELVES[database.compartment]:
        shelf.take_off(database, bytes.fromhex(record))
    with database.guard.disposing():
        for entry in entries:
            database.run(
                "UPDATE ledger SET salt = NULL, body = NULL WHERE id = ?", bytes.fromhex(entry)
            )
