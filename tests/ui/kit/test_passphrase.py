from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.passphrase import PassphraseLine
from dsl_desk.ui.theme.look import Look, Scheme, TextSize
from dsl_desk.ui.theme.theme import dress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture
def passphrase(qtbot: QtBot) -> PassphraseLine:
    made = PassphraseLine(tall=True)
    qtbot.addWidget(made)
    made.resize(420, 80)
    made.show()
    return made


def line_of(passphrase: PassphraseLine) -> QLineEdit:
    line = passphrase.focusProxy()
    assert isinstance(line, QLineEdit)
    return line


def warns(passphrase: PassphraseLine) -> bool:
    return any(
        label.words == "Caps Lock is on" and label.isVisible()
        for label in passphrase.findChildren(Label)
    )


def test_that_the_words_show_only_while_show_is_held(passphrase: PassphraseLine) -> None:
    QTest.keyClicks(line_of(passphrase), "lantern")
    assert not passphrase.is_shown()
    QTest.mousePress(passphrase.show_button, Qt.MouseButton.LeftButton)
    assert passphrase.is_shown()
    QTest.mouseRelease(passphrase.show_button, Qt.MouseButton.LeftButton)
    assert not passphrase.is_shown()


def test_that_space_held_on_show_does_the_same(passphrase: PassphraseLine) -> None:
    QTest.keyPress(passphrase.show_button, Qt.Key.Key_Space)
    assert passphrase.is_shown()
    QTest.keyRelease(passphrase.show_button, Qt.Key.Key_Space)
    assert not passphrase.is_shown()


def test_that_a_passphrase_can_be_pasted(passphrase: PassphraseLine) -> None:
    QGuiApplication.clipboard().setText("lantern orchard pebble")
    QTest.keyClick(line_of(passphrase), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert passphrase.text() == "lantern orchard pebble"
    QGuiApplication.clipboard().clear()


def test_that_a_hidden_passphrase_cannot_be_copied_out(passphrase: PassphraseLine) -> None:
    QGuiApplication.clipboard().setText("before")
    QTest.keyClicks(line_of(passphrase), "lantern")
    passphrase.select_all()
    QTest.keyClick(line_of(passphrase), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"
    QGuiApplication.clipboard().clear()


def test_that_caps_lock_is_told_in_words_when_a_letter_gives_it_away(
    passphrase: PassphraseLine,
) -> None:
    line = line_of(passphrase)
    QTest.keyClicks(line, "l")
    assert not warns(passphrase)
    QTest.keyClicks(line, "L")
    assert warns(passphrase)
    QTest.keyClick(line, Qt.Key.Key_CapsLock)
    assert not warns(passphrase)


def test_that_a_capital_typed_with_shift_is_no_caps_lock(passphrase: PassphraseLine) -> None:
    QTest.keyClicks(line_of(passphrase), "L", Qt.KeyboardModifier.ShiftModifier)
    assert not warns(passphrase)


def test_that_a_digit_tells_nothing_about_caps_lock(passphrase: PassphraseLine) -> None:
    QTest.keyClicks(line_of(passphrase), "7 ")
    assert not warns(passphrase)


def test_that_enter_submits(qtbot: QtBot, passphrase: PassphraseLine) -> None:
    with qtbot.waitSignal(passphrase.submitted):
        QTest.keyClick(line_of(passphrase), Qt.Key.Key_Return)


def test_that_show_lies_inside_the_line_and_covers_no_words(passphrase: PassphraseLine) -> None:
    line, button = line_of(passphrase), passphrase.show_button
    assert line.rect().contains(button.geometry())
    assert line.textMargins().right() >= button.width()


def test_that_a_field_names_the_line_inside(qtbot: QtBot) -> None:
    passphrase = PassphraseLine()
    field = Field("Passphrase", passphrase)
    qtbot.addWidget(field)
    field.show_error("That passphrase does not open the vault. Check Caps Lock.")
    line = line_of(passphrase)
    assert line.accessibleName() == "Passphrase"
    assert line.accessibleDescription().startswith("That passphrase does not open")


def test_that_the_dots_stand_apart_and_the_words_do_not(
    qapp: QApplication, passphrase: PassphraseLine
) -> None:
    line = line_of(passphrase)
    QTest.keyClicks(line, "mmmm")
    for look in (Look(Scheme.DARK, TextSize.LARGE), Look(Scheme.LIGHT)):
        dress(qapp, RESOURCES, look)
        assert line.font().letterSpacing() > 0
    QTest.mousePress(passphrase.show_button, Qt.MouseButton.LeftButton)
    assert line.font().letterSpacing() == 0
    QTest.mouseRelease(passphrase.show_button, Qt.MouseButton.LeftButton)
    assert line.font().letterSpacing() > 0
