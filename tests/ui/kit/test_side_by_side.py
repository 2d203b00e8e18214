from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.look import Look, Scheme, TextSize
from dsl_desk.ui.theme.theme import dress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.mark.parametrize("text", TextSize)
def test_that_fields_stand_one_under_the_other_where_a_row_would_be_cut(
    qtbot: QtBot, qapp: QApplication, text: TextSize
) -> None:
    dress(qapp, RESOURCES, Look(Scheme.LIGHT, text))
    name, role = Field("What is your name?", Line()), Field("What are you here?", Line())
    row = SideBySide(name, role)
    qtbot.addWidget(row)
    row.resize(960, 200)
    row.show()
    assert name.y() == role.y()
    assert role.x() > name.geometry().right()
    row.resize(row.minimumSizeHint().width(), 300)
    qtbot.waitUntil(lambda: role.y() > name.geometry().bottom())
    assert role.geometry().right() < row.width()
