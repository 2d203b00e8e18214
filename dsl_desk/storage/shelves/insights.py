"""What is counted of concerns: a row each, without names; SQL adds them up."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.concern import CONCERN, concern_of
from dsl_desk.domain.concern_choices import Involvement
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.insights import NOT_ONLINE, Quality, how_soon
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.person_ref import ids_of
from dsl_desk.storage.columns import as_bytes, as_number, as_text
from dsl_desk.storage.shelves.concerns import CONCERNS
from dsl_desk.storage.shelves.shelf import Listing
from dsl_desk.storage.shelves.steps import STEPS
from dsl_desk.storage.term_read import moment_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.insights import Period
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


def _more(entry: Entry) -> Row | None:
    if entry.body.kind != CONCERN.name or not understood(entry.body):
        return None
    draft = concern_of(entry).draft
    told_at = draft.told_at or entry.header.written_at
    affected = (one.who for one in draft.people if one.role is Involvement.AFFECTED)
    return (
        entry.header.record,
        _monday(told_at[:10]),
        told_at[:10],
        told_at[:16],
        draft.about.value,
        " ".join(one.value for one in draft.sorts),
        " ".join(one.value for one in draft.four_cs),
        draft.online.platform.strip() or NOT_ONLINE,
        " ".join(ids_of(affected)),
    )


def _monday(day: str) -> str:
    told = date.fromisoformat(day)
    return (told - timedelta(days=told.weekday())).isoformat()


INSIGHTS: Final = Listing(
    name="insights",
    version=1,
    columns=(
        "concern TEXT NOT NULL",
        "week TEXT NOT NULL",
        "day TEXT NOT NULL",
        "told_at TEXT NOT NULL",
        "about TEXT NOT NULL",
        "kind TEXT NOT NULL",
        "four_c TEXT NOT NULL",
        "platform TEXT NOT NULL",
        "children TEXT NOT NULL",
    ),
    more=_more,
    # It holds all that is counted: the table itself is not read.
    indexes=("day day, week, about, kind, four_c, platform, children, concern, told_at, record",),
)
_IN: Final = f"FROM {INSIGHTS.table} WHERE day BETWEEN ? AND ?"
_FIRST: Final = (
    f"SELECT min(at) FROM {STEPS.table} WHERE concern = {INSIGHTS.table}.concern"  # noqa: S608 own constants
    " AND kind IN ('step', 'referral')"
)
_NEWEST: Final = "ORDER BY day DESC"  # the way the index lies, read from its end
_ACTED: Final = f"SELECT record, told_at, ({_FIRST}) {_IN} {_NEWEST}"
# A record's name is older than the record: a form has it from its first moment. So the ledger is
# asked when the first version was written.
_BEGUN: Final = "SELECT hlc FROM ledger WHERE record = c.record ORDER BY version, hlc LIMIT 1"
_RECORDED: Final = (
    f"SELECT i.day, c.written_at, c.missing, ({_BEGUN}) FROM {CONCERNS.table} c"  # noqa: S608 own constants
    f" JOIN {INSIGHTS.table} i ON i.record = c.record WHERE i.day BETWEEN ? AND ?"
)
_WAITING: Final = (
    f"SELECT s.record, s.reply_due FROM {STEPS.table} s JOIN {INSIGHTS.table} i"  # noqa: S608 own constants
    " ON i.concern = s.concern WHERE i.day BETWEEN ? AND ? AND s.waiting = 1"
)
_DAY: Final = len("2026-11-19")
_COUNTED: Final = frozenset({"kind", "four_c", "platform", "children", "about"})


def how_many_told(database: Database, period: Period) -> int:
    """Return how many concerns were told in a period."""
    return database.number(f"SELECT count(*) {_IN}", period.since, period.until)


def counted_by(database: Database, column: str, period: Period) -> dict[str, int]:
    """Return how many concerns of a period have each value of a column."""
    assert column in _COUNTED  # noqa: S101 never anything typed
    return _counts(database, f"SELECT {column}, count(*) {_IN} GROUP BY {column}", period)


def counted_by_week(database: Database, period: Period) -> dict[tuple[str, str], int]:
    """Return how many concerns were told in each week, by its Monday, about whom."""
    rows = database.rows(
        f"SELECT week, about, count(*) {_IN} GROUP BY week, about",
        period.since,
        period.until,
    )
    return {(as_text(row[0]), as_text(row[1])): as_number(row[2]) for row in rows}


def counted_by_action(database: Database, period: Period) -> dict[str, int]:
    """Return how soon something was done first, and for how many concerns."""
    return dict(Counter(soon for _record, soon in _acted(database, period)))


def told_in_week(database: Database, monday: str, period: Period) -> tuple[RecordId, ...]:
    """Return the concerns behind a week, newest first."""
    rows = database.rows(
        f"SELECT record {_IN} AND week = ? {_NEWEST}", period.since, period.until, monday
    )
    return tuple(RecordId(as_bytes(row[0]).hex()) for row in rows)


def acted_on(database: Database, wanted: str, period: Period) -> tuple[RecordId, ...]:
    """Return the concerns behind a stretch of time, newest first."""
    return tuple(record for record, soon in _acted(database, period) if soon == wanted)


def with_value(
    database: Database, column: str, values: Iterable[str], period: Period
) -> tuple[RecordId, ...]:
    """Return the concerns with one of these values in a column, alone or not, newest first."""
    assert column in _COUNTED  # noqa: S101 never anything typed
    wanted = set(values)
    rows = database.rows(f"SELECT record, {column} {_IN} {_NEWEST}", period.since, period.until)
    return tuple(
        RecordId(as_bytes(row[0]).hex())
        for row in rows
        if as_text(row[1]) in wanted or wanted & set(as_text(row[1]).split())
    )


def quality(database: Database, period: Period, today: str) -> Quality:
    """Return how well the concerns of a period were recorded."""
    days = (period.since, period.until)
    rows = [
        (_was_late(as_text(day), as_text(at), as_number(begun)), bool(as_text(missing).split()))
        for day, at, missing, begun in database.rows(_RECORDED, *days)
    ]
    due = {as_bytes(name): as_text(day)[:_DAY] for name, day in database.rows(_WAITING, *days)}
    return Quality(
        of=len(rows),
        late=sum(late for late, _lacking in rows),
        lacking=sum(lacking for _late, lacking in rows),
        overdue=sum(1 for day in due.values() if day and day < today),
    )


def _was_late(day: str, written_at: str, begun: int) -> bool:
    """Tell whether a first version was written on a later day, of whoever wrote the newest."""
    zone = datetime.fromisoformat(written_at).tzinfo
    return moment_of(begun).astimezone(zone).date().isoformat() > day


def _counts(database: Database, query: str, period: Period) -> dict[str, int]:
    rows = database.rows(query, period.since, period.until)
    return {as_text(row[0]): as_number(row[1]) for row in rows}


def _acted(database: Database, period: Period) -> Iterator[tuple[RecordId, str]]:
    for record, told_at, first in database.rows(_ACTED, period.since, period.until):
        soon = how_soon(as_text(told_at), "" if first is None else as_text(first))
        yield RecordId(as_bytes(record).hex()), soon
