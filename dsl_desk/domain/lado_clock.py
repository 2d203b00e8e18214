"""The clock that runs from when anyone in the school was first told until the LADO is reached.

The outer limit is one working day: 24 hours of Monday-to-Friday days that are no bank holidays.
Terms, INSET days and the end of the school day are not even asked for: nothing of them stops it.
Beside it runs the shorter limit some authorities set, in hours that all count.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.british_time import in_england, moment_of

if TYPE_CHECKING:
    from dsl_desk.domain.working_days import Calendar

ONE_WORKING_DAY: Final = timedelta(hours=24)
_ONE_DAY: Final = timedelta(days=1)
_NOTHING: Final = timedelta(0)


class ClockStands(Enum):
    """How the clock stands."""

    RUNNING = "running"
    PAST_SHORTER = "past_shorter"
    OVERDUE = "overdue"
    NOT_NEEDED = "not_needed"
    IN_TIME = "in_time"
    LATE = "late"


@dataclass(frozen=True)
class Stretch:
    """A stretch of days on the wall that does not count."""

    begins: datetime
    ends: datetime


def told_moment(told_at: str) -> datetime:
    """Return the moment of what was typed; a day without a time began at midnight."""
    return moment_of(datetime.fromisoformat(told_at))


def outer_limit(told: datetime, calendar: Calendar) -> datetime:
    """Return the moment when one working day has gone by since somebody was told."""
    wall, left = in_england(told).replace(tzinfo=None), ONE_WORKING_DAY
    while True:
        midnight = datetime.combine(wall.date() + _ONE_DAY, time())
        counts = midnight - wall if calendar.is_working_day(wall.date()) else _NOTHING
        if counts >= left:
            # Clocks change on Sundays alone, which never count: the wall is exact here.
            return moment_of(wall + left)
        wall, left = midnight, left - counts


def shorter_limit(told: datetime, hours: int) -> datetime | None:
    """Return the moment so many real hours later; 0 hours is no such limit."""
    return in_england(told + timedelta(hours=hours)) if hours else None


def not_counted(told: datetime, limit: datetime, calendar: Calendar) -> tuple[Stretch, ...]:
    """Return the days between two moments on which the clock does not move, each by itself."""
    begins, ends = (in_england(moment).replace(tzinfo=None) for moment in (told, limit))
    stretches = []
    day = begins.date()
    while day <= ends.date():
        start = max(datetime.combine(day, time()), begins)
        end = min(datetime.combine(day + _ONE_DAY, time()), ends)
        if start < end and not calendar.is_working_day(day):
            stretches.append(Stretch(start, end))
        day += _ONE_DAY
    return tuple(stretches)


@dataclass(frozen=True)
class Reached:
    """When the LADO was reached, as it was typed, or that they need not be rung."""

    at: str = ""
    needed: bool = True


OPEN: Final = Reached()


@dataclass(frozen=True)
class LadoClock:
    """The clock of one allegation: when it began, when it ends, what stopped it, if anything."""

    told: datetime
    limit: datetime
    shorter: datetime | None
    stopped: datetime | None = None
    needed: bool = True
    gaps: tuple[Stretch, ...] = ()

    def stands(self, now: datetime) -> ClockStands:
        """Return how it stands."""
        if self.stopped is not None:
            return ClockStands.IN_TIME if self.stopped <= self.limit else ClockStands.LATE
        if not self.needed:
            return ClockStands.NOT_NEEDED
        if now > self.limit:
            return ClockStands.OVERDUE
        past = self.shorter is not None and now > self.shorter
        return ClockStands.PAST_SHORTER if past else ClockStands.RUNNING

    def is_late(self, reached_at: str) -> bool:
        """Tell whether reaching them at a time as it was typed is past the outer limit."""
        return told_moment(reached_at) > self.limit

    def left(self, now: datetime) -> timedelta:
        """Return the real time until the limit; less than nothing once it has gone by."""
        return self.limit - now


def clock_of(told_at: str, calendar: Calendar, hours: int, reached: Reached = OPEN) -> LadoClock:
    """Return the clock of an allegation, from the times as they were typed."""
    told = told_moment(told_at)
    limit = outer_limit(told, calendar)
    return LadoClock(
        told=told,
        limit=limit,
        shorter=shorter_limit(told, hours),
        stopped=told_moment(reached.at) if reached.at else None,
        needed=reached.needed,
        gaps=not_counted(told, limit, calendar),
    )
