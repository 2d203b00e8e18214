"""The clock to the LADO, held against one that counts every minute."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dsl_desk.domain import lado_clock
from dsl_desk.domain.british_time import in_england, moment_of
from dsl_desk.domain.lado_clock import ClockStands, Reached, clock_of, outer_limit, shorter_limit
from dsl_desk.domain.working_days import Calendar, read_calendar
from tests.conftest import FONTS

LONDON = ZoneInfo("Europe/London")
wall_clock = datetime.fromisoformat
_TOML = FONTS.parent / "calendars" / "bank-holidays.toml"
HOLIDAYS = read_calendar(_TOML.read_text("utf-8"))
MINUTE = timedelta(minutes=1)
A_WORKING_DAY = 24 * 60
SATURDAY = 5

# What a school knows beside the bank holidays. The reference looks at them, and lets them count.
TERM_ENDS, TERM_BEGINS = date(2026, 7, 22), date(2026, 9, 1)
INSETS = frozenset({date(2026, 9, 1), date(2026, 10, 23), date(2027, 1, 4)})

moments = st.datetimes(
    wall_clock("2026-01-01T00:00"), wall_clock("2028-12-01T00:00"), timezones=st.just(UTC)
).map(lambda moment: moment.replace(second=0, microsecond=0))
# Around the ends of days, weekends, holidays and changes of the clock, where mistakes live.
edges = st.sampled_from(
    [
        *(f"2026-03-{day}" for day in (26, 27, 28, 29, 30)),
        *(f"2026-04-0{day}" for day in (1, 2, 3, 4, 5, 6, 7)),
        *("2026-07-22", "2026-07-23", "2026-09-01", "2026-10-23", "2027-01-04"),
        *(f"2026-10-{day}" for day in (22, 23, 24, 25, 26)),
        *(f"2026-12-{day}" for day in (23, 24, 25, 26, 27, 28, 29, 31)),
    ]
).flatmap(
    lambda day: st.sampled_from([-61, -60, -59, -1, 0, 1, 59, 60, 61, 119, 120, 121, 510]).map(
        lambda minutes: moment_of(wall_clock(day)) + timedelta(minutes=minutes)
    )
)
told = st.one_of(moments, edges)


def a_minute_counts(moment: datetime, calendar: Calendar) -> bool:
    """Slow and plain: what day is it in England in this very minute?"""
    day = moment.astimezone(LONDON).date()
    in_holidays = TERM_ENDS < day < TERM_BEGINS or day in INSETS
    if in_holidays and day.weekday() < SATURDAY and day not in calendar.holidays:
        return True  # no lesson is taught, and the clock goes on
    return day.weekday() < SATURDAY and day not in calendar.holidays


def by_the_minute(moment: datetime, calendar: Calendar) -> datetime:
    """The limit, found by living through every minute until then."""
    lived = 0
    while True:
        lived += a_minute_counts(moment, calendar)
        moment += MINUTE
        if lived == A_WORKING_DAY:
            return moment


@settings(max_examples=300, deadline=None)
@given(told)
def test_that_the_limit_is_where_the_minutes_say(moment: datetime) -> None:
    assert outer_limit(moment, HOLIDAYS) == by_the_minute(moment, HOLIDAYS)


@settings(max_examples=100, deadline=None)
@given(told, st.frozensets(st.dates(date(2026, 1, 1), date(2028, 12, 31)), max_size=40))
def test_that_the_limit_is_where_the_minutes_say_whatever_the_holidays(
    moment: datetime, more: frozenset[date]
) -> None:
    calendar = Calendar(HOLIDAYS.holidays | more)
    assert outer_limit(moment, calendar) == by_the_minute(moment, calendar)


@given(told)
def test_that_the_clock_of_england_is_the_one_in_the_tables(moment: datetime) -> None:
    here, there = in_england(moment), moment.astimezone(LONDON)
    assert here.isoformat() == there.isoformat()


@given(st.datetimes(wall_clock("1996-01-01T00:00"), wall_clock("2090-01-01T00:00")))
def test_that_a_time_on_the_wall_is_the_moment_in_the_tables(wall: datetime) -> None:
    there = wall.replace(tzinfo=LONDON)
    assert moment_of(wall) == there.astimezone(UTC)


def test_that_the_hour_that_comes_twice_is_the_first_of_the_two() -> None:
    assert moment_of(wall_clock("2026-10-25T01:30")) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_that_the_hour_that_never_comes_is_read_before_the_change() -> None:
    assert moment_of(wall_clock("2026-03-29T01:30")) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


@given(told, st.integers(1, 72))
def test_that_every_hour_of_the_shorter_limit_counts(moment: datetime, hours: int) -> None:
    limit = shorter_limit(moment, hours)
    assert limit is not None
    assert limit - moment == timedelta(hours=hours)


def test_that_no_shorter_limit_is_no_limit() -> None:
    assert shorter_limit(datetime(2026, 11, 19, tzinfo=UTC), 0) is None


@pytest.mark.parametrize(
    ("told_at", "limit"),
    [
        ("2026-11-18T15:40", "2026-11-19T15:40"),  # an ordinary Wednesday
        ("2026-11-20T15:40", "2026-11-23T15:40"),  # over a weekend
        ("2026-11-21T10:00", "2026-11-24T00:00"),  # told on a Saturday: the whole of Monday
        ("2026-07-30T11:00", "2026-07-31T11:00"),  # in the summer holidays
        ("2026-10-23T14:00", "2026-10-26T14:00"),  # on an INSET day, over the change of the clock
        ("2026-12-24T15:00", "2026-12-29T15:00"),  # over Christmas and a holiday moved to Monday
        ("2026-11-18", "2026-11-19T00:00"),  # a day whose time nobody knows began at midnight
        ("2026-11-18T23:59", "2026-11-19T23:59"),
    ],
)
def test_that_the_limit_is_one_working_day_after_anyone_was_told(told_at: str, limit: str) -> None:
    found = clock_of(told_at, HOLIDAYS, 24)
    assert found.limit == moment_of(wall_clock(limit))


@given(told, st.integers(0, 72))
def test_that_what_is_not_counted_is_all_that_lies_between_but_one_working_day(
    moment: datetime, hours: int
) -> None:
    wall = in_england(moment).replace(tzinfo=None)
    clock = clock_of(wall.isoformat(timespec="minutes"), HOLIDAYS, hours)
    begins, ends = (in_england(one).replace(tzinfo=None) for one in (clock.told, clock.limit))
    lost = sum((gap.ends - gap.begins for gap in clock.gaps), timedelta())
    assert ends - begins - lost == lado_clock.ONE_WORKING_DAY


_TOLD = "2026-11-18T15:40"


@pytest.mark.parametrize(
    ("stopped_at", "now", "stands"),
    [
        ("", "2026-11-19T12:14", ClockStands.RUNNING),
        ("", "2026-11-19T15:40", ClockStands.RUNNING),
        ("", "2026-11-19T15:41", ClockStands.OVERDUE),
        ("2026-11-19T15:40", "2026-11-24T09:00", ClockStands.IN_TIME),
        ("2026-11-19T15:41", "2026-11-24T09:00", ClockStands.LATE),
    ],
)
def test_that_only_having_reached_them_stops_the_clock(
    stopped_at: str, now: str, stands: ClockStands
) -> None:
    clock = clock_of(_TOLD, HOLIDAYS, 0, Reached(stopped_at))
    assert clock.stands(moment_of(wall_clock(now))) is stands


def test_that_the_shorter_limit_is_told_before_the_outer_one() -> None:
    clock = clock_of("2026-11-20T15:40", HOLIDAYS, 24)
    now = moment_of(wall_clock("2026-11-21T15:41"))
    assert clock.stands(now) is ClockStands.PAST_SHORTER
    assert clock.left(now) == timedelta(days=1, hours=23, minutes=59)


def test_that_a_concern_signed_as_low_level_needs_no_ring() -> None:
    clock = clock_of(_TOLD, HOLIDAYS, 24, Reached(needed=False))
    assert clock.stands(moment_of(wall_clock("2026-11-30T09:00"))) is ClockStands.NOT_NEEDED


@given(told)
def test_that_reaching_them_is_late_from_the_minute_after_the_limit(moment: datetime) -> None:
    wall = in_england(moment).replace(tzinfo=None)
    clock = clock_of(wall.isoformat(timespec="minutes"), HOLIDAYS, 24)
    ends = in_england(clock.limit).replace(tzinfo=None)
    assert not clock.is_late(ends.isoformat(timespec="minutes"))
    assert clock.is_late((ends + MINUTE).isoformat(timespec="minutes"))
