"""The clock, one of the three ports: everything that asks the time asks this."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime


class Clock(Protocol):
    """Wall time for what is written down, monotonic seconds for what is waited for."""

    def now(self) -> datetime:
        """Return the wall clock with its offset from UTC (always aware)."""
        ...

    def monotonic(self) -> float:
        """Return seconds that never run backwards."""
        ...
