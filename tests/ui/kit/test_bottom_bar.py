from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from dsl_desk.ui.kit.bottom_bar import BottomBar, NeedsLook

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Page(QWidget):
    """A long form over a bar."""

    def __init__(self) -> None:
        super().__init__()
        self.bar, self.answer, self.view = BottomBar(), QLineEdit(), QScrollArea()


def a_page(qtbot: QtBot) -> Page:
    page, form = Page(), QWidget()
    qtbot.addWidget(page)
    rows = QVBoxLayout(form)
    tall = QLabel("Facts first")
    tall.setFixedHeight(900)
    after = QLabel("After")
    after.setFixedHeight(300)
    for widget in (tall, page.answer, after):
        rows.addWidget(widget)
    page.view.setWidget(form)
    page.view.setWidgetResizable(True)
    column = QVBoxLayout(page)
    column.addWidget(page.view, stretch=1)
    column.addWidget(page.bar)
    page.resize(900, 500)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def test_that_the_bar_says_what_is_saved(qtbot: QtBot) -> None:
    page = a_page(qtbot)
    bar = page.bar
    assert not bar.saved.isVisible()
    bar.say_saved("Draft saved 08:58, sealed to you")
    assert bar.saved.isVisible()
    assert not bar.errors.isVisible()


def test_that_errors_take_the_place_of_the_saved_words_until_mended(qtbot: QtBot) -> None:
    page = a_page(qtbot)
    bar = page.bar
    bar.say_saved("Draft saved 08:58, sealed to you")
    bar.show_errors([NeedsLook("When were you told?", page.answer)])
    assert bar.errors.accessibleName() == "1 answer needs a look: When were you told?"
    assert bar.errors.isVisible()
    assert not bar.saved.isVisible()
    bar.clear_errors()
    assert not bar.errors.isVisible()
    assert bar.saved.isVisible()


def test_that_several_errors_are_counted_and_the_first_is_named(qtbot: QtBot) -> None:
    page = a_page(qtbot)
    bar = page.bar
    problems = [
        NeedsLook("Who told you?", page.answer),
        NeedsLook("When were you told?", page.answer),
    ]
    bar.show_errors(problems)
    assert bar.errors.text() == "2 answers need a look: Who told you?"


def test_that_the_summary_jumps_to_the_answer_and_scrolls_it_clear(qtbot: QtBot) -> None:
    page = a_page(qtbot)
    bar = page.bar
    bar.show_errors([NeedsLook("When were you told?", page.answer)])
    with qtbot.waitSignal(bar.jumped):
        QTest.mouseClick(bar.errors, Qt.MouseButton.LeftButton)
    assert page.answer.hasFocus()
    bottom = page.answer.mapTo(page.view.viewport(), QPoint(0, page.answer.height())).y()
    assert 0 < bottom <= page.view.viewport().height() - 15


def test_that_without_an_error_nothing_jumps(qtbot: QtBot) -> None:
    page = a_page(qtbot)
    bar = page.bar
    with qtbot.assertNotEmitted(bar.jumped):
        bar.jump()
    assert not page.answer.hasFocus()


def test_that_a_long_summary_wraps_and_is_not_cut(qtbot: QtBot) -> None:
    page = a_page(qtbot)
    bar = page.bar
    bar.show_errors([NeedsLook("When were you told? " * 8, page.answer)])
    assert bar.errors.heightForWidth(200) > 3 * bar.errors.heightForWidth(2000)
