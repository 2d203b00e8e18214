"""The clock of England: a time on the wall and its moment, whatever the computer's own zone.

The rule is the law's since 1996: an hour forward from the last Sunday of March to the last Sunday
of October, both changed at 01:00 in Greenwich.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

_WINTER: Final = timezone(timedelta(0), "GMT")
_SUMMER: Final = timezone(timedelta(hours=1), "BST")
_MARCH, _OCTOBER = 3, 10
_LAST_DAY: Final = 31  # March and October both have one


def in_england(moment: datetime) -> datetime:
    """Return a moment as the clocks of England show it."""
    told = moment.astimezone(UTC)
    summer = _change(told.year, _MARCH) <= told < _change(told.year, _OCTOBER)
    return told.astimezone(_SUMMER if summer else _WINTER)


def moment_of(wall: datetime) -> datetime:
    """Return the moment of a time on the wall.

    The hour that comes twice in October is the first of the two, so that no limit falls later than
    it may; the hour that never comes in March is read as if the clock had not been changed yet.
    """
    plain = wall.replace(tzinfo=None)
    first = plain.replace(tzinfo=_SUMMER)
    if in_england(first).replace(tzinfo=None) == plain:
        return in_england(first)
    return in_england(plain.replace(tzinfo=_WINTER))


def _change(year: int, month: int) -> datetime:
    last = date(year, month, _LAST_DAY)
    sunday = last - timedelta(days=last.isoweekday() % 7)
    return datetime(sunday.year, sunday.month, sunday.day, 1, tzinfo=UTC)
