"""Tab goes as the layouts lie, whatever was made first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dsl_desk.ui.kit.reading_order import TabbedAsRead, tell_in_order

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLayout
    from pytestqt.qtbot import QtBot


class ReadingWindow(TabbedAsRead, QMainWindow):
    pass


def line(name: str, parent: QWidget | None = None) -> QLineEdit:
    made = QLineEdit(parent)
    made.setObjectName(name)
    return made


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[QLayout], ReadingWindow]:
    def show(layout: QLayout) -> ReadingWindow:
        window = ReadingWindow()
        inside = QWidget()
        inside.setLayout(layout)
        window.setCentralWidget(inside)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return show


def round_from(window: QWidget, name: str, key: Qt.Key = Qt.Key.Key_Tab) -> list[str]:
    start = window.findChild(QWidget, name)
    assert isinstance(start, QWidget)
    start.setFocus()
    names: list[str] = []
    while (focus := QApplication.focusWidget()) is not None and focus.objectName() not in names:
        names.append(focus.objectName())
        QTest.keyClick(focus, key)
    return names


def made_backwards() -> QVBoxLayout:
    bar, form = line("bar"), line("form")
    column = QVBoxLayout()
    column.addWidget(form)
    column.addWidget(bar)
    return column


def test_that_what_was_made_last_but_stands_first_is_gone_to_first(
    shown: Callable[[QLayout], ReadingWindow],
) -> None:
    column = QVBoxLayout()
    row = QHBoxLayout()
    last, second, first = line("last"), line("second"), line("first")
    row.addWidget(first)
    row.addWidget(second)
    column.addLayout(row)
    column.addStretch(1)
    column.addWidget(last)
    window = shown(column)
    assert round_from(window, "first") == ["first", "second", "last"]
    assert round_from(window, "last", Qt.Key.Key_Backtab) == ["last", "second", "first"]


def test_that_a_grid_is_read_row_by_row_and_a_panel_beside_two_rows_after_them(
    shown: Callable[[QLayout], ReadingWindow],
) -> None:
    grid = QGridLayout()
    grid.addWidget(line("panel"), 0, 1, 2, 1)
    grid.addWidget(line("work"), 1, 0)
    grid.addWidget(line("folded"), 0, 0)
    window = shown(grid)
    assert round_from(window, "folded") == ["folded", "work", "panel"]


def test_that_only_the_page_that_is_shown_and_what_is_enabled_is_gone_to(
    shown: Callable[[QLayout], ReadingWindow],
) -> None:
    stack, split = QStackedWidget(), QSplitter()
    for name in ("hidden-page", "page"):
        stack.addWidget(line(name))
    stack.setCurrentIndex(1)
    split.addWidget(line("left"))
    split.addWidget(line("right"))
    off = line("off")
    off.setEnabled(False)
    column = QVBoxLayout()
    for widget in (stack, off, split):
        column.addWidget(widget)
    assert round_from(shown(column), "page") == ["page", "left", "right"]


def test_that_tab_goes_on_from_a_control_inside_which_it_stood(
    shown: Callable[[QLayout], ReadingWindow],
) -> None:
    window = shown(made_backwards())
    form = window.findChild(QLineEdit, "form")
    assert isinstance(form, QLineEdit)
    inner = QPushButton(form)
    inner.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    inner.show()
    inner.setFocus()
    QTest.keyClick(inner, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "bar"


def test_that_a_window_with_nothing_to_go_to_keeps_the_focus_where_it_is(
    shown: Callable[[QLayout], ReadingWindow],
) -> None:
    column = QVBoxLayout()
    column.addWidget(line("alone"))
    assert round_from(shown(column), "alone") == ["alone"]


def test_that_what_lies_below_the_edge_is_scrolled_to(
    shown: Callable[[QLayout], ReadingWindow],
) -> None:
    inside = QWidget()
    rows = QVBoxLayout(inside)
    for nth in range(60):
        rows.addWidget(line(f"row-{nth}"))
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    column = QVBoxLayout()
    column.addWidget(line("above"))
    column.addWidget(area)
    window = shown(column)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    before = window.findChild(QLineEdit, "above")
    assert isinstance(before, QLineEdit)
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "row-0"
    assert not focus.visibleRegion().isEmpty()


def told(widget: QWidget) -> list[str]:
    return [one.objectName() for one in widget.children() if isinstance(one, QWidget)]


def test_that_readers_are_told_in_the_order_of_tab_and_what_lies_over_it_last(
    qtbot: QtBot,
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    QPushButton("over", page).setObjectName("over")
    bar, form = line("bar", page), line("form", page)
    column = QVBoxLayout(page)
    column.addWidget(form)
    column.addWidget(bar)
    assert told(page) == ["over", "bar", "form"]
    page.show()
    tell_in_order(page)
    assert told(page) == ["form", "bar", "over"]


def test_that_what_lies_one_upon_the_other_is_left_as_it_lies(qtbot: QtBot) -> None:
    pile = QWidget()
    qtbot.addWidget(pile)
    layout = QStackedLayout(pile)
    for name in ("first", "second"):
        layout.addWidget(line(name))
    layout.setCurrentIndex(1)
    pile.show()
    tell_in_order(pile)
    assert told(pile) == ["first", "second"]
