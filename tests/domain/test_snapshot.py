from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsl_desk.domain.keeping import to_keep
from dsl_desk.domain.snapshot import SnapshotView, Weekdays, Worry, is_due, state_of

THURSDAY = date(2026, 11, 19)
TRIED = datetime(2026, 11, 2, 9, tzinfo=UTC)


def a_copy(taken: date = THURSDAY, *, same_drive: bool = False) -> SnapshotView:
    moment = datetime(taken.year, taken.month, taken.day, 15, 30, tzinfo=UTC)
    return SnapshotView("01" * 16, moment, "/mnt/stick/dsl-desk-01", 9, 1000, same_drive)


def worries(newest: SnapshotView | None, today: date, tried: datetime | None = TRIED) -> set[Worry]:
    return set(state_of(newest, tried, today, Weekdays()).worries)


def test_that_a_vault_without_a_copy_is_the_only_worry() -> None:
    assert worries(None, THURSDAY, None) == {Worry.NEVER_TAKEN}


def test_that_a_fresh_copy_elsewhere_that_was_tried_is_no_worry() -> None:
    assert worries(a_copy(), THURSDAY) == set()


def test_that_a_copy_on_the_same_drive_is_a_worry() -> None:
    assert worries(a_copy(same_drive=True), THURSDAY) == {Worry.SAME_DRIVE}


def test_that_a_copy_nobody_has_tried_is_a_worry() -> None:
    assert worries(a_copy(), THURSDAY, None) == {Worry.NEVER_REHEARSED}


@pytest.mark.parametrize(
    ("taken", "today", "old"),
    [
        (date(2026, 11, 19), date(2026, 11, 20), False),  # Thursday, Friday
        (date(2026, 11, 19), date(2026, 11, 22), False),  # Sunday: only Friday has begun since
        (date(2026, 11, 19), date(2026, 11, 23), True),  # Monday is the second
        (date(2026, 11, 20), date(2026, 11, 23), False),  # Friday, Monday
        (date(2026, 11, 20), date(2026, 11, 24), True),
        (date(2026, 11, 21), date(2026, 11, 23), False),  # taken on a Saturday
        (date(2026, 11, 23), date(2026, 11, 19), False),  # a clock set back
        (date(1990, 1, 1), date(2026, 11, 19), True),
    ],
)
def test_that_a_copy_is_old_once_a_second_school_day_has_begun(
    taken: date, today: date, *, old: bool
) -> None:
    assert (Worry.OLD in worries(a_copy(taken), today)) is old


def test_that_holidays_of_the_school_make_no_copy_old() -> None:
    class HalfTerm:
        def is_school_day(self, day: date) -> bool:
            return day >= date(2026, 11, 30)

    state = state_of(a_copy(), TRIED, date(2026, 11, 30), HalfTerm())
    assert state.worries == ()
    assert state_of(a_copy(), TRIED, date(2026, 12, 1), HalfTerm()).worries == (Worry.OLD,)


def test_that_a_copy_does_not_show_where_it_lies() -> None:
    assert "stick" not in repr(a_copy())


START = datetime(2026, 11, 19, 15, 30, tzinfo=UTC)


def test_that_two_years_of_daily_copies_come_down_to_days_weeks_and_months() -> None:
    kept = to_keep(START - timedelta(days=back) for back in range(730))
    assert {(START - moment).days for moment in kept} >= {0, 1, 2, 3, 4, 5, 6}
    weeks = {moment.isocalendar()[:2] for moment in kept}
    months = {(moment.year, moment.month) for moment in kept}
    assert len(months) == 12
    assert len(weeks) >= 5
    assert len(kept) <= 7 + 5 + 12


def test_that_of_one_day_the_newest_copy_is_kept() -> None:
    moments = [START - timedelta(hours=back) for back in range(5)]
    assert to_keep(moments) == {START}


moments_of_copies = st.lists(
    st.integers(min_value=0, max_value=5000).map(lambda hours: START - timedelta(hours=7 * hours)),
    unique=True,
)


@given(moments_of_copies)
def test_that_the_newest_copy_is_always_kept_and_nothing_is_made_up(
    moments: list[datetime],
) -> None:
    kept = to_keep(moments)
    assert kept <= set(moments)
    assert not moments or max(moments) in kept
    assert len(kept) <= 24


@given(moments_of_copies)
def test_that_letting_go_twice_lets_nothing_more_go(moments: list[datetime]) -> None:
    kept = to_keep(moments)
    assert to_keep(kept) == kept


def test_that_after_long_holidays_nothing_is_let_go_for_its_age() -> None:
    moments = [START - timedelta(days=400 * back) for back in range(7)]
    assert to_keep(moments) == set(moments)


@pytest.mark.parametrize(
    ("taken", "today", "due"),
    [
        (date(2026, 11, 18), THURSDAY, True),
        (THURSDAY, THURSDAY, False),
        (THURSDAY, date(2026, 11, 21), False),  # a Saturday
        (THURSDAY, date(2026, 11, 23), True),
        (date(2026, 11, 23), THURSDAY, False),  # a clock set back
    ],
)
def test_that_a_copy_is_due_once_on_every_school_day(
    taken: date, today: date, *, due: bool
) -> None:
    assert is_due(a_copy(taken), today, Weekdays()) is due


def test_that_where_no_copy_was_ever_made_none_is_made_unasked() -> None:
    assert not is_due(None, THURSDAY, Weekdays())


def test_that_a_copy_tells_the_folder_somebody_chose() -> None:
    view = SnapshotView(
        "01" * 16, TRIED, "/mnt/stick/dsl-desk-01/2026-11-02", 9, 1000, same_drive=False
    )
    assert view.chosen == Path("/mnt/stick")
