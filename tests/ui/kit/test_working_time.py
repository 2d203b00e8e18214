from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta

import pytest

from dsl_desk.ui.kit.working_time import Gap, Use, WorkingTime, say, say_all, say_where

TOLD = datetime(2026, 11, 18, 15, 40, tzinfo=UTC)
DUE = datetime(2026, 11, 19, 15, 40, tzinfo=UTC)
NOW = datetime(2026, 11, 19, 12, 14, tzinfo=UTC)
NIGHT = Gap(datetime(2026, 11, 18, 17, 0, tzinfo=UTC), datetime(2026, 11, 19, 8, 30, tzinfo=UTC))
DAY = WorkingTime(TOLD, DUE, (NIGHT,))


def test_that_the_night_is_not_counted() -> None:
    assert DAY.counted(TOLD, DUE) == timedelta(hours=8, minutes=30)
    assert DAY.used(NOW) == timedelta(hours=5, minutes=4)
    assert DAY.left(NOW) == timedelta(hours=3, minutes=26)


def test_that_used_and_left_make_the_whole_at_every_minute() -> None:
    whole = DAY.counted(TOLD, DUE)
    for minute in range(-60, 25 * 60):
        now = TOLD + timedelta(minutes=minute)
        assert DAY.used(now) + DAY.left(now) == whole


def test_that_the_bar_fills_from_left_to_right_and_never_runs_backwards() -> None:
    places = [DAY.place(TOLD + timedelta(minutes=m)) for m in range(24 * 60 + 1)]
    assert places[0] == 0
    assert places[-1] == pytest.approx(1)
    assert places == sorted(places)


def test_that_the_spans_lie_side_by_side_and_cover_the_bar() -> None:
    spans = DAY.spans(NOW)
    assert [span.use for span in spans] == [Use.USED, Use.NOT_COUNTED, Use.USED, Use.LEFT]
    assert spans[0].start == 0
    assert spans[-1].end == pytest.approx(1)
    for before, after in itertools.pairwise(spans):
        assert before.end == after.start


def test_that_a_night_takes_a_fixed_part_of_the_bar_however_long_it_is() -> None:
    night = DAY.spans(NOW)[1]
    assert night.end - night.start == pytest.approx(0.14)


def test_that_many_nights_leave_more_than_half_of_the_bar_to_working_time() -> None:
    nights = tuple(
        Gap(NIGHT.begins + timedelta(days=n), NIGHT.ends + timedelta(days=n)) for n in range(5)
    )
    week = WorkingTime(TOLD, DUE + timedelta(days=4), nights)
    hatched = sum(s.end - s.start for s in week.spans(NOW) if s.use is Use.NOT_COUNTED)
    assert hatched == pytest.approx(0.42)


def test_that_a_gap_before_the_limit_began_is_no_part_of_the_bar() -> None:
    earlier = Gap(TOLD - timedelta(hours=9), TOLD - timedelta(hours=1))
    assert [s.use for s in WorkingTime(TOLD, DUE, (earlier,)).spans(NOW)] == [Use.USED, Use.LEFT]


def test_that_past_the_limit_all_is_used_and_the_words_say_by_how_long() -> None:
    late = DUE + timedelta(hours=2)
    assert DAY.is_past(late)
    assert {s.use for s in DAY.spans(late)} == {Use.USED, Use.NOT_COUNTED}
    assert say_where(DAY, late) == "Overdue by 2 h"


def test_that_at_the_very_limit_it_is_not_yet_overdue() -> None:
    assert not DAY.is_past(DUE)
    assert say_where(DAY, DUE) == "0 min left"


def test_that_a_limit_of_no_length_stays_on_the_bar() -> None:
    assert WorkingTime(TOLD, TOLD).place(NOW) == 0


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 min"), (40, "40 min"), (120, "2 h"), (206, "3 h 26 min"), (1500, "25 h")],
)
def test_that_a_length_is_said_as_the_desk_says_it(minutes: int, words: str) -> None:
    assert say(timedelta(minutes=minutes)) == words


def test_that_the_words_tell_all_that_the_bar_shows() -> None:
    assert say_all(DAY, NOW) == (
        "3 h 26 min left. 5 h 4 min of working time used. "
        "Began Wed 15:40, now Thu 12:14, ends Thu 15:40. 15 h 30 min not counted."
    )
    assert "not counted" not in say_all(WorkingTime(TOLD, DUE), NOW)
