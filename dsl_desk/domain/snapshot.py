"""Copies of the vault: what one is, how one was tried, and when the Today page has to worry."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.record import Kind

if TYPE_CHECKING:
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json

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

    @property
    def chosen(self) -> Path:
        """The folder somebody chose; the copy lies in one of ours inside it."""
        return Path(self.folder).parent.parent


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


def _of_view(view: SnapshotView) -> dict[str, Json]:
    return {
        "id": view.id,
        "taken_at": view.taken_at.isoformat(),
        "folder": view.folder,
        "files": view.files,
        "size": view.size,
        "same_drive": int(view.same_drive),
    }


def _to_view(fields: Fields) -> SnapshotView:
    return SnapshotView(
        id=fields.text("id"),
        taken_at=datetime.fromisoformat(fields.text("taken_at")),
        folder=fields.text("folder"),
        files=fields.number("files"),
        size=fields.number("size"),
        same_drive=bool(fields.number("same_drive")),
    )


def _of_rehearsal(rehearsal: Rehearsal) -> dict[str, Json]:
    return {
        "snapshot": rehearsal.snapshot,
        "at": rehearsal.at.isoformat(),
        "opened": {part.value: "" for part in rehearsal.opened},
        "entries": rehearsal.entries,
        "files": rehearsal.files,
        "behind": rehearsal.behind,
        "beyond": rehearsal.beyond,
    }


def _to_rehearsal(fields: Fields) -> Rehearsal:
    return Rehearsal(
        snapshot=fields.text("snapshot"),
        at=datetime.fromisoformat(fields.text("at")),
        opened=tuple(Compartment(part) for part in fields.inside("opened").texts()),
        entries=fields.number("entries"),
        files=fields.number("files"),
        behind=fields.number("behind"),
        beyond=fields.number("beyond"),
    )


SNAPSHOT: Final = Kind("snapshot", 1, EntryClass.SNAPSHOT, _of_view, _to_view)
REHEARSAL: Final = Kind("rehearsal", 1, EntryClass.SNAPSHOT, _of_rehearsal, _to_rehearsal)


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


def is_due(newest: SnapshotView | None, today: date, calendar: SchoolDays) -> bool:
    """Tell whether a copy is to be made by itself: once a school day, where one was made before."""
    if newest is None or not calendar.is_school_day(today):
        return False
    return newest.taken_at.date() < today


def _older_than_one_school_day(taken: date, today: date, calendar: SchoolDays) -> bool:
    """Tell whether a second school day has begun since; a copy of today or yesterday is fresh."""
    begun, day = 0, taken
    while day < today and begun < 2:  # noqa: PLR2004 the second is one too many
        day += timedelta(days=1)
        begun += calendar.is_school_day(day)
    return begun > 1
