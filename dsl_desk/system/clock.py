"""The real clock of this computer."""

from __future__ import annotations

import time
from datetime import UTC, datetime


class SystemClock:
    """Says what the computer's clock says, always with its offset from UTC."""

    def now(self) -> datetime:
        """Return the wall clock in the computer's own zone."""
        return datetime.now(UTC).astimezone()

    def monotonic(self) -> float:
        """Return seconds that never run backwards."""
        return time.monotonic()
