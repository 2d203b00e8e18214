from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from dsl_desk.ui.kit.brushwork import SHADOW
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.sheets import Sheets
from dsl_desk.ui.kit.toast import STAYS_MS, Toast

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(Line())
    made.resize(800, 500)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def toast(page: QWidget) -> Toast:
    made = Toast(page, "Concern recorded as C-2026-042", "Open it")
    made.rise()
    return made


def hover(toast: Toast) -> None:
    spot = QPointF(20, 20)
    QApplication.sendEvent(toast, QEnterEvent(spot, spot, spot))


def test_that_a_toast_counts_eight_seconds(toast: Toast) -> None:
    assert STAYS_MS == 8000
    assert toast._clock.interval() == STAYS_MS
    assert not toast.is_waiting()


def test_that_a_toast_waits_under_the_mouse_and_then_takes_only_what_was_left(
    toast: Toast,
) -> None:
    toast._clock.start(3000)
    hover(toast)
    assert toast.is_waiting()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert not toast.is_waiting()
    assert toast._clock.interval() < 4000  # Qt rounds a coarse timer a little


def test_that_a_toast_waits_while_its_action_has_the_focus(toast: Toast) -> None:
    assert toast.link is not None
    toast.link.setFocus()
    assert toast.is_waiting()
    toast.link.clearFocus()
    assert not toast.is_waiting()


def test_that_leaving_with_the_mouse_does_not_end_the_waiting_for_the_focus(toast: Toast) -> None:
    assert toast.link is not None
    toast.link.setFocus()
    hover(toast)
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast.is_waiting()


def test_that_its_action_is_done_once_and_the_toast_goes(qtbot: QtBot, toast: Toast) -> None:
    assert toast.link is not None
    with qtbot.waitSignals([toast.acted, toast.gone]):
        QTest.keyClick(toast.link, Qt.Key.Key_Return)
    assert toast.isHidden()


def test_that_it_goes_by_itself_when_its_time_is_over(qtbot: QtBot, toast: Toast) -> None:
    with qtbot.waitSignal(toast.gone):
        toast._clock.start(1)


def test_that_it_takes_no_focus_from_the_page(page: QWidget) -> None:
    line = page.findChild(Line)
    assert isinstance(line, Line)
    line.setFocus()
    Toast(page, "Draft saved").rise()
    assert line.hasFocus()


@pytest.mark.parametrize("size", [(1000, 700), (700, 380)])
def test_that_it_stays_at_the_bottom_left_of_a_page_that_is_resized(
    page: QWidget, toast: Toast, size: tuple[int, int]
) -> None:
    page.resize(*size)
    assert toast.geometry().left() < 20
    assert size[1] - 60 < toast.geometry().bottom() <= size[1]


@pytest.mark.parametrize("way", ["bring", "turn_to"])
def test_that_a_toast_stays_in_front_of_the_page_one_goes_to(qtbot: QtBot, way: str) -> None:
    sheets = Sheets()
    qtbot.addWidget(sheets)
    sheets.resize(800, 500)
    sheets.put(QWidget())
    with qtbot.waitExposed(sheets):
        sheets.show()
    toast = Toast(sheets, "Kept as evidence")
    toast.rise()
    other = QWidget()
    sheets.put(other)
    if way == "bring":
        sheets.bring(other)
    else:
        sheets.turn_to(1)
    at = sheets.childAt(toast.geometry().center())
    assert at is not None
    assert at is toast or toast.isAncestorOf(at)
    assert sheets.front() is other


def test_that_what_was_said_before_lies_above_and_comes_down_when_the_newerleaves(
    page: QWidget, toast: Toast
) -> None:
    bottom = toast.geometry().bottom()
    newer = Toast(page, "Draft saved")
    newer.rise()
    assert newer.geometry().bottom() == bottom
    sheet = toast.geometry().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
    assert not sheet.intersects(newer.geometry().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW))
    assert sheet.bottom() < newer.geometry().top() + SHADOW
    newer.leave()
    assert toast.geometry().bottom() == bottom
