"""A training vault says so on every page of the desk, and a real one on none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.member import Role
from dsl_desk.domain.ways_in import FirstWay, Way
from dsl_desk.services.training import found_training
from dsl_desk.services.vaults import SetUp
from dsl_desk.ui.kit.training_bar import TrainingBar
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import (
    CALENDAR,
    CHECKING,
    EVERYTHING,
    JOIN,
    KEEPING,
    MANUAL,
    NEW_CASE,
    NEW_CONCERN,
    NEW_MEMBER,
    WAYS_IN,
    Spot,
)
from tests.builders import SCHOOL

if TYPE_CHECKING:
    from tests.stories.afternoon import Afternoon

FORMS = (NEW_CONCERN, NEW_CASE, NEW_MEMBER, JOIN, EVERYTHING, KEEPING, WAYS_IN, CALENDAR)
SPOTS = (*map(Spot, Place), *FORMS, CHECKING, MANUAL)


@pytest.mark.parametrize("training", [True, False])
def test_that_every_page_says_whether_it_is_of_a_training_vault(
    afternoon: Afternoon,
    training: bool,  # noqa: FBT001 - a row
) -> None:
    if training:
        afternoon.folder = afternoon.folder.with_name("training")
        plan = SetUp(SCHOOL, "Maya Fernsby", Role.DSL, FirstWay("", Way.KIT))
        founded = found_training(afternoon.folder, plan, afternoon.place)
        afternoon.member, afternoon.key = founded.member, founded.key
    window = afternoon.unlock()
    said = {}
    for spot in SPOTS:
        window.go(spot)
        afternoon.at_rest()
        [bar] = window.findChildren(TrainingBar)
        page = window.stack.page
        under = bar.isVisible() and bar.mapToGlobal(bar.rect().bottomLeft()).y() <= (
            page.mapToGlobal(page.rect().topLeft()).y()
        )
        said[spot] = under
    assert set(said.values()) == {training}, said
    afternoon.lock()
