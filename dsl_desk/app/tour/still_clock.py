"""The clock of the tour: the day of the pictures, so that two tours are the same."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone


class StillClock:
    """Thursday 19 November 2026, 12:14, for ever."""

    def now(self) -> datetime:
        """Return the moment of the pictures."""
        return datetime(2026, 11, 19, 12, 14, tzinfo=timezone(timedelta(0)))

    def monotonic(self) -> float:
        """Return a second that never passes."""
        return 0.0
