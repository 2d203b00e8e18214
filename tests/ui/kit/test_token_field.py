from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.token import Chosen
from dsl_desk.ui.kit.token_field import TokenField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_that_tab_goes_on_from_the_line_and_back_to_the_tokens(
    qtbot: QtBot,
) -> None:
    page, field, before, after = QWidget(), TokenField(), Line(), Line()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for widget in (before, field, after):
        column.addWidget(widget)
    page.show()
    qtbot.waitUntil(page.isVisible)
    field.show_people([Chosen("Wren Tamarisk"), Chosen("Reed Sandpiper")])
    page.activateWindow()
    field.line.setFocus()
    qtbot.waitUntil(field.line.hasFocus)
    for key, wanted in (
        (Qt.Key.Key_Tab, after),
        (Qt.Key.Key_Backtab, field.line),
        (Qt.Key.Key_Backtab, field.tokens[1]),
        (Qt.Key.Key_Backtab, field.tokens[0]),
    ):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)
        assert QApplication.focusWidget() is wanted
