from __future__ import annotations

from itertools import combinations

import pytest

from dsl_desk.domain.body_map import HEIGHT, REGIONS, WIDTH, Region
from dsl_desk.domain.concern_choices import BodyPlace
from dsl_desk.domain.words import label


def test_that_every_place_is_on_the_map() -> None:
    assert {region.place for region in REGIONS} == set(BodyPlace)


ON_THE_HEAD = {BodyPlace.MOUTH, BodyPlace.FACE_LEFT, BodyPlace.FACE_RIGHT}


def test_that_the_face_lies_on_the_head_and_leaves_the_brow_free() -> None:
    on = [region for region in REGIONS if region.place in ON_THE_HEAD]
    (head,) = [region for region in REGIONS if region.place is BodyPlace.HEAD_FRONT]
    assert all(REGIONS.index(one) > REGIONS.index(head) for one in on)
    assert min(one.shape.y for one in on) - head.shape.y > 10
    for one, other in combinations(on, 2):
        assert apart(one, other)


@pytest.mark.parametrize("back", [False, True])
def test_that_no_two_places_of_a_figure_lie_over_each_other_but_the_face_on_the_head(
    *, back: bool
) -> None:
    side = [one for one in REGIONS if one.back is back and one.place not in ON_THE_HEAD]
    assert len(side) > 20
    for one, other in combinations(side, 2):
        assert apart(one, other), (one, other)


def test_that_every_shape_stands_within_its_figure() -> None:
    for region in REGIONS:
        shape = region.shape
        assert 0 <= shape.x < shape.x + shape.width <= WIDTH
        assert 0 <= shape.y < shape.y + shape.height <= HEIGHT
        assert 2 * shape.radius <= min(shape.width, shape.height)


@pytest.mark.parametrize("region", REGIONS, ids=lambda region: f"{region.place.value}")
def test_that_left_is_the_childs_own_left_on_both_figures(region: Region) -> None:
    middle = region.shape.x + region.shape.width / 2
    words = label(region.place).lower()
    if "left" in words:
        assert (middle < WIDTH / 2) is region.back
    elif "right" in words:
        assert (middle > WIDTH / 2) is region.back
    else:
        assert middle == WIDTH / 2


def apart(one: Region, other: Region) -> bool:
    a, b = one.shape, other.shape
    across = a.x + a.width <= b.x or b.x + b.width <= a.x
    down = a.y + a.height <= b.y or b.y + b.height <= a.y
    return across or down
