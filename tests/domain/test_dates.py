from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from dsl_desk.domain.dates import at, in_full, in_heading, in_row


def test_that_days_and_times_are_written_as_the_pictures_write_them() -> None:
    moment = datetime(2026, 11, 19, 8, 5, tzinfo=UTC)
    assert in_heading(moment) == "Thursday 19 November 2026"
    assert in_row(moment) == "Thu 19 Nov, 08:05"
    assert in_full(moment) == "Thu 19 Nov 2026, 08:05"
    assert at(moment) == "08:05"


def test_that_every_day_of_a_year_says_what_the_calendar_says() -> None:
    for number in range(366):
        day = date(2028, 1, 1) + timedelta(days=number)
        assert in_heading(day) == day.strftime("%A X%d %B %Y").replace("X0", "").replace("X", "")
