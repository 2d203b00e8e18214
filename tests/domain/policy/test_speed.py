"""Asking while somebody types: the figure that `bench_policy` prints, held at a distance."""

from __future__ import annotations

from dsl_desk.domain.policy.facts import Facts
from dsl_desk.domain.policy.matching import asks
from tests.bench.bench_policy import ASKED, COUNT, floor, many_duties, median_ms

MOST = 400  # 74 when it was measured; 5 ms is about 430 on that machine


def test_that_asking_500_duties_stays_near_the_floor_of_500_look_ups() -> None:
    profiles, facts = many_duties(COUNT), Facts.of(ASKED)
    assert sum(len(profile.duties) for profile in profiles) == COUNT
    assert len(asks(profiles, facts)) > 50
    assert median_ms(lambda: asks(profiles, facts)) < MOST * median_ms(floor())
