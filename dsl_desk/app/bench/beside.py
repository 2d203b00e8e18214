"""Something beside its floor: both take turns in one run, so that the machine falls on both."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    Work = Callable[[], object]

_ROUNDS: Final = 7


@dataclass(frozen=True)
class Times:
    """Milliseconds: by the clock, and of this process's processor alone. The median of a run."""

    wall: float
    processor: float


@dataclass(frozen=True)
class Measure:
    """One line: what is done, what its floor is, and what both took."""

    name: str
    floor_is: str
    ours: Times
    floor: Times

    @property
    def ratio(self) -> float:
        """How many times its floor it took, by the processor where that can be told."""
        if self.floor.processor < _TELLABLE or self.ours.processor < _TELLABLE:
            return self.ours.wall / max(self.floor.wall, _LEAST)
        return self.ours.processor / self.floor.processor


_TELLABLE: Final = 0.02
_LEAST: Final = 0.000_001


def beside(name: str, floor_is: str, ours: Work, floor: Work, rounds: int = _ROUNDS) -> Measure:
    """Let both take turns, and return what each took."""
    pairs = [(_timed(ours), _timed(floor)) for _ in range(rounds)]
    return Measure(
        name, floor_is, _median([one for one, _ in pairs]), _median([two for _, two in pairs])
    )


def _timed(work: Work) -> Times:
    wall, processor = time.perf_counter(), time.process_time()
    work()
    taken = time.perf_counter() - wall, time.process_time() - processor
    return Times(taken[0] * 1000, taken[1] * 1000)


def _median(times: list[Times]) -> Times:
    return Times(
        statistics.median(one.wall for one in times),
        statistics.median(one.processor for one in times),
    )
