"""An injury in words: a place on the map gets its line, by mouse or keys, and stands on paper."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dsl_desk.domain.body_map import REGIONS
from dsl_desk.domain.concern_choices import BodyPlace
from dsl_desk.domain.concern_parts import Injury

if TYPE_CHECKING:
    from tests.stories.afternoon import Afternoon


def test_that_a_place_on_the_map_gets_its_line_and_the_same_place_its_own_again(
    afternoon: Afternoon,
) -> None:
    afternoon.unlock()
    page = afternoon.fill_in()
    injuries = page.form.more.injuries
    assert injuries.map.isHidden()
    injuries.more.setFocus()
    afternoon.press(Qt.Key.Key_Space)
    assert injuries.map.isVisible()
    arm = next(one for one in REGIONS if one.place is BodyPlace.UPPER_ARM_LEFT)
    where = injuries.map.box_of(arm).center().toPoint()
    afternoon.qtbot.mouseClick(injuries.map, Qt.MouseButton.LeftButton, pos=where)
    assert len(injuries.rows) == 1
    assert afternoon.focus() is injuries.rows[0].words
    afternoon.type("three round bruises")
    injuries.map.setFocus()
    afternoon.press(Qt.Key.Key_Down)
    afternoon.press(Qt.Key.Key_Return)
    assert len(injuries.rows) == 2
    afternoon.type("a graze")
    afternoon.qtbot.mouseClick(injuries.map, Qt.MouseButton.LeftButton, pos=where)
    assert afternoon.focus() is injuries.rows[0].words
    assert injuries.map.marked == {BodyPlace.UPPER_ARM_LEFT, BodyPlace.LOWER_ARM_LEFT}
    afternoon.finish()
    afternoon.lock()
    with closing(afternoon._open()) as desk:
        concern = desk.concerns.open(desk.concerns.page(0, 1).rows[0].id)
    assert concern.draft.injuries == (
        Injury(BodyPlace.UPPER_ARM_LEFT, "three round bruises"),
        Injury(BodyPlace.LOWER_ARM_LEFT, "a graze"),
    )
