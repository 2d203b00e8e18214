"""What was decided and answered about requests to see what is kept, by request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.ids import EntryId
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.subject_access import SUBJECT_ANSWER, SUBJECT_DECISION
from dsl_desk.domain.went_out import EVERYTHING, EVERYTHING_SEEN, EXPORT
from dsl_desk.storage.columns import as_bytes
from dsl_desk.storage.shelves.shelf import Listing

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


def _more(entry: Entry) -> Row | None:
    body = entry.body
    if not understood(body):
        return None
    if body.kind in (SUBJECT_DECISION.name, SUBJECT_ANSWER.name):
        return body.kind, str(body.fields["request"])
    if body.kind == EVERYTHING_SEEN:
        return body.kind, str(body.fields["export"])
    left = body.kind == EXPORT and body.fields.get("paper") == EVERYTHING
    return (body.kind, "") if left else None


SUBJECT_ACCESS: Final = Listing(
    name="subject_access",
    version=1,
    columns=("kind TEXT NOT NULL", "request TEXT NOT NULL"),
    more=_more,
    indexes=("request kind, request, hlc",),
)


def entries_about(database: Database, kind: str, request: str) -> tuple[EntryId, ...]:
    """Return what was decided or answered about one request, oldest first."""
    rows = database.rows(
        f"SELECT entry FROM {SUBJECT_ACCESS.table} WHERE kind = ? AND request = ? ORDER BY hlc",  # noqa: S608 own constants
        kind,
        request,
    )
    return tuple(EntryId(as_bytes(row[0]).hex()) for row in rows)
