"""The checks by somebody else: of which term each is, and whether its finding is signed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.ids import EntryId
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.termly_check import TERMLY_CHECK
from dsl_desk.storage.columns import as_bytes, as_text
from dsl_desk.storage.shelves.shelf import Listing

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


def _more(entry: Entry) -> Row | None:
    if entry.body.kind != TERMLY_CHECK.name or not understood(entry.body):
        return None
    draft = TERMLY_CHECK.said(entry).draft
    return draft.term.since, int(draft.finding is not None)


TERMLY_CHECKS: Final = Listing(
    name="termly_checks",
    version=1,
    columns=("since TEXT NOT NULL", "signed INTEGER NOT NULL"),
    more=_more,
    indexes=("time hlc",),
)


def checks_of(database: Database) -> tuple[EntryId, ...]:
    """Return the entry each check stands in, the newest first."""
    rows = database.rows(f"SELECT entry FROM {TERMLY_CHECKS.table} ORDER BY hlc DESC")  # noqa: S608 own constants
    return tuple(EntryId(as_bytes(row[0]).hex()) for row in rows)


def terms_checked(database: Database) -> frozenset[str]:
    """Return the first day of every term that has a signed check."""
    rows = database.rows(f"SELECT since FROM {TERMLY_CHECKS.table} WHERE signed = 1")  # noqa: S608 own constants
    return frozenset(as_text(row[0]) for row in rows)
