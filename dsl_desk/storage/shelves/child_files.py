"""Which child has which file, so that there is at most one of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.child_file import CHILD_FILE
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.kinds import understood
from dsl_desk.storage.columns import as_bytes, as_text
from dsl_desk.storage.shelves.shelf import Listing

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


def _more(entry: Entry) -> Row | None:
    if entry.body.kind != CHILD_FILE.name or not understood(entry.body):
        return None
    draft = CHILD_FILE.said(entry).draft
    siblings = " ".join(sorted(one.who.person for one in draft.siblings if one.who.person))
    return draft.person.person, siblings, draft.status.value


CHILD_FILES: Final = Listing(
    name="child_files",
    version=1,
    columns=("person TEXT NOT NULL", "siblings TEXT NOT NULL", "status TEXT NOT NULL"),
    more=_more,
    indexes=("person person",),
)


def file_of(database: Database, person: str) -> RecordId | None:
    """Return the file of a child: the one that was begun first, should there be two."""
    row = database.row(
        f"SELECT record FROM {CHILD_FILES.table} WHERE person = ? ORDER BY record LIMIT 1",  # noqa: S608 own constants
        person,
    )
    return None if row is None else RecordId(as_bytes(row[0]).hex())


def who_names_as_sibling(database: Database, person: str) -> tuple[RecordId, ...]:
    """Return the children in whose files somebody stands as a sibling."""
    rows = database.rows(
        f"SELECT person, siblings FROM {CHILD_FILES.table} WHERE siblings <> '' ORDER BY person"  # noqa: S608 own constants
    )
    return tuple(RecordId(as_text(row[0])) for row in rows if person in as_text(row[1]).split())
