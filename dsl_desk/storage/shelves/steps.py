"""What stands beside a concern: its steps, referrals and papers, in the order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.page import Page
from dsl_desk.domain.paper import PAPER
from dsl_desk.domain.referral import REFERRAL
from dsl_desk.domain.referral_state import ReferralState
from dsl_desk.domain.step import STEP
from dsl_desk.storage.columns import as_bytes
from dsl_desk.storage.shelves.shelf import Listing

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


def _more(entry: Entry) -> Row | None:
    if not understood(entry.body):
        return None
    if entry.body.kind == STEP.name:
        step = STEP.said(entry).draft
        return STEP.name, step.concern, step.at, 0, step.reply_due
    if entry.body.kind == REFERRAL.name:
        referral = REFERRAL.said(entry).draft
        waiting = int(referral.waiting)
        return REFERRAL.name, referral.concern, referral.at, waiting, referral.reply_due
    if entry.body.kind == PAPER.name:
        return PAPER.name, PAPER.said(entry).draft.of, entry.header.written_at, 0, ""
    return None


STEPS: Final = Listing(
    name="steps",
    version=3,
    columns=(
        "kind TEXT NOT NULL",
        "concern TEXT NOT NULL",
        "at TEXT NOT NULL",
        "waiting INTEGER NOT NULL",
        "reply_due TEXT NOT NULL",
    ),
    more=_more,
    indexes=(
        "concern concern, kind, at, hlc",
        "waiting waiting, reply_due, hlc",
        "kind kind, waiting, reply_due, hlc",
    ),
)


def records_of(database: Database, kind: str, concern: str) -> tuple[RecordId, ...]:
    """Return what a concern has of one kind, oldest first."""
    rows = database.rows(
        f"SELECT record FROM {STEPS.table} WHERE concern = ? AND kind = ? ORDER BY at, hlc",  # noqa: S608 own constants
        concern,
        kind,
    )
    return tuple(RecordId(as_bytes(row[0]).hex()) for row in rows)


def waiting_for_a_reply(database: Database) -> tuple[RecordId, ...]:
    """Return the referrals nobody has answered, what is due first before the rest."""
    rows = database.rows(
        f"SELECT record FROM {STEPS.table} WHERE waiting = 1 ORDER BY reply_due, hlc"  # noqa: S608 own constants
    )
    return tuple(RecordId(as_bytes(row[0]).hex()) for row in rows)


def page_of_referrals(
    database: Database, first: int, count: int, only: ReferralState | None, today: str
) -> Page[RecordId]:
    """Return a stretch of all referrals: who waits comes first, as it is due; then the newest."""
    where, values = _asked(only, today)
    rows = database.rows(
        f"SELECT record FROM {STEPS.table} WHERE {where} ORDER BY waiting DESC,"  # noqa: S608 own constants
        " CASE waiting WHEN 1 THEN reply_due END, at DESC, hlc DESC LIMIT ? OFFSET ?",
        *values,
        count,
        first,
    )
    shown = tuple(RecordId(as_bytes(row[0]).hex()) for row in rows)
    return Page(shown, first, counted_referrals(database, only, today))


def counted_referrals(database: Database, only: ReferralState | None, today: str) -> int:
    """Count the referrals that stand so."""
    where, values = _asked(only, today)
    return database.number(f"SELECT count(*) FROM {STEPS.table} WHERE {where}", *values)  # noqa: S608 own constants


def _asked(only: ReferralState | None, today: str) -> tuple[str, tuple[str | int, ...]]:
    if only is None:
        return "kind = ?", (REFERRAL.name,)
    where, waiting = "kind = ? AND waiting = ?", int(only is not ReferralState.ANSWERED)
    if only is ReferralState.OVERDUE:
        return f"{where} AND reply_due < ?", (REFERRAL.name, waiting, today)
    return where, (REFERRAL.name, waiting)
