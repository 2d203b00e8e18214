from __future__ import annotations

from datetime import date

import pytest

from dsl_desk.domain.lateness import days_late, late_in_words

WRITTEN = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("told_at", "late"),
    [
        ("2026-11-19T08:00", 0),
        ("2026-11-19", 0),
        ("2026-11-18T23:59", 1),
        ("2026-11-16", 3),
        ("2025-11-19T10:00", 365),
        ("2026-11-20", 0),
        ("", 0),
        ("half a day", 0),
    ],
)
def test_that_a_late_entry_is_late_by_the_days_since_we_were_told(told_at: str, late: int) -> None:
    assert days_late(told_at, WRITTEN) == late


def test_that_it_is_said_by_how_much() -> None:
    assert late_in_words("2026-11-18T10:00", WRITTEN) == (
        "Late entry: written 1 day after we were told"
    )
    assert late_in_words("2025-11-16", WRITTEN).endswith("368 days after we were told")
    assert late_in_words("2026-11-19", WRITTEN) == ""
