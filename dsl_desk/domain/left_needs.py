"""What Today says of what was left: how much nobody has opened, and each clock that runs in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.british_time import in_england
from dsl_desk.domain.lado_clock import ClockStands, clock_of, told_moment
from dsl_desk.domain.today import Need, NeedSort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from dsl_desk.domain.left import LeftRecord
    from dsl_desk.domain.working_days import Calendar

_HOURS: Final = 24


def left_needs(counted: Iterable[tuple[bool, int, str]]) -> Iterator[Need]:
    """Return what nobody has opened, and what waits; `by` is when the oldest of them came."""
    for opened, count, oldest in counted:
        sort = NeedSort.LEFT_WAITS if opened else NeedSort.LEFT_UNOPENED
        yield Need(sort, count=count, by=oldest)


def handed_in_needs(
    records: Iterable[LeftRecord], calendar: Calendar, now: datetime
) -> Iterator[Need]:
    """Return the clock of each allegation that was handed in and that nobody has taken up."""
    for record in records:
        clock = clock_of(told_at_of(record), calendar, _HOURS)
        yield Need(
            NeedSort.LADO_CLOCK,
            ref=record.left.code,
            by=clock.limit.isoformat(timespec="minutes"),
            over=clock.stands(now) is ClockStands.OVERDUE,
            left=record.written.id,
        )


def told_at_of(record: LeftRecord) -> str:
    """Return when somebody here was first told: by its own words, at the latest when it was left.

    Any program may have made a cell: a time that is none, or is still to come, does not count.
    """
    said = str(record.left.fields.get("told_at") or "")
    try:
        if told_moment(said) <= record.left_at:
            return said
    except (ValueError, OverflowError):
        pass
    return in_england(record.left_at).replace(tzinfo=None).isoformat(timespec="minutes")
