"""Dates as people here write them, whatever language the computer speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def short_day_and_time(when: datetime) -> str:
    """Return `Thu 19 Nov 2026, 12:14`."""
    month = _MONTHS[when.month - 1][:3]
    return f"{_DAYS[when.weekday()]} {when.day} {month} {when.year}, {time_of_day(when)}"


def long_date(when: datetime) -> str:
    """Return `19 November 2026`."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def time_of_day(when: datetime) -> str:
    """Return `08:45`."""
    return f"{when:%H:%M}"
