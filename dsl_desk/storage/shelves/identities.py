"""Which accounts are whose, and which handles stand in which concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.concern import CONCERN
from dsl_desk.domain.fields import Fields
from dsl_desk.domain.identity import IDENTITY, plain_handle
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.kinds import understood
from dsl_desk.storage.columns import as_bytes
from dsl_desk.storage.shelves.shelf import Listing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


def _identity(entry: Entry) -> Row | None:
    if entry.body.kind != IDENTITY.name or not understood(entry.body):
        return None
    draft = IDENTITY.said(entry).draft
    return (draft.person.person if draft.person else "", plain_handle(draft.handle))


def _handle(entry: Entry) -> Row | None:
    """Return the account a concern names. A concern of schema 1 asked for none."""
    if entry.body.kind != CONCERN.name or not understood(entry.body):
        return None
    if "online" not in entry.body.fields:
        return None
    account = Fields(dict(entry.body.fields)).inside("online").text("account")
    return (plain_handle(account),) if plain_handle(account) else None


IDENTITIES: Final = Listing(
    name="identities",
    version=1,
    columns=("person TEXT NOT NULL", "handle TEXT NOT NULL"),
    more=_identity,
    indexes=("person person", "handle handle"),
)
HANDLES: Final = Listing(
    name="handles",
    version=1,
    columns=("handle TEXT NOT NULL",),
    more=_handle,
    indexes=("handle handle",),
)


def identities_of(database: Database, person: str) -> tuple[RecordId, ...]:
    """Return the accounts somebody goes by."""
    return _records(database, IDENTITIES, "person", person)


def identities_called(database: Database, handle: str) -> tuple[RecordId, ...]:
    """Return the accounts of this handle."""
    return _records(database, IDENTITIES, "handle", plain_handle(handle))


def concerns_with(database: Database, handles: Iterable[str]) -> frozenset[RecordId]:
    """Return the concerns in which one of these handles stands as the account."""
    plain = {plain_handle(handle) for handle in handles} - {""}
    return frozenset(
        record for handle in plain for record in _records(database, HANDLES, "handle", handle)
    )


def _records(database: Database, shelf: Listing, column: str, value: str) -> tuple[RecordId, ...]:
    rows = database.rows(
        f"SELECT record FROM {shelf.table} WHERE {column} = ? ORDER BY record",  # noqa: S608 own constants
        value,
    )
    return tuple(RecordId(as_bytes(row[0]).hex()) for row in rows)
