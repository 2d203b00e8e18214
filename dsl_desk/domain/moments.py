"""When something happened, as people know it: to the minute, about then, or not at all.

A moment is the school's own clock on the wall, written 2026-11-16T19:40 or, where nobody knows
the time of day, 2026-11-16. Nobody who types a time means an offset from Greenwich.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.dates import in_full, in_full_day

if TYPE_CHECKING:
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_MINUTES: Final = 16


class HowSure(Enum):
    """How well a moment is known."""

    EXACT = "exact"
    ABOUT = "about"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True)
class Moment:
    """When something happened; `at` is empty where nobody wrote it down or knows it."""

    at: str = field(default="", repr=False)
    how_sure: HowSure = HowSure.EXACT

    @property
    def answered(self) -> bool:
        """Whether somebody said when, or that nobody knows."""
        return bool(self.at) or self.how_sure is HowSure.NOT_KNOWN

    def fields(self) -> dict[str, Json]:
        """Return what an entry keeps."""
        return {"at": self.at, "how_sure": self.how_sure.value}

    @classmethod
    def of(cls, fields: Fields) -> Moment:
        """Return what an entry kept."""
        return cls(fields.text("at"), fields.one_of("how_sure", HowSure))


NO_MOMENT: Final = Moment()


def is_moment(at: str) -> bool:
    """Tell whether this is a day, or a day and a time."""
    try:
        datetime.fromisoformat(at)
    except ValueError:
        return False
    return bool(_DAY.match(at))


def wall_clock(moment: datetime) -> str:
    """Return a moment as somebody would have typed it."""
    return moment.isoformat(timespec="minutes")[:_MINUTES]


def is_past(at: str, now: datetime) -> bool:
    """Tell whether a moment is not still to come."""
    return at[:_MINUTES] <= wall_clock(now)[: len(at)]


def what_is_wrong_with_a_moment(at: str) -> str:
    """Return the code of what stands in the way of a moment that may be left out, or nothing."""
    return "" if not at or is_moment(at) else "not_a_time"


def what_is_wrong_with_the_past(at: str, now: datetime) -> str:
    """Return the code of what stands in the way of when something was, or nothing."""
    if not at:
        return "missing"
    if not is_moment(at):
        return "not_a_time"
    return "" if is_past(at, now) else "to_come"


def in_words(moment: Moment) -> str:
    """Return a moment as screen and paper say it."""
    if not moment.at:
        return "Not known" if moment.how_sure is HowSure.NOT_KNOWN else ""
    said = told_in_full(moment.at)
    return f"About {said}" if moment.how_sure is HowSure.ABOUT else said


def told_in_full(at: str) -> str:
    """Return Mon 16 Nov 2026, 19:40, without the time where nobody knows it."""
    if not at:
        return ""
    if _DAY.fullmatch(at):
        return in_full_day(date.fromisoformat(at))
    return in_full(datetime.fromisoformat(at))


def told_apart(at: str) -> tuple[str, str]:
    """Return the day and the time of a moment, each by itself; what is no moment, as it stands."""
    told = told_in_full(at[:16]) or at
    day, _, time = told.partition(", ")
    return day, time
