"""What is told one after the other, and what is told once for several choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.sheets import Sheets
from dsl_desk.ui.kit.spoken import told_together
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.kit.together import Together

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (("Today", "17 things need you"), "Today. 17 things need you"),
        (("Do you agree?", "At an account."), "Do you agree? At an account."),
        (("Kept.", "", "Press Enter"), "Kept. Press Enter"),
        (("", ""), ""),
    ],
)
def test_that_each_part_ends_before_the_next_begins(parts: tuple[str, ...], told: str) -> None:
    assert told_together(*parts) == told


def some_ticks(qtbot: QtBot) -> tuple[Field, Together, Tick]:
    ticks, one = Together("Which of the four Cs?"), Tick("Content")
    QVBoxLayout(ticks).addWidget(one)
    ticks.setFocusProxy(one)
    field = Field("Which of the four Cs?", ticks)
    qtbot.addWidget(field)
    return field, ticks, one


def test_that_a_question_is_the_name_of_its_group_and_not_told_after_each_tick(
    qtbot: QtBot,
) -> None:
    field, ticks, one = some_ticks(qtbot)
    interface = QAccessible.queryAccessibleInterface(ticks)
    assert interface.role() == QAccessible.Role.Grouping
    assert interface.text(QAccessible.Text.Name) == "Which of the four Cs?"
    assert one.accessibleDescription() == ""
    field.show_error("Choose one")
    assert one.accessibleDescription() == "Choose one"


def test_that_nothing_is_told_of_the_pile_pages_lie_in(qtbot: QtBot) -> None:
    pile, first, second = Sheets(), QWidget(), QWidget()
    qtbot.addWidget(pile)
    assert pile.front() is None
    pile.put(first)
    pile.put(second)
    assert pile.front() is first
    pile.turn_to(1)
    assert pile.front() is second
    pile.bring(first)
    pile.take_out(first)
    assert pile.front() is second
    interface = QAccessible.queryAccessibleInterface(pile)
    assert interface.role() != QAccessible.Role.LayeredPane


def a_line(qtbot: QtBot) -> Line:
    line = Line("Sun 22/11/2026")
    qtbot.addWidget(line)
    line.show()
    line.activateWindow()
    qtbot.waitUntil(line.isActiveWindow)
    line.clearFocus()
    return line


def test_that_a_field_is_told_to_have_the_focus_before_its_words_are_chosen(qtbot: QtBot) -> None:
    line = a_line(qtbot)
    line.setFocus(Qt.FocusReason.TabFocusReason)
    assert not line.hasSelectedText()
    qtbot.waitUntil(line.hasSelectedText)


def test_that_the_first_key_after_tab_writes_over_the_words(qtbot: QtBot) -> None:
    line = a_line(qtbot)
    line.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(line, Qt.Key.Key_Y)
    assert line.text() == "y"


def test_that_words_are_not_chosen_once_the_focus_has_gone_on(qtbot: QtBot) -> None:
    line = a_line(qtbot)
    line.setFocus(Qt.FocusReason.TabFocusReason)
    line.clearFocus()
    QTest.keyClick(line, Qt.Key.Key_Y)
    assert line.text().endswith("y")
    assert len(line.text()) > 1
