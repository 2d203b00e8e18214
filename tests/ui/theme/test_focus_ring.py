from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import delete

from dsl_desk.ui.theme.focus_ring import FocusRing, RingFrame
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from pytestqt.qtbot import QtBot


def a_window(qtbot: QtBot, *controls: QWidget) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(20, 20, 20, 20)
    for control in controls:
        column.addWidget(control)
    window.resize(300, 200)
    with qtbot.waitActive(window):
        window.show()
    return window


def the_ring(qapp: QApplication) -> RingFrame | None:
    ring = qapp.findChild(FocusRing)
    assert isinstance(ring, FocusRing)
    return ring.frame()


def colours_outside(window: QWidget, control: QWidget) -> set[int]:
    """The colours painted just outside the left edge of a control."""
    picture = window.grab().toImage()
    row = control.geometry().center().y()
    left = control.geometry().left()
    return {picture.pixelColor(x, row).rgb() for x in range(left - 5, left + 2)}


@pytest.mark.parametrize("kind", [QPushButton, QLineEdit])
def test_that_whatever_has_the_focus_is_ringed_outside_its_edge(
    qtbot: QtBot, kind: type[QPushButton | QLineEdit]
) -> None:
    control, other = kind(), QPushButton("Other")
    window = a_window(qtbot, control, other)
    qtbot.addWidget(window)
    blue = theme().colour(Meaning.FOCUS).rgb()
    other.setFocus()
    assert blue not in colours_outside(window, control)
    control.setFocus()
    assert blue in colours_outside(window, control)
    assert blue not in colours_outside(window, other)


def test_that_the_ring_is_mint_on_the_rail(qtbot: QtBot) -> None:
    control = QPushButton("Today")
    window = a_window(qtbot, control)
    qtbot.addWidget(window)
    window.setProperty("on_rail", True)  # a property's value
    control.setFocus()
    mint: QColor = theme().colour(Meaning.MINT)
    assert mint.rgb() in colours_outside(window, control)


def test_that_the_ring_moves_with_its_control(qtbot: QtBot, qapp: QApplication) -> None:
    control = QPushButton("Continue")
    window = a_window(qtbot, control)
    qtbot.addWidget(window)
    control.setFocus()
    window.resize(500, 400)
    qtbot.waitUntil(lambda: control.width() > 400)
    ring = the_ring(qapp)
    assert ring is not None
    qtbot.waitUntil(lambda: ring.geometry().contains(control.geometry()))


def test_that_a_control_that_wants_no_ring_has_none(qtbot: QtBot, qapp: QApplication) -> None:
    title = QPushButton("Page title")
    title.setProperty("ring", "none")
    window = a_window(qtbot, title)
    qtbot.addWidget(window)
    title.setFocus()
    ring = the_ring(qapp)
    assert ring is None or not ring.isVisible()


def test_that_in_a_scrolled_page_the_ring_is_clipped_by_the_page(
    qtbot: QtBot, qapp: QApplication
) -> None:
    control = QPushButton("Continue")
    area = QScrollArea()
    area.setWidget(control)
    window = a_window(qtbot, area)
    qtbot.addWidget(window)
    control.setFocus()
    ring = the_ring(qapp)
    assert ring is not None
    assert ring.parentWidget() is area.viewport()


def test_that_a_window_closed_under_the_ring_harms_nobody(qtbot: QtBot, qapp: QApplication) -> None:
    for _ in range(20):
        control = QLineEdit("in focus")
        window = a_window(qtbot, control)
        control.setFocus()
        delete(window)
    after = QPushButton("After")
    window = a_window(qtbot, after)
    qtbot.addWidget(window)
    after.setFocus()
    assert the_ring(qapp) is not None
    assert theme().colour(Meaning.FOCUS).rgb() in colours_outside(window, after)


def test_that_a_tight_container_does_not_clip_the_ring(qtbot: QtBot, qapp: QApplication) -> None:
    control = QPushButton("Continue")
    tight = QWidget()
    row = QVBoxLayout(tight)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(control)
    window = a_window(qtbot, tight)
    qtbot.addWidget(window)
    control.setFocus()
    ring = the_ring(qapp)
    assert ring is not None
    assert ring.parentWidget() is window
    assert theme().colour(Meaning.FOCUS).rgb() in colours_outside(window, tight)
