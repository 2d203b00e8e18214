from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from dsl_desk.ui.kit.empty import EmptyState
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_that_it_says_what_is_not_here_and_how_it_starts(qtbot: QtBot) -> None:
    empty = EmptyState(Icon.IMAGE, "No evidence yet", "Decide to look first.", "Start a decision")
    qtbot.addWidget(empty)
    assert empty.accessibleName() == "No evidence yet. Decide to look first."
    button = empty.findChild(QPushButton, "emptyStart")
    assert isinstance(button, QPushButton)
    with qtbot.waitSignal(empty.start_wanted):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_that_nothing_to_start_means_no_button(qtbot: QtBot) -> None:
    empty = EmptyState(Icon.SUN, "Nothing needs you today.", "New duties show here.")
    qtbot.addWidget(empty)
    assert empty.findChild(QPushButton) is None


def test_that_its_edge_is_dashed(qtbot: QtBot) -> None:
    empty = EmptyState(Icon.IMAGE, "No evidence yet", "Decide to look first.")
    qtbot.addWidget(empty)
    empty.resize(300, 200)
    picture = empty.grab().toImage()
    along_the_top = {picture.pixelColor(x, 0).name() for x in range(60, 240)}
    assert len(along_the_top) > 1
