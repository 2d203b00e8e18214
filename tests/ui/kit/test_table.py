from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dsl_desk.ui.kit.table.paged_table import PagedTable
from dsl_desk.ui.kit.table.pages import Pages
from dsl_desk.ui.kit.table.rows_model import RIGHT, Column, RowsModel
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot


@dataclass(frozen=True)
class Row:
    ref: str
    about: str
    state: str = "New"


COLUMNS: tuple[Column[Row], ...] = (
    Column("Reference", lambda row: row.ref),
    Column("About", lambda row: row.about, icon=lambda _row: Icon.BACKPACK),
    Column("State", lambda row: row.state, lambda row: f"{row.state}, not assessed", align=RIGHT),
)
ROWS = tuple(Row(f"{letter}-2026-041", "Wren Tamarisk") for letter in "ABC")
NO_KEYS = Qt.KeyboardModifier.NoModifier
MIDDLE = Pages(total=9, number=1, size=3)


class KeptWidths:
    """A store that lives as long as the test."""

    def __init__(self) -> None:
        self.pages: dict[str, dict[str, int]] = {}

    def recall(self, page: str) -> Mapping[str, int]:
        return self.pages.get(page, {})

    def remember(self, page: str, widths: Mapping[str, int]) -> None:
        self.pages[page] = dict(widths)


def a_table(qtbot: QtBot, widths: KeptWidths | None = None) -> PagedTable[Row]:
    table = PagedTable(COLUMNS, "Concerns", widths)
    qtbot.addWidget(table)
    table.resize(700, 300)
    with qtbot.waitActive(table):
        table.show()
        table.activateWindow()
    table.show_page(ROWS, MIDDLE)
    table.view.setFocus()
    return table


def row_of(table: PagedTable[Row]) -> int:
    return table.view.currentIndex().row()


def test_that_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    check: Any = qtmodeltester.check  # pytest-qt leaves it untyped
    model = RowsModel(COLUMNS)
    check(model)
    model.show_rows(ROWS)
    check(model)
    model.show_rows(ROWS[:1])
    check(model)


def test_that_each_cell_has_words_for_eyes_and_for_readers() -> None:
    model = RowsModel(COLUMNS)
    model.show_rows(ROWS)
    cell = model.index(0, 2)
    assert cell.data() == "New"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "State: New, not assessed"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Reference: A-2026-041"
    assert cell.data(Qt.ItemDataRole.TextAlignmentRole) == RIGHT
    assert model.data(QModelIndex()) is None


