"""The ledger by its clocks: all strands as one, in slices, and no more of it read than is asked."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from dsl_desk.storage import ledger

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.storage.part import Part
    from tests.storage.training import TrainingPart

LATEST = 2**63 - 1


def steps_of(part: Part, work: Callable[[], object]) -> int:
    """Return how many times ten steps SQLite's machine took for something."""
    taken = []
    part.database._connection.set_progress_handler(lambda: taken.append(1), 10)
    work()
    part.database._connection.set_progress_handler(None, 0)
    return len(taken)


@pytest.mark.parametrize("slice_of", [1, 2, 3, 200])
def test_that_lines_of_one_clock_come_together_and_none_is_lost(
    training: TrainingPart, monkeypatch: pytest.MonkeyPatch, slice_of: int
) -> None:
    monkeypatch.setattr(ledger, "_SLICE", slice_of)
    with closing(training.make()) as part:
        for _ in range(9):
            training.record(part)
    clocks = [7, 0, 7, 7, 3, 5, 5, 9, 0, 12]
    with closing(training.burgle()) as burglar:
        for place, clock in enumerate(clocks, start=1):
            burglar.execute("UPDATE ledger SET hlc = ? WHERE place = ?", (clock, place))
    with closing(training.open()) as part:
        for first, past in ((0, LATEST), (1, 9), (5, 6), (8, 9), (13, 99)):
            lines = list(part.ledger.lines_timed(first, past))
            every = [line for line in part.ledger.lines_between(1, 99) if first <= line.hlc < past]
            assert lines == sorted(every, key=lambda line: (line.hlc, line.id))


@pytest.mark.parametrize(
    "asked",
    [
        lambda part: part.ledger.tail(1),
        lambda part: part.ledger.tail(5, 10),
        lambda part: next(part.ledger.entries()),
        lambda part: part.ledger.heads(),
        lambda part: part.ledger.latest(),
        lambda part: part.ledger.earliest(),
        lambda part: part.ledger.end(),
    ],
    ids=["newest", "newer", "first", "heads", "latest", "earliest", "end"],
)
def test_that_the_ends_of_a_ledger_cost_the_same_however_long_it_is(
    training: TrainingPart, asked: Callable[[Part], object]
) -> None:
    with closing(training.make()) as part:
        for _ in range(ledger._SLICE + 20):
            training.record(part)
        few = steps_of(part, lambda: asked(part))
        for _ in range(2 * ledger._SLICE):
            training.record(part)
        assert steps_of(part, lambda: asked(part)) <= few + 2
