from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.ui.shell.places import ONLY_FOR_HOLDERS, Place
from dsl_desk.ui.shell.rail import Rail
from tests.dressing import in_light

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def rail(qapp: QApplication, qtbot: QtBot) -> Rail:
    in_light(qapp)
    rail = Rail("Fernhollow Primary School")
    qtbot.addWidget(rail)
    return rail


def test_that_nobody_is_offered_what_is_only_for_holders_before_it_is_known(rail: Rail) -> None:
    assert rail.offered() == tuple(place for place in Place if place is not ONLY_FOR_HOLDERS)
    rail.offer(ONLY_FOR_HOLDERS, offered=True)
    assert rail.offered() == tuple(Place)
    rail.offer(ONLY_FOR_HOLDERS, offered=False)
    assert ONLY_FOR_HOLDERS not in rail.offered()


def test_that_every_place_of_the_first_ten_has_a_digit_and_what_came_later_has_none() -> None:
    digits = {place: place.digit for place in Place if place.digit}
    assert list(digits.values()) == [*"1234567890"]
    assert set(Place) - set(digits) == {Place.ADULTS, Place.CASES}
