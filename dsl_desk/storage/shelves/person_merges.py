"""Which records are of one person; those that were taken apart again are not on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.person_merge import PERSON_MERGE, Merged
from dsl_desk.storage.columns import as_bytes, as_text
from dsl_desk.storage.shelves.shelf import Listing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


def _more(entry: Entry) -> Row | None:
    if entry.body.kind != PERSON_MERGE.name or not understood(entry.body):
        return None
    draft = PERSON_MERGE.said(entry).draft
    return draft.kept.person, draft.other.person, draft.other.name, int(draft.undone)


PERSON_MERGES: Final = Listing(
    name="person_merges",
    version=1,
    columns=(
        "kept TEXT NOT NULL",
        "other TEXT NOT NULL",
        "name TEXT NOT NULL",
        "undone INTEGER NOT NULL",
    ),
    more=_more,
)


def merges_in_force(database: Database) -> Iterator[Merged]:
    """Return the merges that were not undone, in the order in which they were made."""
    for row in database.rows(
        f"SELECT record, kept, other, name FROM {PERSON_MERGES.table}"  # noqa: S608 own constants
        " WHERE undone = 0 ORDER BY record"
    ):
        yield Merged(
            RecordId(as_bytes(row[0]).hex()),
            RecordId(as_text(row[1])),
            RecordId(as_text(row[2])),
            as_text(row[3]),
        )
