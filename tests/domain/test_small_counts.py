"""Small counts hidden: held against a slow reference that tries everything a reader could think."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dsl_desk.domain.small_counts import FEWEST, HIDDEN, Shown, shown, together

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS = st.lists(st.integers(0, 9), min_size=1, max_size=4)
NAMED = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.integers(0, 30)), unique_by=lambda b: b[0]
)


def thinkable(printed: Shown) -> Iterator[tuple[int, ...]]:
    """Every column that would have been printed just like this, found by trying all of them.

    A reader knows the rule: whatever would be printed otherwise, they can rule out.
    """
    hidden = [place for place, one in enumerate(printed.counts) if one is None]
    most = 2 * FEWEST if printed.total is None else printed.total
    seen = sum(one for one in printed.counts if one is not None)
    for guess in product(range(most + 1), repeat=len(hidden)):
        if printed.total is None or seen + sum(guess) == printed.total:
            column = [one if one is not None else 0 for one in printed.counts]
            for place, one in zip(hidden, guess, strict=True):
                column[place] = one
            if shown(column) == printed:
                yield tuple(column)


@settings(deadline=None, max_examples=80)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=3))
@example([5, 4, 4])
@example([5, 5, 3])
def test_that_no_hidden_count_can_be_computed_from_what_is_printed(counts: list[int]) -> None:
    printed = shown(counts)
    possible = list(thinkable(printed))
    assert tuple(counts) in possible
    for place, one in enumerate(printed.counts):
        if one is None:
            assert len({column[place] for column in possible}) > 1


@given(COLUMNS)
def test_that_no_count_under_five_is_printed_and_what_is_printed_is_true(counts: list[int]) -> None:
    printed = shown(counts)
    for one, count in zip(printed.counts, counts, strict=True):
        assert one is None or (one == count and one >= FEWEST)
    assert printed.total in (None, sum(counts))


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((7, 3, 9), (HIDDEN, HIDDEN, "9")),  # the total would give the three away
        ((7, 3, 7, 9), (HIDDEN, HIDDEN, HIDDEN, "9")),
        ((9, 4, 4), (HIDDEN, HIDDEN, HIDDEN)),  # two that make eight are both four
        ((7, 3, 1), ("7", HIDDEN, HIDDEN)),
        ((7, 0, 0), (HIDDEN, HIDDEN, HIDDEN)),  # all hidden ones would be nothing
        ((7, 9), ("7", "9")),
        ((3,), (HIDDEN,)),
        ((1200,), ("1,200",)),
    ],
)
def test_that_what_gives_another_away_is_hidden_with_it(
    counts: tuple[int, ...], words: tuple[str, ...]
) -> None:
    assert shown(counts).words() == words


def test_that_a_total_under_five_is_not_printed() -> None:
    assert shown((2, 1)).total is None
    assert shown((4, 3)).total == 7
    assert shown((4, 4)).total is None  # two that make eight are both four


@given(NAMED)
def test_that_nobody_is_named_who_is_too_few_and_nothing_is_lost(
    bars: list[tuple[str, int]],
) -> None:
    printed = together(bars, "others")
    assert all(count >= FEWEST for _name, count in printed)
    assert not {name for name, count in bars if count < FEWEST} & {name for name, _ in printed}
    if printed:
        assert sum(count for _name, count in printed) == sum(count for _name, count in bars)
    else:
        assert sum(count for _name, count in bars) < FEWEST


@given(NAMED)
def test_that_what_goes_together_is_never_one_that_is_too_few(bars: list[tuple[str, int]]) -> None:
    printed = dict(together(bars, "others"))
    unnamed = [count for name, count in bars if name not in printed and count]
    if "others" in printed:
        assert len(unnamed) > 1


def test_that_the_smallest_goes_with_those_that_are_too_few() -> None:
    bars = [("a", 20), ("b", 6), ("c", 3)]
    assert together(bars, "others") == (("a", 20), ("others", 9))
    assert together([("c", 3)], "others") == ()
