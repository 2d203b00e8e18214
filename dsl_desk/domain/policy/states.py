"""How each duty stands for each of its people: now, overdue, waiting, done, later, not applying.

Only a person's act makes a duty done. A field that is filled is "recorded" and nothing more.
Danger stands before every clock, whatever any clock says.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.policy.terms import DutyAct, Event, Recipient, Unit
from dsl_desk.domain.working_days import WEEKENDS_ONLY, CountsDays

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from dsl_desk.domain.policy.duty import By
    from dsl_desk.domain.policy.facts import Facts
    from dsl_desk.domain.policy.matching import Asked, Told


class DutyState(Enum):
    """How a duty stands. The order is the order of the page."""

    OVERDUE = "overdue"
    NOW = "now"
    WAITING = "waiting"
    LATER = "later"
    DONE = "done"
    DOES_NOT_APPLY = "does_not_apply"


MARKED: Final = (DutyState.WAITING, DutyState.DONE, DutyState.DOES_NOT_APPLY)
_SETTLED: Final = (DutyState.DONE, DutyState.DOES_NOT_APPLY)
_WAITED_FOR: Final = {Event.CAPTURE: DutyAct.CAPTURE, Event.REFERRAL: DutyAct.REFER}
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class Mark:
    """What a person said of one duty and one of its people. `at` is when it was done."""

    matter: str
    act: DutyAct
    recipient: Recipient | None
    state: DutyState
    at: str = ""
    how: str = field(default="", repr=False)
    why: str = field(default="", repr=False)
    by: str = field(default="", repr=False)


@dataclass(frozen=True)
class Clocks:
    """What time is counted by: days of work, days of school, the hours of a working day."""

    working: CountsDays = WEEKENDS_ONLY
    school: CountsDays = WEEKENDS_ONLY
    begins: time = time(8)
    ends: time = time(17)


@dataclass(frozen=True)
class Moments:
    """When this is looked at, and when each event was, as far as it was. Aware, all of them."""

    now: datetime
    events: Mapping[Event, datetime] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class DutyRow:
    """One duty for one of its people, as it stands."""

    asked: Asked
    told: Told
    state: DutyState
    due: datetime | None = None
    mark: Mark | None = None
    recorded: bool = False

    @property
    def key(self) -> str:
        """By what a page finds it again: its act, whom it is about, its matter."""
        who = self.told.recipient.value if self.told.recipient else ""
        return f"{self.asked.act.value}/{who}/{self.asked.matter}"

    @property
    def presses(self) -> bool:
        """Whether it needs somebody. What only wants writing down does not, once it stands."""
        act = self.asked.act
        rests = act is DutyAct.KEEP_TO or (self.recorded and act is DutyAct.RECORD)
        return self.state in (DutyState.NOW, DutyState.OVERDUE) and not rests


def rows(
    asked: Sequence[Asked],
    facts: Facts,
    marks: Iterable[Mark],
    moments: Moments,
    clocks: Clocks,
) -> tuple[DutyRow, ...]:
    """Return every duty for every one of its people: danger first, then what presses, by time."""
    said = {(mark.matter, mark.act, mark.recipient): mark for mark in marks}
    passed = {**moments.events, **_passed(asked, said, moments)}
    at = Moments(moments.now, passed)
    found = [
        _row(one, told, said.get((one.matter, one.act, told.recipient)), (facts, at, clocks))
        for one in asked
        for told in one.whom
    ]
    return tuple(sorted(found, key=in_order_of_need))


def due_at(by: By, moments: Moments, clocks: Clocks) -> datetime | None:
    """Return until when something is to be done; None where no moment is named or known."""
    start = moments.events.get(by.event)
    if start is None or by.unit in (Unit.AFTER, Unit.UNSAID):
        return None
    return _COUNTED[by.unit](start, by.count, clocks)


def _row(
    asked: Asked, told: Told, mark: Mark | None, known: tuple[Facts, Moments, Clocks]
) -> DutyRow:
    facts, moments, clocks = known
    due = due_at(told.by, moments, clocks)
    holds = [line for one in asked.cited for line in one.duty.holds]
    recorded = bool(holds) and not any(line.isdisjoint(facts.known) for line in holds)
    state = _unmarked(told.by, due, moments)
    if mark is not None and mark.state in MARKED:
        # A message left does not stop a clock.
        late = mark.state is DutyState.WAITING and state is DutyState.OVERDUE
        state = state if late else mark.state
    return DutyRow(asked, told, state, due, mark, recorded)


def _unmarked(by: By, due: datetime | None, moments: Moments) -> DutyState:
    if by.unit is Unit.AFTER and by.event not in moments.events:
        return DutyState.LATER
    counted = by.unit not in (Unit.AT_ONCE, Unit.BEFORE, Unit.AFTER, Unit.UNSAID)
    if counted:
        start = moments.events.get(by.event)
        if start is None or start > moments.now:
            return DutyState.LATER
    return DutyState.OVERDUE if due is not None and due < moments.now else DutyState.NOW


def _passed(
    asked: Sequence[Asked],
    said: Mapping[tuple[str, DutyAct, Recipient | None], Mark],
    moments: Moments,
) -> dict[Event, datetime]:
    """Tell what has been done that others wait for: copies are kept, the referral is made.

    Where somebody said that it does not apply, nothing waits for it any longer.
    """
    found = {}
    for event, act in _WAITED_FOR.items():
        keys = [
            (one.matter, one.act, told.recipient)
            for one in asked
            if one.act is act
            for told in one.whom
        ]
        if keys and all(key in said and said[key].state in _SETTLED for key in keys):
            found[event] = moments.now
    return found


def _before(start: datetime, _count: int, _clocks: Clocks) -> datetime:
    return start


def _at_once(start: datetime, _count: int, _clocks: Clocks) -> datetime:
    return _midnight_after(start)


def _hours(start: datetime, count: int, _clocks: Clocks) -> datetime:
    # By the clock of the world: the hour that comes twice in October is two hours.
    return (start.astimezone(UTC) + timedelta(hours=count)).astimezone(start.tzinfo)


def _working_days(start: datetime, count: int, clocks: Clocks) -> datetime:
    return _on(clocks.working, start, count)


def _school_days(start: datetime, count: int, clocks: Clocks) -> datetime:
    return _on(clocks.school, start, count)


def _days(start: datetime, count: int, _clocks: Clocks) -> datetime:
    return start + count * _DAY


def _on(calendar: CountsDays, start: datetime, count: int) -> datetime:
    """Return the same time of day, so many days of a calendar later."""
    day = calendar.after(start.date(), count)
    return datetime.combine(day, start.timetz())  # the same time of day, summer or winter


def _midnight_after(start: datetime) -> datetime:
    return datetime.combine(start.date() + _DAY, time(0), start.tzinfo)


def _working_hours(start: datetime, count: int, clocks: Clocks) -> datetime:
    """Return so many hours later, counting only the hours of working days."""
    left, at = timedelta(hours=count), start
    while True:
        day = at.date()
        begins = datetime.combine(day, clocks.begins, start.tzinfo)
        ends = datetime.combine(day, clocks.ends, start.tzinfo)
        at = max(at, begins)
        if clocks.working.is_working_day(day) and at < ends:
            if left <= ends - at:
                return at + left
            left -= ends - at
        at = datetime.combine(day + _DAY, time(0), start.tzinfo)


_COUNTED: Final[Mapping[Unit, Callable[[datetime, int, Clocks], datetime]]] = {
    Unit.AT_ONCE: _at_once,
    Unit.HOURS: _hours,
    Unit.WORKING_HOURS: _working_hours,
    Unit.WORKING_DAYS: _working_days,
    Unit.SCHOOL_DAYS: _school_days,
    Unit.DAYS: _days,
    Unit.BEFORE: _before,
}


def in_order_of_need(row: DutyRow) -> tuple[bool, int, bool, datetime]:
    """Return by what duties are put in order: danger, then how they stand, then time."""
    settled = row.state in _SETTLED
    far = datetime.max.replace(tzinfo=UTC)
    return (
        not (row.asked.danger and not settled),
        list(DutyState).index(row.state),
        row.due is None,
        far if row.due is None else row.due,
    )
