"""Where the settings about people stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.people_settings import PEOPLE_SETTINGS
from dsl_desk.storage.columns import as_bytes
from dsl_desk.storage.shelves.shelf import Listing

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


def _more(entry: Entry) -> Row | None:
    return () if entry.body.kind == PEOPLE_SETTINGS.name else None


SETTINGS_OF_PEOPLE: Final = Listing(name="people_settings", version=1, columns=(), more=_more)


def settings_record(database: Database) -> RecordId | None:
    """Return the record of the settings: the first, should two have been begun."""
    row = database.row(f"SELECT record FROM {SETTINGS_OF_PEOPLE.table} ORDER BY record LIMIT 1")  # noqa: S608 own constants
    return None if row is None else RecordId(as_bytes(row[0]).hex())
