"""The clock of a training vault's past: it stands where the script has put it."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

SCHOOLS_ZONE = ZoneInfo("Europe/London")


class TermClock:
    """Wall time as the script says; the seconds that are waited for are real."""

    def __init__(self, at: datetime) -> None:
        self._now = at

    def now(self) -> datetime:
        """Return the moment the script has come to."""
        return self._now

    def monotonic(self) -> float:
        """Return real seconds."""
        return time.monotonic()

    def be(self, at: datetime) -> None:
        """Go to a moment; a little after the last one where that lies ahead already."""
        self._now = max(at, self._now + timedelta(seconds=1))
