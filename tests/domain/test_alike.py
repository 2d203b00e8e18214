from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dsl_desk.domain.alike import (
    BITS_APART,
    ENOUGH,
    ENOUGH_BESIDE,
    MOST_SPOTS,
    SPOTS,
    STEP,
    Asked,
    Likeness,
    Spot,
    agreeing,
    as_text,
    pairs_of,
    spots_in,
)
from tests.bench.drawn_pictures import chance_of

WHOLE, NEAR, FAR = "0" * 16, "0" * 14 + "ff", "f" * 16


def some_spots(seed: int, count: int = 60) -> tuple[Spot, ...]:
    chance = chance_of(seed)
    return tuple(
        Spot(chance.getrandbits(64), chance.randrange(4096), chance.randrange(4096), number % 10)
        for number in range(count)
    )


def changed(spots: tuple[Spot, ...], seed: int, levels: int = 0, bits: int = 4) -> tuple[Spot, ...]:
    """Return them as they are in a picture that was scaled, moved and recompressed."""
    chance = chance_of(seed)
    scale = STEP**-levels
    found = []
    for one in spots:
        if 0 <= one.level + levels < 10:
            flipped = one.bits
            for _ in range(bits):
                flipped ^= 1 << chance.randrange(64)
            x, y = round(one.x * scale) + 100, round(one.y * scale) + 40
            found.append(Spot(flipped, min(x, 4095), min(y, 4095), one.level + levels))
    return tuple(found)


def slowly_same(one: Likeness, two: Likeness) -> bool:
    """Tell the same the obvious way: every spot beside every other, every pair tried."""
    apart = (int(one.whole, 16) ^ int(two.whole, 16)).bit_count() if one.whole and two.whole else 65
    if min(len(one.spots), len(two.spots)) < 12:
        return apart <= 4
    pairs = [
        (mine, other)
        for mine in one.spots
        for other in two.spots
        if sum(mine.bits >> bit & 1 != other.bits >> bit & 1 for bit in range(64)) <= 10
    ]
    most = 0
    for first, second in pairs:
        levels = second.level - first.level
        scale = STEP**-levels
        agree = set()
        for mine, other in pairs:
            x = second.x + (mine.x - first.x) * scale
            y = second.y + (mine.y - first.y) * scale
            near = 120 * max(1, scale)
            level = abs(other.level - mine.level - levels) <= 1
            if level and abs(x - other.x) < near and abs(y - other.y) < near:
                agree.add((mine.x, mine.y))
        most = max(most, len(agree))
    return most >= (6 if apart <= 10 else 12)


def test_that_spots_come_back_from_their_text() -> None:
    spots = some_spots(1, MOST_SPOTS)
    assert spots_in(as_text(spots)) == spots
    assert SPOTS.fullmatch(as_text(spots))
    assert SPOTS.fullmatch("")
    assert not SPOTS.fullmatch(as_text(some_spots(1, MOST_SPOTS + 1)))
    assert not SPOTS.fullmatch("z" * 23)


@settings(max_examples=60, deadline=None)
@given(
    st.tuples(st.integers(0, 3), st.integers(0, 3)),
    st.integers(-4, 4),
    st.integers(0, 12),
    st.integers(0, 60),
    st.sampled_from([WHOLE, NEAR, FAR, ""]),
)
def test_that_quick_and_slow_agree(
    seeds: tuple[int, int], levels: int, bits: int, kept: int, whole: str
) -> None:
    first = Likeness(WHOLE, some_spots(seeds[0]))
    strange = some_spots(seeds[1] + 100, 60 - kept)
    second = Likeness(whole, changed(some_spots(seeds[1]), 7, levels, bits)[:kept] + strange)
    found, slow = Asked(first).is_same(second), slowly_same(first, second)
    assert not (found and not slow)
    # What the quick look passes over has few bits alike in each of its spots.
    if slow and bits <= 6:
        assert found


def test_that_a_stranger_is_not_the_same_however_many_spots_it_has() -> None:
    for seed in range(20):
        stranger = Likeness(FAR, some_spots(seed + 200, MOST_SPOTS))
        assert not Asked(Likeness(WHOLE, some_spots(seed, MOST_SPOTS))).is_same(stranger)


def test_that_a_part_of_a_picture_is_the_same_and_a_few_spots_are_not() -> None:
    whole = Likeness(WHOLE, some_spots(3, MOST_SPOTS))
    cut = changed(whole.spots, 1, -2)
    assert Asked(whole).is_same(Likeness(FAR, cut[:ENOUGH] + some_spots(9, 40)))
    assert not Asked(whole).is_same(Likeness(FAR, cut[: ENOUGH - 4] + some_spots(9, 40)))
    assert Asked(whole).is_same(Likeness(NEAR, cut[:ENOUGH_BESIDE] + some_spots(9, 40)))


def test_that_a_flat_picture_is_known_by_its_whole_alone_and_only_where_that_is_near() -> None:
    flat = Likeness(WHOLE)
    assert Asked(flat).is_same(Likeness("0" * 15 + "f"))
    assert not Asked(flat).is_same(Likeness(NEAR))
    assert not Asked(flat).is_same(Likeness(""))


def test_that_pairs_have_few_bits_apart_and_nothing_agrees_where_there_are_none() -> None:
    one, two = Spot(0, 5, 5, 0), Spot((1 << BITS_APART) - 1, 5, 5, 0)
    assert pairs_of((one,), (two, Spot((1 << BITS_APART + 1) - 1, 5, 5, 0))) == [(one, two)]
    assert agreeing([]) == 0
    assert agreeing([(one, two)]) == 1
