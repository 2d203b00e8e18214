"""How late something was written down: days between being told and writing, never hidden."""

from __future__ import annotations

from datetime import date
from typing import Final

_DAY: Final = len("2026-11-19")


def days_late(told_at: str, written_on: date) -> int:
    """Return how many days lie between; what is written the same day is not late."""
    if not told_at:
        return 0
    try:
        told = date.fromisoformat(told_at[:_DAY])
    except ValueError:  # while it is typed it may be anything
        return 0
    return max(0, (written_on - told).days)


def late_in_words(told_at: str, written_on: date) -> str:
    """Return by how much an entry is late, as screen and paper say it; nothing if it is not."""
    days = days_late(told_at, written_on)
    if not days:
        return ""
    return f"Late entry: written {days:,} {'day' if days == 1 else 'days'} after we were told"
