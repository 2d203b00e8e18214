from __future__ import annotations

from datetime import UTC, datetime

from dsl_desk.system.clock import SystemClock


def test_that_the_wall_clock_knows_its_offset() -> None:
    before = datetime.now(UTC)
    now = SystemClock().now()
    assert now.utcoffset() is not None
    assert before <= now <= datetime.now(UTC)


def test_that_monotonic_seconds_never_run_backwards() -> None:
    clock = SystemClock()
    seconds = [clock.monotonic() for _ in range(100)]
    assert seconds == sorted(seconds)
