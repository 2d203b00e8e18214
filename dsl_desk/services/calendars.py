"""The calendar of days nobody works, as it was installed or as the school has changed it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.working_days import WEEKENDS_ONLY, read_calendar

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.working_days import Calendar

_FILE: Final = "bank-holidays.toml"


def calendar_in(resources: Path) -> Calendar:
    """Return the calendar; one that is missing or cannot be read still knows the weekends."""
    try:
        return read_calendar((resources / "calendars" / _FILE).read_text("utf-8"))
    except (OSError, ValueError, KeyError, TypeError):
        return WEEKENDS_ONLY
