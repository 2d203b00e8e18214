"""Registers that wait for somebody: breaches by the hour, take-down requests by the day."""

from __future__ import annotations

from datetime import datetime

import pytest

from dsl_desk.domain.clock_hours import hours_after, hours_between
from dsl_desk.domain.member import Role
from dsl_desk.domain.registers.all import REGISTERS
from dsl_desk.domain.registers.breaches import last_moment
from dsl_desk.domain.registers.register import Occasion, RegisterDraft, RegisterName
from dsl_desk.domain.registers.standing import time_left
from tests.registers import a_draft

NOW = datetime(2026, 11, 19, 12, 14)  # noqa: DTZ001 as the clock on the wall
Name = RegisterName


def wrong(draft: RegisterDraft) -> dict[str, str]:
    problems = REGISTERS[draft.register].problems(draft, Occasion(NOW, Role.DSL))
    return {problem.field: problem.code for problem in problems}


def test_that_a_breach_is_known_to_the_minute() -> None:
    assert wrong(a_draft(Name.BREACHES, aware_at="2026-11-18")) == {"aware_at": "no_time"}


def test_that_the_72_hours_are_of_the_clock_and_end_with_the_decision() -> None:
    register, draft = REGISTERS[Name.BREACHES], a_draft(Name.BREACHES)
    assert register.due(draft) == last_moment(draft) == "2026-11-21T08:40"
    assert last_moment(a_draft(Name.BREACHES, aware_at="")) == ""
    decided = a_draft(Name.BREACHES, ico="told", ico_at="2026-11-18T16:00", risk="risk")
    assert wrong(decided) == {}
    assert register.due(decided) == ""
    assert not register.is_open(decided)


def test_that_a_decision_about_the_ico_has_its_reasons() -> None:
    assert wrong(a_draft(Name.BREACHES, ico="need_not")) == {
        "ico_why": "missing",
        "risk": "missing",
    }
    assert wrong(a_draft(Name.BREACHES, ico="told", risk="risk")) == {"ico_at": "missing"}
    late = a_draft(
        Name.BREACHES, aware_at="2026-11-09T08:40", ico="told", ico_at="2026-11-12T08:41"
    )
    assert wrong(late) == {"ico_why": "late", "risk": "missing"}
    high = a_draft(Name.BREACHES, ico="told", ico_at="2026-11-18T16:00", risk="high")
    assert wrong(high) == {"people_told": "missing"}
    assert wrong(a_draft(Name.BREACHES, people_told="no")) == {"people_why": "missing"}


def test_that_it_is_kept_before_it_is_taken_down_unless_somebody_says_why_not() -> None:
    assert wrong(a_draft(Name.TAKE_DOWNS, captured="")) == {"captured": "missing"}
    assert wrong(a_draft(Name.TAKE_DOWNS, captured="no")) == {"captured_why": "missing"}
    assert wrong(a_draft(Name.TAKE_DOWNS, captured="no", captured_why="It was gone")) == {}


@pytest.mark.parametrize("illegal", ["yes", "not_known"])
def test_that_a_picture_that_may_be_illegal_is_never_kept(illegal: str) -> None:
    kept = a_draft(Name.TAKE_DOWNS, illegal=illegal)
    assert wrong(kept) == {"captured": "never_captured"}
    assert wrong(a_draft(Name.TAKE_DOWNS, illegal=illegal, captured="")) == {}


def test_that_a_request_waits_until_it_has_an_outcome_with_its_day() -> None:
    register = REGISTERS[Name.TAKE_DOWNS]
    assert register.due(a_draft(Name.TAKE_DOWNS, next_check="2026-11-23")) == "2026-11-23"
    done = a_draft(Name.TAKE_DOWNS, next_check="2026-11-23", outcome="removed")
    assert register.due(done) == ""
    assert wrong(done) == {"outcome_on": "missing"}


@pytest.mark.parametrize(
    ("begins", "ends"),
    [
        ("2026-11-19T12:14", "2026-11-22T12:14"),
        ("2026-10-24T12:00", "2026-10-27T11:00"),  # the night the clock is put back
        ("2026-03-28T12:00", "2026-03-31T13:00"),  # the night it is put forward
        ("2026-07-01", "2026-07-04T00:00"),
    ],
)
def test_that_hours_are_counted_over_the_nights_the_clock_is_moved(begins: str, ends: str) -> None:
    assert hours_after(begins, 72) == ends
    assert hours_between(begins, ends) == 72


@pytest.mark.parametrize(
    ("due", "words", "late"),
    [
        ("2026-11-19T13:14", "1 hour left", False),
        ("2026-11-19T12:44", "Less than 1 hour left", False),
        ("2026-11-19T10:14", "Overdue by 2 hours", True),
        ("2026-11-19T08:40", "Overdue by 3 hours", True),
        ("2026-11-19T12:13", "Overdue by less than 1 hour", True),
        ("2026-11-19", "Today", False),
        ("2026-11-20", "1 day left", False),
        ("2026-11-16", "Overdue by 3 days", True),
    ],
)
def test_that_the_time_that_is_left_is_told(due: str, words: str, late: bool) -> None:  # noqa: FBT001 a row
    left = time_left(due, NOW)
    assert (left.words, left.late) == (words, late)
