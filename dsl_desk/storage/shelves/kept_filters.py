"""Which filters are kept, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.kept_filter import KEPT_FILTER
from dsl_desk.domain.kinds import understood
from dsl_desk.storage.columns import as_bytes
from dsl_desk.storage.shelves.shelf import Listing

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


def _more(entry: Entry) -> Row | None:
    if entry.body.kind != KEPT_FILTER.name or not understood(entry.body):
        return None
    return entry.header.author, int(KEPT_FILTER.said(entry).draft.removed)


KEPT_FILTERS: Final = Listing(
    name="kept_filters",
    version=1,
    columns=("member TEXT NOT NULL", "removed INTEGER NOT NULL"),
    more=_more,
    indexes=("member member, removed",),
)


def filters_of(database: Database, member: MemberId) -> tuple[RecordId, ...]:
    """Return the filters a member keeps here."""
    rows = database.rows(
        f"SELECT record FROM {KEPT_FILTERS.table} WHERE member = ? AND removed = 0",  # noqa: S608 own constants
        member,
    )
    return tuple(RecordId(as_bytes(row[0]).hex()) for row in rows)
