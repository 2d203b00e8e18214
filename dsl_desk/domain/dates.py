"""How days and times are written, once for screen and paper, whatever the locale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date, datetime

_DAYS: Final = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
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


def in_heading(day: date) -> str:
    """Return Thursday 19 November 2026."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def weekday(day: date) -> str:
    """Return Thursday."""
    return _DAYS[day.weekday()]


def in_sentence(day: date) -> str:
    """Return 19 November 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def in_row(moment: datetime) -> str:
    """Return Thu 19 Nov, 12:14."""
    return f"{_short(moment)}, {at(moment)}"


def day_in_row(day: date) -> str:
    """Return Thu 19 Nov."""
    return _short(day)


def in_full(moment: datetime) -> str:
    """Return Thu 19 Nov 2026, 12:14: for whatever is read in another year."""
    return f"{_short(moment)} {moment.year}, {at(moment)}"


def in_full_day(day: date) -> str:
    """Return Thu 19 Nov 2026."""
    return f"{_short(day)} {day.year}"


def at(moment: datetime) -> str:
    """Return 12:14."""
    return f"{moment.hour:02}:{moment.minute:02}"


def _short(day: date) -> str:
    return f"{_DAYS[day.weekday()][:3]} {day.day} {_MONTHS[day.month - 1][:3]}"
