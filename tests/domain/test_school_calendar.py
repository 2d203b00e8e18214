"""School days and working days, and the lines in which a school writes its dates."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dsl_desk.domain.school_calendar import (
    CalendarDraft,
    Days,
    SchoolCalendar,
    SchoolDays,
    Stretch,
    Timer,
    read_stretches,
    stretches_in_words,
)
from dsl_desk.domain.working_days import Calendar

BANK = Calendar(frozenset({date(2026, 12, 25)}))
SCHOOL = CalendarDraft(
    terms=(
        Stretch("Autumn 2", "2026-11-02", "2026-12-18"),
        Stretch("Spring 1", "2027-01-05", "2027-02-12"),
    ),
    inset=(Stretch("INSET", "2026-11-20", "2026-11-20"),),
    closed=(Stretch("Snow", "2026-11-23", "2026-11-24"),),
)
OURS = SchoolCalendar(BANK, SCHOOL)


@pytest.mark.parametrize(
    ("day", "working", "school"),
    [
        (date(2026, 11, 19), True, True),
        (date(2026, 11, 20), True, False),  # INSET
        (date(2026, 11, 21), False, False),  # Saturday
        (date(2026, 11, 23), False, False),  # closed
        (date(2026, 12, 21), True, False),  # between two terms
        (date(2026, 12, 25), False, False),  # bank holiday
        (date(2027, 6, 1), True, True),  # no term was written that far ahead
    ],
)
def test_that_a_day_is_counted_by_those_clocks_that_run_on_it(
    day: date,
    working: bool,  # noqa: FBT001 a row
    school: bool,  # noqa: FBT001 likewise
) -> None:
    assert OURS.is_working_day(day) is working
    assert OURS.is_school_day(day) is school


def test_that_days_are_counted_on_over_those_that_do_not_count() -> None:
    thursday = date(2026, 11, 19)
    assert OURS.after(thursday, 1) == date(2026, 11, 20)
    assert OURS.after(thursday, 1, Days.SCHOOL) == date(2026, 11, 25)
    assert OURS.after(thursday, 0, Days.SCHOOL) == thursday


def test_that_school_days_count_only_when_pupils_are_in() -> None:
    days, day = SchoolDays(OURS), date(2026, 10, 1)
    for _each in range(60):
        assert days.is_working_day(day) == OURS.is_school_day(day)
        assert days.after(day, 3) == OURS.after(day, 3, Days.SCHOOL)
        day += timedelta(days=1)


def test_that_a_calendar_without_an_open_day_is_not_searched_for_ever() -> None:
    never = SchoolCalendar(BANK, CalendarDraft(closed=(Stretch("", "2020-01-01", "2099-01-01"),)))
    assert never.after(date(2026, 11, 19), 1) == date(2036, 11, 26)


def test_that_every_clock_says_which_days_it_counts() -> None:
    assert OURS.days_of(Timer.LADO) is Days.WORKING
    assert OURS.days_of(Timer.TRANSFER) is Days.SCHOOL
    by_working_days = SchoolCalendar(BANK, CalendarDraft(transfers=Days.WORKING))
    assert by_working_days.days_of(Timer.TRANSFER) is Days.WORKING


def test_that_dates_are_read_as_they_are_told() -> None:
    words = "Autumn 1: 2 September 2026 to 23 October 2026\nINSET: 1 September 2026\n\n4/1/2027"
    read = read_stretches(words)
    assert read == (
        Stretch("Autumn 1", "2026-09-02", "2026-10-23"),
        Stretch("INSET", "2026-09-01", "2026-09-01"),
        Stretch("", "2027-01-04", "2027-01-04"),
    )
    assert read_stretches(stretches_in_words(read)) == read


@pytest.mark.parametrize(
    ("draft", "problems"),
    [
        (SCHOOL, {}),
        (CalendarDraft(terms=(Stretch("x", "", ""),)), {"terms": "not_a_stretch"}),
        (
            CalendarDraft(closed=(Stretch("", "2026-11-20", "2026-11-19"),)),
            {"closed": "before_it_began"},
        ),
        (CalendarDraft(begins=""), {"begins": "not_an_hour"}),
        (CalendarDraft(ends="late"), {"ends": "not_an_hour"}),
        (CalendarDraft(begins="17:00"), {"ends": "before_it_began"}),
    ],
)
def test_that_dates_and_hours_that_cannot_be_are_told(
    draft: CalendarDraft, problems: dict[str, str]
) -> None:
    assert {one.field: one.code for one in draft.problems()} == problems
