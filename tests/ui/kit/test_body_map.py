from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt

from dsl_desk.domain.body_map import REGIONS
from dsl_desk.domain.concern_choices import BodyPlace
from dsl_desk.ui.kit.body_map import BodyMap
from dsl_desk.ui.theme.look import Look, Scheme
from dsl_desk.ui.theme.theme import dress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture
def body(qtbot: QtBot, qapp: QApplication) -> BodyMap:
    dress(qapp, RESOURCES, Look(Scheme.LIGHT))
    made = BodyMap()
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    return made


def test_that_a_click_on_a_place_chooses_it_and_one_beside_the_body_nothing(
    body: BodyMap, qtbot: QtBot
) -> None:
    chosen: list[BodyPlace] = []
    body.chosen.connect(chosen.append)
    for region in REGIONS:
        box = body.box_of(region)
        brow = QPointF(box.center().x(), box.top() + 5)
        where = brow if region.place is BodyPlace.HEAD_FRONT else box.center()
        qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=where.toPoint())
        assert chosen.pop() is region.place
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=body.rect().topLeft())
    assert chosen == []


def test_that_every_place_is_reached_by_arrows_and_chosen_by_enter(
    body: BodyMap, qtbot: QtBot
) -> None:
    chosen: list[BodyPlace] = []
    body.chosen.connect(chosen.append)
    reached, to_try = {body.at}, [body.at]
    while to_try:
        start = to_try.pop()
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            body.at = start
            qtbot.keyClick(body, key)
            if body.at not in reached:
                reached.add(body.at)
                to_try.append(body.at)
    assert reached == set(REGIONS)
    qtbot.keyClick(body, Qt.Key.Key_Return)
    assert chosen == [body.at.place]


def test_that_a_reader_hears_the_place_and_whether_something_is_written(body: BodyMap) -> None:
    assert body.accessibleDescription() == "Head, front, front"
    body.mark({BodyPlace.HEAD_FRONT})
    assert body.accessibleDescription() == "Head, front, front, something is written"
