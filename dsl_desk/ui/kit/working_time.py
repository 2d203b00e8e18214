"""The arithmetic of a limit in working time: what is used, what is not counted, what is left.

Pure: no widget and no clock. The bar in `working_day.py` only paints what is worked out here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from itertools import pairwise

GAP_SHARE = 0.14  # what one night takes of the bar, however long it is
GAPS_SHARE_AT_MOST = 0.42
NOTHING = timedelta(0)
MINUTES_IN_AN_HOUR = 60


class Use(Enum):
    """What a stretch of the bar stands for."""

    USED = "used"
    NOT_COUNTED = "not counted"
    LEFT = "left"


@dataclass(frozen=True)
class Gap:
    """A stretch that does not count, such as the night."""

    begins: datetime
    ends: datetime


@dataclass(frozen=True)
class Span:
    """One stretch of the bar; `start` and `end` are parts of its width, 0 to 1."""

    use: Use
    start: float
    end: float


@dataclass(frozen=True)
class WorkingTime:
    """A limit: when it began, when it ends, and what does not count in between."""

    begins: datetime
    due: datetime
    gaps: tuple[Gap, ...] = ()

    def counted(self, start: datetime, end: datetime) -> timedelta:
        """Return the working time between two moments (none if they are the wrong way round)."""
        lost = sum((_overlap(gap, start, end) for gap in self.gaps), NOTHING)
        return max(end - start - lost, NOTHING)

    def used(self, now: datetime) -> timedelta:
        """Return the working time gone, at most all of it."""
        return self.counted(self.begins, min(now, self.due))

    def left(self, now: datetime) -> timedelta:
        """Return the working time that remains."""
        return self.counted(max(now, self.begins), self.due)

    def overdue(self, now: datetime) -> timedelta:
        """Return the working time gone by since the limit."""
        return self.counted(self.due, now)

    def is_past(self, now: datetime) -> bool:
        """Tell whether the limit has gone by."""
        return now > self.due

    def place(self, moment: datetime) -> float:
        """Return where on the bar a moment lies, 0 to 1."""
        moment = min(max(moment, self.begins), self.due)
        inside = [gap for gap in self.gaps if self.begins < gap.ends and gap.begins < self.due]
        share = min(GAP_SHARE, GAPS_SHARE_AT_MOST / len(inside)) if inside else 0.0
        whole = self.counted(self.begins, self.due)
        worked = self.counted(self.begins, moment) / whole if whole else 0.0
        passed = sum(_part(gap, self, moment) for gap in inside)
        return min(worked * (1 - share * len(inside)) + share * passed, 1.0)

    def spans(self, now: datetime) -> tuple[Span, ...]:
        """Return the stretches of the bar from left to right, without empty ones."""
        stops = {self.begins, self.due, min(max(now, self.begins), self.due)}
        for gap in self.gaps:
            stops |= {s for s in (gap.begins, gap.ends) if self.begins < s < self.due}
        marks = sorted(stops)
        spans = (Span(self._use(a, now), self.place(a), self.place(b)) for a, b in pairwise(marks))
        return tuple(span for span in spans if span.end > span.start)

    def _use(self, start: datetime, now: datetime) -> Use:
        if any(gap.begins <= start < gap.ends for gap in self.gaps):
            return Use.NOT_COUNTED
        return Use.USED if start < now else Use.LEFT


def say(length: timedelta) -> str:
    """Say a length the way the desk says it: '3 h 26 min', '2 h', '40 min'."""
    minutes = int(length.total_seconds()) // MINUTES_IN_AN_HOUR
    hours, minutes = divmod(minutes, MINUTES_IN_AN_HOUR)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"


def say_where(time: WorkingTime, now: datetime) -> str:
    """Say how it stands: '3 h 26 min left', or 'Overdue by 2 h'."""
    if time.is_past(now):
        return f"Overdue by {say(time.overdue(now))}"
    return f"{say(time.left(now))} left"


def say_moment(moment: datetime) -> str:
    """Say a moment of the week: 'Wed 15:40'."""
    return f"{moment:%a %H:%M}"


def say_all(time: WorkingTime, now: datetime) -> str:
    """Say the whole bar in words, for whoever cannot see it."""
    lost = sum((_overlap(gap, time.begins, time.due) for gap in time.gaps), NOTHING)
    said = [
        f"{say_where(time, now)}.",
        f"{say(time.used(now))} of working time used.",
        f"Began {say_moment(time.begins)}, now {say_moment(now)}, ends {say_moment(time.due)}.",
    ]
    return " ".join([*said, f"{say(lost)} not counted."] if lost else said)


def _overlap(gap: Gap, start: datetime, end: datetime) -> timedelta:
    return max(min(gap.ends, end) - max(gap.begins, start), NOTHING)


def _part(gap: Gap, time: WorkingTime, moment: datetime) -> float:
    """Return how much of a gap lies before a moment, 0 to 1."""
    start, end = max(gap.begins, time.begins), min(gap.ends, time.due)
    return _overlap(Gap(start, end), time.begins, moment) / (end - start)
