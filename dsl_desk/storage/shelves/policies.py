"""The policy in force, and who has seen which duty switched off; the marks on duties of records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.duty_mark import DUTY_DONE
from dsl_desk.domain.ids import EntryId
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.policy.record import POLICY, POLICY_SEEN
from dsl_desk.domain.policy.states import DutyState, Mark
from dsl_desk.domain.policy.terms import DutyAct, Recipient
from dsl_desk.storage.columns import as_bytes, as_text
from dsl_desk.storage.shelves.shelf import Listing

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


def _policy(entry: Entry) -> Row | None:
    kind = entry.body.kind if understood(entry.body) else ""
    if kind == POLICY.name:
        return POLICY.name, ""
    if kind == POLICY_SEEN.name:
        return POLICY_SEEN.name, POLICY_SEEN.said(entry).draft.policy
    return None


def _mark(entry: Entry) -> Row | None:
    if entry.body.kind != DUTY_DONE.name or not understood(entry.body):
        return None
    mark = DUTY_DONE.said(entry).draft
    return (mark.record, *mark.key, mark.state.value)


POLICIES: Final = Listing(
    name="policies",
    version=1,
    columns=("kind TEXT NOT NULL", "policy TEXT NOT NULL"),
    more=_policy,
    indexes=("newest kind, policy, hlc DESC",),
)
DUTY_MARKS: Final = Listing(
    name="duty_marks",
    version=2,
    columns=(
        "of TEXT NOT NULL",
        "matter TEXT NOT NULL",
        "act TEXT NOT NULL",
        "recipient TEXT NOT NULL",
        "state TEXT NOT NULL",
    ),
    more=_mark,
    indexes=("of of, hlc",),
)


def newest_policy(database: Database) -> EntryId | None:
    """Return the entry of the policy that is in force."""
    row = database.row(
        f"SELECT entry FROM {POLICIES.table} WHERE kind = ? ORDER BY hlc DESC LIMIT 1",  # noqa: S608 own constants
        POLICY.name,
    )
    return None if row is None else EntryId(as_bytes(row[0]).hex())


def seen_of(database: Database, policy: str) -> tuple[EntryId, ...]:
    """Return the entries that say what somebody has seen of a policy, oldest first."""
    rows = database.rows(
        f"SELECT entry FROM {POLICIES.table} WHERE kind = ? AND policy = ? ORDER BY hlc",  # noqa: S608 own constants
        POLICY_SEEN.name,
        policy,
    )
    return tuple(EntryId(as_bytes(row[0]).hex()) for row in rows)


def marks_of(database: Database, record: str) -> tuple[EntryId, ...]:
    """Return the newest entry of every mark on a record's duties, oldest first."""
    rows = database.rows(
        f"SELECT entry FROM {DUTY_MARKS.table} WHERE of = ? ORDER BY hlc",  # noqa: S608 own constants
        record,
    )
    return tuple(EntryId(as_bytes(row[0]).hex()) for row in rows)


def how_marked(database: Database) -> dict[str, list[Mark]]:
    """Return how every marked duty of every record stands, as far as a list knows it."""
    found: dict[str, list[Mark]] = {}
    for row in database.rows(
        f"SELECT of, matter, act, recipient, state FROM {DUTY_MARKS.table} ORDER BY hlc"  # noqa: S608 own constants
    ):
        of, matter, act, recipient, state = (as_text(each) for each in row)
        whom = Recipient(recipient) if recipient else None
        found.setdefault(of, []).append(Mark(matter, DutyAct(act), whom, DutyState(state)))
    return found
