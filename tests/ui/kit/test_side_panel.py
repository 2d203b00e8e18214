from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from dsl_desk.ui.kit.folded_panel import FoldedPanel
from dsl_desk.ui.kit.side_panel import SidePanel, WithSidePanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def beside(qtbot: QtBot, width: int) -> WithSidePanel:
    folded = FoldedPanel()
    folded.say("Your policy asks 2 things now.", "Next: tell the Online Safety Coordinator")
    panel = SidePanel("What your policy asks now", "", QLabel("Duties"))
    page = WithSidePanel(QLabel("Work"), panel, folded)
    qtbot.addWidget(page)
    page.resize(width, 600)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


@pytest.mark.parametrize(("width", "folds"), [(1366, False), (1140, False), (1139, True)])
def test_that_the_panel_folds_below_1140(qtbot: QtBot, width: int, folds: bool) -> None:  # noqa: FBT001 - pytest hands parameters over by place
    page = beside(qtbot, width)
    assert page.is_folded is folds
    assert page.panel.isVisible() is not folds
    assert page.folded.isVisible() is folds


def test_that_the_panel_grows_on_a_wide_screen(qtbot: QtBot) -> None:
    for width, panel in ((1366, 318), (1920, 440)):
        page = beside(qtbot, width)
        assert page.panel.width() == panel


def test_that_show_all_opens_the_panel_as_a_drawer_and_takes_the_focus(qtbot: QtBot) -> None:
    page = beside(qtbot, 1024)
    QTest.mouseClick(page.folded.button, Qt.MouseButton.LeftButton)
    assert page.panel.isVisible()
    assert page.panel.title.hasFocus()
    assert page.panel.geometry().right() == page.rect().right()
    assert page.panel.width() == 402


@pytest.mark.parametrize("key", [True, False])
def test_that_a_closed_drawer_gives_the_focus_back(qtbot: QtBot, key: bool) -> None:  # noqa: FBT001 - as above
    page = beside(qtbot, 1024)
    page.take_focus()
    if key:
        QTest.keyClick(page.panel.title, Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(page.panel.close_button, Qt.MouseButton.LeftButton)
    assert not page.panel.isVisible()
    assert page.folded.button.hasFocus()


def test_that_escape_leaves_a_panel_that_stands_beside_the_work(qtbot: QtBot) -> None:
    page = beside(qtbot, 1366)
    page.take_focus()
    QTest.keyClick(page.panel.title, Qt.Key.Key_Escape)
    assert page.panel.isVisible()


def test_that_the_panel_unfolds_when_the_window_grows(qtbot: QtBot) -> None:
    page = beside(qtbot, 1024)
    page.resize(1366, 600)
    assert not page.is_folded
    assert page.panel.isVisible()
    assert not page.panel.close_button.isVisible()


def test_that_the_line_says_what_the_panel_holds(qtbot: QtBot) -> None:
    page = beside(qtbot, 1024)
    said = "Your policy asks 2 things now. Next: tell the Online Safety Coordinator"
    assert page.folded.accessibleName() == said
