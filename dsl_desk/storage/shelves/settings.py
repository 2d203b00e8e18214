"""The school's settings, each as it was decided; the newest of a kind holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId
from dsl_desk.storage.columns import as_bytes
from dsl_desk.storage.shelves.shelf import Listing

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


def _more(entry: Entry) -> Row | None:
    setting = entry.header.entry_class is EntryClass.SETTING
    return (entry.body.kind,) if setting else None


SETTINGS: Final = Listing(
    name="settings",
    version=1,
    columns=("kind TEXT NOT NULL",),
    more=_more,
    indexes=("newest_setting kind, hlc DESC",),
)


def newest_setting(database: Database, kind: str) -> EntryId | None:
    """Return the entry of the newest setting of a kind."""
    row = database.row(
        f"SELECT entry FROM {SETTINGS.table} WHERE kind = ? ORDER BY hlc DESC LIMIT 1",  # noqa: S608 own constants
        kind,
    )
    return None if row is None else EntryId(as_bytes(row[0]).hex())
