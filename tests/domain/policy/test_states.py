"""How duties stand: clocks, marks, and danger before both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsl_desk.domain.policy.duty import AT_ONCE, UNSAID, By, Duty, When
from dsl_desk.domain.policy.facts import NOTHING_KNOWN, Facts
from dsl_desk.domain.policy.matching import asks
from dsl_desk.domain.policy.profile import Clause, Profile
from dsl_desk.domain.policy.states import (
    Clocks,
    DutyRow,
    DutyState,
    Mark,
    Moments,
    due_at,
    rows,
)
from dsl_desk.domain.policy.terms import DutyAct, Event, Recipient, Unit
from dsl_desk.domain.working_days import Calendar

ENGLAND = ZoneInfo("Europe/London")
CHRISTMAS = frozenset({date(2026, 12, 25), date(2026, 12, 28)})
CLOCKS = Clocks(Calendar(CHRISTMAS), Calendar(CHRISTMAS | {date(2026, 11, 20)}))
TOLD = datetime(2026, 11, 19, 12, 14, tzinfo=ENGLAND)  # a Thursday
TELL = Duty("t", "1", DutyAct.TELL, (Recipient.HEAD, Recipient.DSL), AT_ONCE, "Tell", matter="m")
DAY = By(Unit.WORKING_DAYS, 1)


def at(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(tzinfo=ENGLAND)


def stand(
    *duties: Duty,
    marks: tuple[Mark, ...] = (),
    now: datetime = TOLD,
    facts: Facts = NOTHING_KNOWN,
    events: dict[Event, datetime] | None = None,
) -> tuple[DutyRow, ...]:
    profile = Profile("p", "P", "P", clauses=(Clause("1", "One"),), duties=duties)
    said = {Event.TOLD: TOLD} if events is None else events
    return rows(asks([profile], facts), facts, marks, Moments(now, said), CLOCKS)


def marked(state: DutyState, recipient: Recipient | None = Recipient.HEAD, **more: str) -> Mark:
    mark = Mark("m", DutyAct.TELL, recipient, state)
    return replace(mark, **more)  # type: ignore[arg-type]  # a test names fields it knows


@pytest.mark.parametrize(
    ("by", "start", "due"),
    [
        (AT_ONCE, "2026-11-19T12:14", "2026-11-20T00:00"),
        (By(Unit.HOURS, 72), "2026-11-19T12:14", "2026-11-22T12:14"),
        (By(Unit.HOURS, 24), "2026-10-24T12:00", "2026-10-25T11:00"),  # the hour comes twice
        (DAY, "2026-11-19T12:14", "2026-11-20T12:14"),
        (DAY, "2026-11-20T15:00", "2026-11-23T15:00"),
        (DAY, "2026-12-24T15:00", "2026-12-29T15:00"),
        (DAY, "2026-11-21T10:00", "2026-11-23T10:00"),
        (By(Unit.SCHOOL_DAYS, 1), "2026-11-19T12:14", "2026-11-23T12:14"),
        (By(Unit.DAYS, 5), "2026-11-19T12:14", "2026-11-24T12:14"),
        (By(Unit.WORKING_HOURS, 4), "2026-11-19T12:14", "2026-11-19T16:14"),
        (By(Unit.WORKING_HOURS, 6), "2026-11-20T12:00", "2026-11-23T09:00"),
        (By(Unit.WORKING_HOURS, 2), "2026-11-21T12:00", "2026-11-23T10:00"),
        (By(Unit.WORKING_HOURS, 1), "2026-11-19T06:00", "2026-11-19T09:00"),
        (By(Unit.WORKING_HOURS, 1), "2026-11-19T17:00", "2026-11-20T09:00"),
        (By(Unit.BEFORE, 0, Event.TOLD), "2026-11-19T12:14", "2026-11-19T12:14"),
    ],
)
def test_that_each_clock_counts_its_own_days(by: By, start: str, due: str) -> None:
    moments = Moments(at(start), {Event.TOLD: at(start)})
    assert due_at(by, moments, CLOCKS) == at(due)


@pytest.mark.parametrize(
    "by", [UNSAID, By(Unit.AFTER, 0, Event.TOLD), By(Unit.DAYS, 1, Event.LEAVING)]
)
def test_that_without_a_moment_nothing_is_due(by: By) -> None:
    assert due_at(by, Moments(TOLD, {Event.TOLD: TOLD}), CLOCKS) is None


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 1)), st.integers(1, 10))  # noqa: DTZ001 made aware below
def test_that_working_days_are_those_a_slow_count_finds(start: datetime, count: int) -> None:
    aware = start.replace(tzinfo=ENGLAND)
    day, left = aware.date(), count
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5 and day not in CHRISTMAS
    due = due_at(By(Unit.WORKING_DAYS, count), Moments(aware, {Event.TOLD: aware}), CLOCKS)
    assert due == datetime.combine(day, aware.time(), ENGLAND)


def test_that_every_recipient_is_told_and_timed_one_by_one() -> None:
    done = marked(DutyState.DONE, at="2026-11-19T12:20", how="Rang", by="Maya Fernsby")
    first, second = stand(TELL, marks=(done,))
    assert (first.told.recipient, first.state) == (Recipient.DSL, DutyState.NOW)
    assert (second.told.recipient, second.state, second.mark) == (
        Recipient.HEAD,
        DutyState.DONE,
        done,
    )
    assert first.presses
    assert not second.presses


def test_that_what_was_to_be_done_at_once_is_overdue_the_next_day() -> None:
    assert {row.state for row in stand(TELL, now=TOLD + timedelta(hours=11))} == {DutyState.NOW}
    assert {row.state for row in stand(TELL, now=TOLD + timedelta(hours=12))} == {DutyState.OVERDUE}


def test_that_a_message_left_waits_but_does_not_stop_the_clock() -> None:
    duty = replace(TELL, tell=(Recipient.HEAD,), by=DAY)
    waiting = (marked(DutyState.WAITING),)
    assert stand(duty, marks=waiting)[0].state is DutyState.WAITING
    late = TOLD + timedelta(days=2)
    assert stand(duty, marks=waiting, now=late)[0].state is DutyState.OVERDUE
    assert stand(duty, marks=(marked(DutyState.DONE),), now=late)[0].state is DutyState.DONE


def test_that_a_mark_taken_back_leaves_the_duty_as_it_was() -> None:
    taken_back = marked(DutyState.NOW, why="A slip")
    row = stand(replace(TELL, tell=(Recipient.HEAD,)), marks=(taken_back,))[0]
    assert (row.state, row.mark) == (DutyState.NOW, taken_back)


def test_that_a_clock_without_its_event_or_with_one_to_come_is_later() -> None:
    duty = replace(TELL, by=By(Unit.SCHOOL_DAYS, 5, Event.LEAVING))
    assert {row.state for row in stand(duty)} == {DutyState.LATER}
    to_come = {Event.LEAVING: TOLD + timedelta(days=3)}
    assert {row.state for row in stand(duty, events=to_come)} == {DutyState.LATER}
    gone = {Event.LEAVING: TOLD - timedelta(days=30)}
    assert {row.state for row in stand(duty, events=gone)} == {DutyState.OVERDUE}


def test_that_what_comes_before_something_is_overdue_once_that_has_been() -> None:
    duty = replace(TELL, by=By(Unit.BEFORE, 0, Event.PUBLICATION))
    assert {row.state for row in stand(duty)} == {DutyState.NOW}
    been = {Event.PUBLICATION: TOLD - timedelta(minutes=1)}
    assert {row.state for row in stand(duty, events=been)} == {DutyState.OVERDUE}


def test_that_removing_waits_until_a_copy_is_kept_or_there_is_none_to_keep() -> None:
    keep = replace(TELL, id="k", act=DutyAct.CAPTURE, tell=())
    after = By(Unit.AFTER, 0, Event.CAPTURE)
    remove = replace(TELL, id="r", act=DutyAct.REMOVE, tell=(), by=after, matter="r")

    def removing(*marks: Mark) -> DutyState:
        found = stand(keep, remove, marks=marks)
        return next(row.state for row in found if row.asked.act is DutyAct.REMOVE)

    kept = Mark("m", DutyAct.CAPTURE, None, DutyState.DONE)
    assert removing() is DutyState.LATER
    assert removing(replace(kept, state=DutyState.WAITING)) is DutyState.LATER
    assert removing(kept) is DutyState.NOW
    assert removing(replace(kept, state=DutyState.DOES_NOT_APPLY)) is DutyState.NOW
    assert stand(remove)[0].state is DutyState.LATER


def test_that_a_filled_field_is_recorded_and_never_done() -> None:
    holds = (frozenset({"has: time"}), frozenset({"has: place", "has: words"}))
    write = replace(TELL, act=DutyAct.RECORD, tell=(), holds=holds)
    tell = replace(TELL, id="x", tell=(Recipient.HEAD,), holds=holds, matter="x")
    part, whole = Facts.of(["has: time"]), Facts.of(["has: time", "has: words"])
    assert [(row.recorded, row.presses) for row in stand(write, tell, facts=part)] == [
        (False, True),
        (False, True),
    ]
    found = {row.asked.act: row for row in stand(write, tell, facts=whole)}
    assert {row.state for row in found.values()} == {DutyState.NOW}
    assert all(row.recorded for row in found.values())
    assert not found[DutyAct.RECORD].presses
    assert found[DutyAct.TELL].presses


def test_that_a_rule_to_keep_to_presses_nobody() -> None:
    (row,) = stand(replace(TELL, act=DutyAct.KEEP_TO, tell=()))
    assert (row.state, row.presses) == (DutyState.NOW, False)


def test_that_danger_stands_before_every_clock_until_it_is_settled() -> None:
    danger = replace(
        TELL,
        id="d",
        matter="d",
        tell=(Recipient.POLICE,),
        danger=True,
        when=When((frozenset({"safe_now: no"}),)),
    )
    late, facts = TOLD + timedelta(days=9), Facts.of(["safe_now: no"])
    first = stand(replace(TELL, by=DAY), danger, now=late, facts=facts)[0]
    assert first.asked.danger
    events = {Event.TOLD: late}
    overdue = {Event.LEAVING: TOLD, **events}
    other = replace(TELL, by=By(Unit.DAYS, 1, Event.LEAVING))
    found = stand(other, danger, now=late, facts=facts, events=overdue)
    assert [row.state for row in found] == [
        DutyState.NOW,
        DutyState.OVERDUE,
        DutyState.OVERDUE,
    ]
    settled = Mark("d", DutyAct.TELL, Recipient.POLICE, DutyState.DONE)
    found = stand(other, danger, marks=(settled,), now=late, facts=facts, events=overdue)
    assert not found[0].asked.danger
    assert found[-1].asked.danger


def test_that_what_is_due_first_stands_first() -> None:
    soon = replace(TELL, tell=(Recipient.HEAD,), by=DAY)
    later = replace(soon, id="l", by=By(Unit.WORKING_DAYS, 3), matter="l")
    never = replace(soon, id="n", by=UNSAID, matter="n")
    assert [row.asked.matter for row in stand(never, later, soon)] == ["m", "l", "n"]


def test_that_a_working_day_has_the_schools_own_hours() -> None:
    clocks = replace(CLOCKS, begins=time(9), ends=time(10))
    moments = Moments(TOLD, {Event.TOLD: at("2026-11-19T09:30")})
    assert due_at(By(Unit.WORKING_HOURS, 1), moments, clocks) == at("2026-11-20T09:30")
