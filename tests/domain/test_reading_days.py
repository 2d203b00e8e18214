from __future__ import annotations

from datetime import date

import pytest

from dsl_desk.domain.reading_days import age_on, day_in_words, read_day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2016-03-02", "2016-03-02"),
        ("2016-03-02T00:00:00", "2016-03-02"),
        (" 02/03/2016 ", "2016-03-02"),
        ("2.3.2016", "2016-03-02"),
        ("2 March 2016", "2016-03-02"),
        ("2nd mar 2016", "2016-03-02"),
        ("02-Mar-2016", "2016-03-02"),
        ("", ""),
        ("31/02/2016", "31/02/2016"),
        ("2 Merch 2016", "2 Merch 2016"),
        ("yesterday", "yesterday"),
    ],
)
def test_that_a_day_is_read_as_people_here_write_it_and_what_is_none_stays(
    words: str, day: str
) -> None:
    assert read_day(words) == day


def test_that_a_day_is_told_in_words_and_what_is_none_as_it_is() -> None:
    assert day_in_words("2016-03-02") == "2 March 2016"
    assert day_in_words("yesterday") == "yesterday"


def test_that_somebody_is_a_year_older_from_their_birthday_on() -> None:
    assert age_on("2016-03-02", date(2026, 3, 1)) == 9
    assert age_on("2016-03-02", date(2026, 3, 2)) == 10
    assert age_on("", date(2026, 3, 2)) is None
