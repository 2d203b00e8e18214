"""How something grows with the number of entries: the exponent of its power law."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAST = 1e-6


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
