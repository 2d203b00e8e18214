"""What was decided about keeping: holds, proposals of disposal, and periods the school changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.disposal import PROPOSAL, ProposalState
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.legal_hold import HOLD, HoldDraft
from dsl_desk.domain.retention import RetentionClass
from dsl_desk.domain.retention_period import RETENTION_PERIOD, PeriodDraft
from dsl_desk.storage.columns import as_bytes, as_number, as_text
from dsl_desk.storage.shelves.shelf import Listing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


def _hold(entry: Entry) -> Row | None:
    if entry.body.kind != HOLD.name or not understood(entry.body):
        return None
    draft = HOLD.said(entry).draft
    return draft.record, int(draft.on), int(draft.by_itself), draft.reason


def _proposal(entry: Entry) -> Row | None:
    if entry.body.kind != PROPOSAL.name or not understood(entry.body):
        return None
    draft = PROPOSAL.said(entry).draft
    return draft.record, draft.state.value


def _period(entry: Entry) -> Row | None:
    if entry.body.kind != RETENTION_PERIOD.name or not understood(entry.body):
        return None
    draft = RETENTION_PERIOD.said(entry).draft
    return draft.of.value, draft.years, draft.reason


HOLDS: Final = Listing(
    name="holds",
    version=1,
    columns=(
        "held TEXT NOT NULL",
        "stands INTEGER NOT NULL",
        "by_itself INTEGER NOT NULL",
        "reason TEXT NOT NULL",
    ),
    more=_hold,
    indexes=("held held, hlc DESC",),
)
PROPOSALS: Final = Listing(
    name="proposals",
    version=1,
    columns=("about TEXT NOT NULL", "state TEXT NOT NULL"),
    more=_proposal,
    indexes=("state state, hlc DESC",),
)
PERIODS: Final = Listing(
    name="periods",
    version=1,
    columns=("of TEXT NOT NULL", "years INTEGER NOT NULL", "reason TEXT NOT NULL"),
    more=_period,
    indexes=("newest_period hlc",),
)


def holds_in(database: Database) -> Mapping[str, tuple[EntryId, HoldDraft]]:
    """Return what was decided last about holding each record, and by which entry."""
    rows = database.rows(
        f"SELECT held, entry, stands, by_itself, reason FROM {HOLDS.table} ORDER BY hlc"  # noqa: S608 own constants
    )
    return {as_text(row[0]): _read_hold(row) for row in rows}


def hold_of(database: Database, record: str) -> tuple[EntryId, HoldDraft] | None:
    """Return what was decided last about holding a record, and by which entry."""
    row = database.row(
        f"SELECT held, entry, stands, by_itself, reason FROM {HOLDS.table}"  # noqa: S608 own constants
        " WHERE held = ? ORDER BY hlc DESC LIMIT 1",
        record,
    )
    return None if row is None else _read_hold(row)


def proposals_in(database: Database, state: ProposalState) -> tuple[RecordId, ...]:
    """Return the proposals in a state, the newest first."""
    rows = database.rows(
        f"SELECT record FROM {PROPOSALS.table} WHERE state = ? ORDER BY hlc DESC",  # noqa: S608 own constants
        state.value,
    )
    return tuple(RecordId(as_bytes(row[0]).hex()) for row in rows)


def proposed_in(database: Database) -> frozenset[str]:
    """Return the records that wait for a second person."""
    rows = database.rows(
        f"SELECT about FROM {PROPOSALS.table} WHERE state = ?",  # noqa: S608 own constants
        ProposalState.WAITING.value,
    )
    return frozenset(as_text(row[0]) for row in rows)


def periods_in(database: Database) -> tuple[PeriodDraft, ...]:
    """Return the periods the school has changed, the newest last."""
    rows = database.rows(f"SELECT of, years, reason FROM {PERIODS.table} ORDER BY hlc")  # noqa: S608 own constants
    return tuple(
        PeriodDraft(RetentionClass(as_text(row[0])), as_number(row[1]), as_text(row[2]))
        for row in rows
    )


def _read_hold(row: Row) -> tuple[EntryId, HoldDraft]:
    draft = HoldDraft(
        record=as_text(row[0]),
        on=bool(as_number(row[2])),
        reason=as_text(row[4]),
        by_itself=bool(as_number(row[3])),
    )
    return EntryId(as_bytes(row[1]).hex()), draft
