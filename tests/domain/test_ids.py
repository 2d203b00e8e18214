from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dsl_desk.domain.ids import fresh_id

if TYPE_CHECKING:
    from tests.fakes.clock import FakeClock


def test_that_an_id_is_a_uuid_of_version_7_that_says_when_it_was_made() -> None:
    made = uuid.UUID(fresh_id(datetime(2026, 11, 19, 12, 14, tzinfo=UTC)))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == 1_795_090_440_000


def test_that_ids_made_in_one_moment_differ(clock: FakeClock) -> None:
    assert len({fresh_id(clock.now()) for _ in range(1000)}) == 1000


def test_that_later_ids_sort_after_earlier_ones(clock: FakeClock) -> None:
    earlier = fresh_id(clock.now())
    clock.advance(milliseconds=1)
    assert earlier < fresh_id(clock.now())
