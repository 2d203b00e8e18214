from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dsl_desk.ui.shell.places import ONLY_FOR_HOLDERS, Place
from dsl_desk.ui.shell.rail import Rail
from dsl_desk.ui.theme.look import Look, Scheme
from dsl_desk.ui.theme.theme import dress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture
def rail(qapp: QApplication, qtbot: QtBot) -> Rail:
    dress(qapp, RESOURCES, Look(Scheme.LIGHT))
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
