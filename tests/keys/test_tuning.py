from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.way_errors import MemoryShortError
from dsl_desk.keys import tuning
from dsl_desk.keys.stretching import CEILING, FLOOR, Cost, Recipe, stretch
from dsl_desk.keys.tuning import tuned_cost

if TYPE_CHECKING:
    from tests.fakes.clock import FakeClock

GIB = 1024**3


class Machine:
    """Argon2id on a computer that takes so long for a pass over 64 MiB, and has so much room."""

    def __init__(self, clock: FakeClock, seconds: float, room: int = 8 * 1024 * 1024) -> None:
        self.clock, self.seconds, self.room = clock, seconds, room
        self.asked: list[int] = []

    def __call__(self, **recipe: int) -> Machine:
        self.asked.append(recipe["memory_cost"])
        if recipe["memory_cost"] > self.room:
            raise MemoryError
        self.took = self.seconds * recipe["iterations"] * recipe["memory_cost"] / (64 * 1024)
        return self

    def derive(self, _words: bytes) -> None:
        self.clock.advance(seconds=self.took)


@pytest.mark.parametrize(
    ("memory", "seconds", "cost"),
    [
        (24 * GIB, 0.04, Cost(512 * 1024, 3, 2)),  # 0.96 s
        (24 * GIB, 0.02, Cost(512 * 1024, 6, 2)),  # 0.96 s
        (24 * GIB, 0.05, Cost(256 * 1024, 5, 2)),  # 1.0 s: twice the memory would be 1.2 s
        (4 * GIB, 0.03, Cost(256 * 1024, 8, 2)),  # 0.96 s
        (4 * GIB, 0.9, Cost(256 * 1024, 3, 2)),  # a slow one still pays the least
        (GIB, 0.1, Cost(64 * 1024, 10, 2)),
        (24 * GIB, 0.0001, Cost(512 * 1024, 32, 2)),  # never above the ceiling
        (24 * GIB, 0.0, Cost(256 * 1024, 3, 2)),  # a clock that does not move
    ],
)
def test_that_a_guess_is_tuned_to_about_a_second_with_memory_first(
    monkeypatch: pytest.MonkeyPatch, clock: FakeClock, memory: int, seconds: float, cost: Cost
) -> None:
    monkeypatch.setattr(tuning, "Argon2id", Machine(clock, seconds))
    assert tuned_cost(clock, memory) == cost


def test_that_where_the_memory_is_a_guess_takes_at_least_256_mib_and_3_passes(
    monkeypatch: pytest.MonkeyPatch, clock: FakeClock
) -> None:
    for seconds in (0.0, 0.01, 0.1, 1, 10):
        monkeypatch.setattr(tuning, "Argon2id", Machine(clock, seconds))
        for memory in range(2 * GIB, 40 * GIB, GIB):
            cost = tuned_cost(clock, memory)
            assert cost.memory >= 256 * 1024
            assert 3 <= cost.passes <= CEILING.passes


def test_that_memory_that_is_taken_by_others_is_not_asked_for(
    monkeypatch: pytest.MonkeyPatch, clock: FakeClock
) -> None:
    machine = Machine(clock, 0.1, room=100 * 1024)
    monkeypatch.setattr(tuning, "Argon2id", machine)
    assert tuned_cost(clock, 24 * GIB).memory == FLOOR.memory
    assert machine.asked == [256 * 1024, 64 * 1024]


def test_that_a_computer_without_even_the_least_room_is_told_so(
    monkeypatch: pytest.MonkeyPatch, clock: FakeClock
) -> None:
    monkeypatch.setattr(tuning, "Argon2id", Machine(clock, 0.1, room=1))
    with pytest.raises(MemoryShortError):
        tuned_cost(clock, 24 * GIB)


@pytest.mark.gate_story
def test_that_the_real_argon2id_is_measured_and_its_price_accepted(clock: FakeClock) -> None:
    cost = tuned_cost(clock, GIB)
    assert len(stretch("amber kettle river moss", Recipe.fresh(cost))) == 32
