"""A clock that stands still until a test moves it: `clock.advance(minutes=3)`."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo


class FakeClock:
    """Starts at Thursday 19 November 2026, 12:14 in England, the day of the pictures."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 19, 12, 14, tzinfo=ZoneInfo("Europe/London"))
        self._monotonic = 1000.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._monotonic

    def advance(self, **parts: float) -> None:
        step = timedelta(**parts)
        self._now += step
        self._monotonic += step.total_seconds()
