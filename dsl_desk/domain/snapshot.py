"""Copies of the vault: what one is, how one was tried, and when the Today page has to worry."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment

_SATURDAY: Final = 5


@dataclass(frozen=True)
class SnapshotView:
    """A copy of the vault, as it was made."""

    id: str
    taken_at: datetime
    folder: str = field(repr=False)  # a path may carry an account's name
    files: int
    size: int
    same_drive: bool


@dataclass(frozen=True)
class Rehearsal:
    """What came of opening a copy to see whether it could be restored."""

    snapshot: str
    at: datetime
    opened: tuple[Compartment, ...]
    entries: int
    files: int
    behind: int  # entries the vault has and the copy has not: written since
    beyond: int  # entries the copy has and the vault has not: the vault has lost them


class Worry(Enum):
    """Why a copy is wanted soon. Each turns the line on the Today page amber."""

    NEVER_TAKEN = "never_taken"
    OLD = "old"
    SAME_DRIVE = "same_drive"
    NEVER_REHEARSED = "never_rehearsed"


@dataclass(frozen=True)
class SnapshotState:
    """The newest copy, when one was last tried, and what is wrong with that."""

    newest: SnapshotView | None
    rehearsed_at: datetime | None
    worries: tuple[Worry, ...]


class SchoolDays(Protocol):
    """The calendar of the school."""

    def is_school_day(self, day: date) -> bool:
        """Tell whether the school is open."""
        ...


class Weekdays:
    """The calendar of a school that has not told us its holidays."""

    def is_school_day(self, day: date) -> bool:
        """Tell whether it is a day from Monday to Friday."""
        return day.weekday() < _SATURDAY


def state_of(
    newest: SnapshotView | None,
    rehearsed_at: datetime | None,
    today: date,
    calendar: SchoolDays,
) -> SnapshotState:
    """Return what the Today page has to say."""
    if newest is None:
        return SnapshotState(None, rehearsed_at, (Worry.NEVER_TAKEN,))
    worries = {
        Worry.OLD: _older_than_one_school_day(newest.taken_at.date(), today, calendar),
        Worry.SAME_DRIVE: newest.same_drive,
        Worry.NEVER_REHEARSED: rehearsed_at is None,
    }
    return SnapshotState(
        newest, rehearsed_at, tuple(worry for worry, is_so in worries.items() if is_so)
    )


def _older_than_one_school_day(taken: date, today: date, calendar: SchoolDays) -> bool:
    """Tell whether a second school day has begun since; a copy of today or yesterday is fresh."""
    begun, day = 0, taken
    while day < today and begun < 2:  # noqa: PLR2004 the second is one too many
        day += timedelta(days=1)
        begun += calendar.is_school_day(day)
    return begun > 1
