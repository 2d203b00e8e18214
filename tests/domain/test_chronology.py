from __future__ import annotations

import pytest

from dsl_desk.domain.chronology import in_order

WRITTEN = "2026-11-19T10:00:00+00:00"


@pytest.mark.parametrize(
    ("at", "stands_at"),
    [
        ("2026-07-01T09:00:00+01:00", "2026-07-01T08:00:00+00:00"),
        ("2026-11-16T19:40", "2026-11-16T19:40:00+00:00"),
        ("2026-11-16", "2026-11-16T00:00:00+00:00"),
        ("", WRITTEN),
        ("last winter", WRITTEN),
    ],
)
def test_that_a_line_stands_where_it_happened_and_else_where_it_was_written(
    at: str, stands_at: str
) -> None:
    assert in_order(at, WRITTEN) == stands_at