def test_that_columns_are_titled_and_lines_are_not() -> None:
    model = RowsModel(COLUMNS)
    model.show_rows(ROWS)
    titles = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(4)]
    assert titles == ["Reference", "About", "State", None]
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_that_a_new_page_starts_at_its_first_row(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    QTest.keyClick(table.view, Qt.Key.Key_End)
    table.show_page(ROWS[:2], MIDDLE)
    assert row_of(table) == 0
    assert table.view.accessibleDescription() == "Rows 4 to 6 of 9"


@pytest.mark.parametrize(
    ("key", "row"), [(Qt.Key.Key_End, 2), (Qt.Key.Key_Home, 0), (Qt.Key.Key_Down, 2)]
)
def test_that_home_and_end_reach_the_ends_of_the_page(qtbot: QtBot, key: Qt.Key, row: int) -> None:
    table = a_table(qtbot)
    table.view.selectRow(1)
    QTest.keyClick(table.view, key)
    assert row_of(table) == row


def test_that_page_down_past_the_last_row_asks_for_the_next_page(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    with qtbot.assertNotEmitted(table.page_wanted):
        QTest.keyClick(table.view, Qt.Key.Key_PageDown)
    assert row_of(table) == 2
    with qtbot.waitSignal(table.page_wanted) as seen:
        QTest.keyClick(table.view, Qt.Key.Key_PageDown)
    assert seen.args == [2]


def test_that_page_up_past_the_first_row_asks_for_the_page_before(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    with qtbot.waitSignal(table.page_wanted) as seen:
        QTest.keyClick(table.view, Qt.Key.Key_PageUp)
    assert seen.args == [0]


def test_that_no_page_is_asked_for_that_is_not_there(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    table.show_page(ROWS, Pages(total=3, size=3))
    with qtbot.assertNotEmitted(table.page_wanted):
        QTest.keyClick(table.view, Qt.Key.Key_PageUp)
    assert not table.pager.further.isVisible()


@pytest.mark.parametrize(("key", "page"), [(Qt.Key.Key_Home, 0), (Qt.Key.Key_End, 2)])
def test_that_ctrl_home_and_ctrl_end_lead_to_the_first_and_last_page(
    qtbot: QtBot, key: Qt.Key, page: int
) -> None:
    table = a_table(qtbot)
    with qtbot.waitSignal(table.page_wanted) as seen:
        QTest.keyClick(table.view, key, Qt.KeyboardModifier.ControlModifier)
    assert seen.args == [page]


def test_that_the_buttons_ask_for_the_pages_beside(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    for button, page in ((table.pager.earlier, 0), (table.pager.further, 2)):
        with qtbot.waitSignal(table.page_wanted) as seen:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert seen.args == [page]
    table.show_page(ROWS, Pages(total=9, number=2, size=3))
    assert table.pager.earlier.isEnabled()
    assert not table.pager.further.isEnabled()


def test_that_enter_and_a_double_click_open_the_row(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    table.view.selectRow(1)
    with qtbot.waitSignal(table.opened) as seen:
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert seen.args == [ROWS[1]]
    point = table.view.visualRect(table.model.index(2, 1)).center()
    click: Any = QTest.mouseClick
    click(table.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    with qtbot.waitSignal(table.opened) as seen:
        QTest.mouseDClick(
            table.view.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            point,
        )
    assert seen.args == [ROWS[2]]


def test_that_enter_on_an_empty_table_opens_nothing(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    table.show_page((), Pages())
    with qtbot.assertNotEmitted(table.opened):
        QTest.keyClick(table.view, Qt.Key.Key_Return)


def test_that_letters_jump_by_the_first_column(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    table.view.setCurrentIndex(table.model.index(0, 2))
    QTest.keyClick(table.view, Qt.Key.Key_C)
    assert row_of(table) == 2


def test_that_a_dragged_width_is_remembered_for_its_page_only(qtbot: QtBot) -> None:
    kept = KeptWidths()
    table = a_table(qtbot, kept)
    assert kept.pages == {}
    table.view.horizontalHeader().resizeSection(0, 222)
    assert kept.pages == {"Concerns": {"Reference": 222}}
    again = a_table(qtbot, kept)
    assert again.view.columnWidth(0) == 222


def test_that_a_column_is_wide_enough_for_the_first_rows_seen(qtbot: QtBot) -> None:
    table = PagedTable(COLUMNS, "Concerns")
    qtbot.addWidget(table)
    table.show_page((Row("C-2026-041, " * 3, "Wren Tamarisk"),), Pages(1))
    assert table.view.columnWidth(0) >= table.view.sizeHintForColumn(0) > 140


def test_that_the_row_under_the_mouse_is_seen_until_it_leaves(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    view = table.view
    before = view.grab().toImage()
    # Sent to it: the pointer of the system may be over a window that another test left open.
    point = view.visualRect(table.model.index(1, 0)).center().toPointF()
    at = view.viewport().mapToGlobal(point)
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, point, at, none, none, NO_KEYS)
    QApplication.sendEvent(view.viewport(), move)
    assert view._delegate.hovered == 1
    assert view.grab().toImage() != before
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view._delegate.hovered == -1
    assert view.grab().toImage() == before


def test_that_the_chosen_row_is_ringed_only_in_focus(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    with_ring = table.view.grab().toImage()
    table.pager.further.setFocus()
    assert table.view.grab().toImage() != with_ring
