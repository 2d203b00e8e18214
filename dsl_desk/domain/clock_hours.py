"""Hours as the clock on the wall counts them, over the two nights a year when it is moved."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

_ONE: Final = 1  # at this hour of Greenwich, on the last Sunday of March and of October
_MARCH, _OCTOBER, _LAST = 3, 10, 31
_SUNDAY: Final = 6
_DAY_ONLY: Final = len("2026-11-19")


def hours_after(at: str, hours: int) -> str:
    """Return the moment so many hours later; a day without a time counts from its beginning."""
    begins = datetime.fromisoformat(at if len(at) > _DAY_ONLY else f"{at}T00:00")
    ends = begins - _summer(begins) + timedelta(hours=hours)
    moved = timedelta(hours=1) if _is_summer(ends) else timedelta()
    return (ends + moved).isoformat(timespec="minutes")


def hours_between(earlier: str, later: str) -> int:
    """Return how many whole hours lie between two moments, rounded down."""
    first, last = datetime.fromisoformat(earlier), datetime.fromisoformat(later)
    return int((last - _summer(last) - (first - _summer(first))) // timedelta(hours=1))


def _summer(wall: datetime) -> timedelta:
    """Return by how much the wall's clock is ahead; of the hour that comes twice, the first."""
    hour = timedelta(hours=1)
    return hour if _is_summer(wall - hour) else timedelta()


def _is_summer(greenwich: datetime) -> bool:
    begins = _last_sunday(greenwich.year, _MARCH)
    ends = _last_sunday(greenwich.year, _OCTOBER)
    return begins <= greenwich < ends


def _last_sunday(year: int, month: int) -> datetime:
    last = date(year, month, _LAST)
    day = last - timedelta(days=(last.weekday() - _SUNDAY) % 7)
    return datetime(day.year, day.month, day.day, _ONE)  # noqa: DTZ001 of Greenwich, as the caller's
