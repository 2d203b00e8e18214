"""Insights as facts: the periods, how soon something was done, what is counted in which order."""

from __future__ import annotations

from datetime import date

import pytest

from dsl_desk.domain import insights as i


@pytest.mark.parametrize(
    ("today", "words", "since"),
    [
        (date(2026, 11, 19), "Autumn term", "2026-09-01"),
        (date(2027, 2, 1), "Spring term", "2027-01-01"),
        (date(2027, 6, 30), "Summer term", "2027-04-01"),
    ],
)
def test_that_a_period_begins_with_its_term(today: date, words: str, since: str) -> None:
    term, year, last, everything = i.periods(today)
    assert (term.words, term.since, term.until) == (words, since, today.isoformat())
    assert (year.since, last.since, last.until) == ("2026-09-01", "2025-09-01", "2026-08-31")
    assert everything.since < "1900"


def test_that_the_year_before_is_the_same_days() -> None:
    before = i.the_year_before(i.Period("This", "2026-09-01", "2026-11-19"))
    assert (before.since, before.until) == ("2025-09-01", "2025-11-19")
    assert i.the_year_before(i.Period("All", "0001-01-01", "2026-11-19")).since == "0000-01-01"


@pytest.mark.parametrize(
    ("told", "first", "soon"),
    [
        ("2026-11-19T08:45", "", "none"),
        ("2026-11-19T08:45", "2026-11-19T09:45", "hour"),
        ("2026-11-19T08:45", "2026-11-19T09:46", "day"),
        ("2026-11-19", "2026-11-19T09:00", "day"),
        ("2026-11-19T08:45", "2026-11-19", "day"),
        ("2026-11-19T23:50", "2026-11-20T00:20", "hour"),
        ("2026-11-19T08:45", "2026-11-20T07:00", "next"),
        ("2026-11-19T08:45", "2026-11-26T07:00", "week"),
        ("2026-11-19T08:45", "2026-11-27T07:00", "later"),
    ],
)
def test_that_how_soon_is_told_by_the_clock_on_the_wall(told: str, first: str, soon: str) -> None:
    assert i.how_soon(told, first) == soon


def test_that_a_concern_of_two_kinds_counts_in_both() -> None:
    bars = i.of_sets({"grooming scam": 2, "scam": 1, "": 4}, i.KIND)
    assert [(bar.key, bar.total) for bar in bars] == [("scam", 3), ("grooming", 2)]
    fours = i.of_sets({"contact": 1}, i.FOUR_C)
    assert [bar.total for bar in fours] == [0, 1, 0, 0]


def test_that_year_groups_stand_by_age_and_who_has_none_comes_last() -> None:
    bars = i.of_years({"6": 1, "Not known": 2, "Reception": 3, "10": 1})
    assert [bar.words for bar in bars] == ["Reception", "Year 6", "Year 10", "Not known"]


def test_that_only_what_is_over_counts_for_the_limit() -> None:
    waits = (
        i.Wait("a", "1 h", 0.1, reached=True, late=False),
        i.Wait("b", "30 h", 1.2, reached=True, late=True),
        i.Wait("c", "40 h", 1.7, reached=False, late=True),
        i.Wait("d", "2 h", 0.1, reached=False, late=False),
    )
    period = i.Period("This", "2026-09-01", "2026-11-19")
    insight = i.Insight(period, 0, 0, (0, 0), (0, 0), {}, waits, adults=True)
    assert insight.lado_in_time == (1, 3)


@pytest.mark.parametrize(
    ("since", "until"),
    [("2026-11-19", "2026-11-18"), ("yesterday", "2026-11-18"), ("0001-01-01", "2026-11-18")],
)
def test_that_days_that_make_no_period_make_none(since: str, until: str) -> None:
    assert i.own_period(since, until) is None


def test_that_two_days_make_a_period_that_says_them() -> None:
    period = i.own_period("2026-09-01", "2026-11-19")
    assert period == i.Period("Tue 1 Sep 2026 to Thu 19 Nov 2026", "2026-09-01", "2026-11-19")
