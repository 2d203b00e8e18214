"""The days of the invented school: its terms, and which days the script may use."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from dsl_desk.domain.school_calendar import CalendarDraft, Stretch

_SEPTEMBER: Final = 9
_SATURDAY: Final = 5
TERM: Final = 60  # school days, of which the script tells
# Month and day, of the year that begins in September; the second number is how many years later.
_HALVES: Final = (
    ("Autumn 1", (9, 2), (10, 23), 0),
    ("Autumn 2", (11, 2), (12, 18), 0),
    ("Spring 1", (1, 5), (2, 12), 1),
    ("Spring 2", (2, 22), (3, 26), 1),
    ("Summer 1", (4, 13), (5, 22), 1),
    ("Summer 2", (6, 1), (7, 21), 1),
)


def calendar_of(today: date) -> CalendarDraft:
    """Return the calendar of the school year of a day and of the year before it."""
    year = today.year if today.month >= _SEPTEMBER else today.year - 1
    return CalendarDraft(
        terms=tuple(_stretch(half, one) for one in (year - 1, year) for half in _HALVES)
    )


def last_school_days(today: date, count: int) -> list[date]:
    """Return so many days with pupils, oldest first; the last of them is no later than today."""
    found: list[date] = []
    day = today
    while len(found) < count:
        if _has_pupils(day):
            found.append(day)
        day -= timedelta(days=1)
    return found[::-1]


def _has_pupils(day: date) -> bool:
    month_day = (day.month, day.day)
    return day.weekday() < _SATURDAY and any(
        first <= month_day <= last for _name, first, last, _later in _HALVES
    )


def _stretch(half: tuple[str, tuple[int, int], tuple[int, int], int], year: int) -> Stretch:
    name, first, last, later = half
    return Stretch(
        f"{name} {year + later}",
        date(year + later, *first).isoformat(),
        date(year + later, *last).isoformat(),
    )
