"""How long there is still until somebody has to look again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.clock_hours import hours_between
from dsl_desk.domain.moments import wall_clock

if TYPE_CHECKING:
    from datetime import datetime

_DAY: Final = len("2026-11-19")


@dataclass(frozen=True)
class Left:
    """The time that is left, in words; or how long it is over."""

    words: str
    late: bool


def time_left(due: str, now: datetime) -> Left:
    """Return the hours until a moment, or the days until a day."""
    if len(due) > _DAY:
        here = wall_clock(now)
        late = due < here
        hours = hours_between(due, here) if late else hours_between(here, due)
        return Left(_said(hours, "hour", late=late), late)
    days = (date.fromisoformat(due) - now.date()).days
    return Left("Today" if not days else _said(abs(days), "day", late=days < 0), days < 0)


def _said(count: int, unit: str, *, late: bool) -> str:
    units = unit if count == 1 else f"{unit}s"
    counted = f"{count} {units}" if count else f"less than 1 {unit}"
    return f"Overdue by {counted}" if late else f"{counted[:1].upper()}{counted[1:]} left"
