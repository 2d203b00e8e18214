"""How something grows with the number of entries: the exponent of its power law."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAST: Final = 1e-6
_TELLABLE: Final = 0.02  # milliseconds of a processor


def exponent(sizes: Sequence[int], times: Sequence[float]) -> float | None:
    """Return the slope of the straight line through the logarithms; of one size there is none.

    0 is: takes as long however many there are; 1: ten times as many take ten times as long.
    """
    if len(set(sizes)) < 2:  # noqa: PLR2004 - a line needs two points
        return None
    xs = [math.log(size) for size in sizes]
    ys = [math.log(max(_LEAST, time)) for time in times]
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    slope = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True))
    return slope / sum((x - middle_x) ** 2 for x in xs)


def growth_of(runs: Sequence[dict[str, Any]]) -> dict[str, float | None]:
    """Return the exponent of each measure, through all sizes of which it was taken."""
    points: dict[str, list[tuple[int, float]]] = {}
    for run in runs:
        for one in run["measures"]:
            points.setdefault(one["name"], []).append((run["entries"], told_of(one["ours"])))
    return {
        name: exponent([size for size, _ in some], [time for _, time in some])
        for name, some in points.items()
    }


def told_of(times: dict[str, float]) -> float:
    """Return the milliseconds that are told: of the processor, or of the clock for a moment.

    The clock tells what others do on the machine, too; the processor's time is this process's own.
    """
    own = times.get("processor", 0.0)
    return own if own >= _TELLABLE else times["wall"]
