"""Days and times as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from dsl_desk.domain.typed_times import day_of, time_of

THURSDAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", "2026-11-19"),
        ("Yesterday", "2026-11-18"),
        ("mon", "2026-11-16"),
        ("thursday", "2026-11-19"),
        ("fri", "2026-11-13"),
        ("16/11", "2026-11-16"),
        ("16.11.26", "2026-11-16"),
        ("16 nov 2025", "2025-11-16"),
        ("16 November", "2026-11-16"),
        ("Mon 16/11/2026", "2026-11-16"),
        ("2026-11-16", "2026-11-16"),
        ("25/12", "2025-12-25"),
        ("16", "2026-11-16"),
        ("20", "2026-10-20"),
    ],
)
def test_that_a_day_is_read_as_people_type_it(typed: str, day: str) -> None:
    assert day_of(typed, THURSDAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "typed", ["", "soon", "31/2", "x/11", "16/xyz", "1/2/3/4", "16/11/y", "31", "29/2"]
)
def test_that_what_is_no_day_is_none(typed: str) -> None:
    today = date(2026, 3, 1) if typed in ("31", "29/2") else THURSDAY
    assert day_of(typed, today) is None


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("", ""),
        ("19:40", "19:40"),
        ("1940", "19:40"),
        ("8.45", "08:45"),
        ("8", "08:00"),
        ("8pm", "20:00"),
        ("12 am", "00:00"),
        ("12:30pm", "12:30"),
        ("845", "08:45"),
        ("24:00", None),
        ("8:60", None),
        ("noon", None),
    ],
)
def test_that_a_time_is_read_as_people_type_it(typed: str, time: str | None) -> None:
    assert time_of(typed) == time
