"""How the benchmark tells growth, and what stands beside what."""

from __future__ import annotations

import pytest

from dsl_desk.app.bench.beside import Measure, Times, beside
from dsl_desk.app.bench.growth import exponent


@pytest.mark.parametrize(
    ("times", "slope"),
    [((5.0, 5.0, 5.0), 0.0), ((1.0, 10.0, 100.0), 1.0), ((1.0, 100.0, 1e4), 2.0)],
)
def test_that_the_exponent_is_the_slope_of_the_logarithms(
    times: tuple[float, ...], slope: float
) -> None:
    assert exponent((1_000, 10_000, 100_000), times) == pytest.approx(slope)


def test_that_one_size_has_no_exponent() -> None:
    assert exponent((1_000,), (3.0,)) is None


def test_that_both_take_turns_and_the_ratio_is_by_the_processor_where_that_can_be_told() -> None:
    turns: list[str] = []
    beside("a list", "bare", lambda: turns.append("ours"), lambda: turns.append("floor"), 3)
    assert turns == ["ours", "floor"] * 3
    assert Measure("", "", Times(9.0, 4.0), Times(3.0, 2.0)).ratio == pytest.approx(2.0)
    assert Measure("", "", Times(9.0, 4.0), Times(3.0, 0.0)).ratio == pytest.approx(3.0)
