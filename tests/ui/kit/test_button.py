from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind, Size
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot


def shown(qtbot: QtBot, button: Button) -> QImage:
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    return button.grab().toImage()


def ground(picture: QImage) -> int:
    return picture.pixelColor(picture.width() // 2, 4).rgb()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_that_enter_and_space_press_a_button_once(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("Record concern", Kind.PRIMARY)
    qtbot.addWidget(button)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("press"))
    QTest.keyClick(button, key)
    assert len(pressed) == 1


def test_that_a_busy_button_lets_no_press_through_until_it_rests(qtbot: QtBot) -> None:
    button = Button("Make the PDF", Kind.PRIMARY)
    qtbot.addWidget(button)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("press"))
    button.busy("Making the PDF")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.keyClick(button, Qt.Key.Key_Return)
    button.click()
    assert pressed == []
    button.rest()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(pressed) == 1


def test_that_a_busy_button_says_what_it_is_doing_and_keeps_its_focus(qtbot: QtBot) -> None:
    button = Button("Make the PDF")
    qtbot.addWidget(button)
    with qtbot.waitActive(button):
        button.show()
    button.setFocus()
    button.busy("Making the PDF")
    assert button.accessibleName() == "Making the PDF"
    assert button.isEnabled()
    assert button.hasFocus()


def test_that_a_busy_button_never_becomes_narrower(qtbot: QtBot) -> None:
    button = Button("Make the pack as a locked PDF")
    qtbot.addWidget(button)
    button.show()
    wide = button.width()
    button.busy("Making")
    button.adjustSize()
    assert button.width() >= wide


@pytest.mark.parametrize(
    ("kind", "fill"), [(Kind.PRIMARY, Meaning.ACCENT), (Kind.DESTROY, Meaning.RED)]
)
def test_that_a_filled_button_is_filled_with_its_meaning(
    qtbot: QtBot, kind: Kind, fill: Meaning
) -> None:
    assert ground(shown(qtbot, Button("Give the key", kind))) == theme().colour(fill).rgb()


def test_that_rest_hover_pressed_and_disabled_look_different(qtbot: QtBot) -> None:
    rest, hover, pressed, disabled = (Button("Continue", Kind.PRIMARY) for _ in range(4))
    hover.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    pressed.setDown(True)
    disabled.setEnabled(False)
    assert [ground(shown(qtbot, button)) for button in (rest, hover, pressed, disabled)] == [
        theme().colour(meaning).rgb()
        for meaning in (
            Meaning.ACCENT,
            Meaning.ACCENT_HOVER,
            Meaning.ACCENT_PRESSED,
            Meaning.DISABLED_FILL,
        )
    ]


def test_that_icon_and_keys_make_room_for_themselves(qtbot: QtBot) -> None:
    bare, icon, keys = Button("Lock"), Button("Lock", icon=Icon.LOCK_KEYHOLE), Button("Lock")
    keys.show_keys("Ctrl L")
    for button in (bare, icon, keys):
        qtbot.addWidget(button)
    assert icon.sizeHint().width() > bare.sizeHint().width()
    assert keys.sizeHint().width() > bare.sizeHint().width()
    keys.show_keys(None)
    assert keys.sizeHint() == bare.sizeHint()


@pytest.mark.parametrize("size", Size)
def test_that_no_button_is_smaller_than_the_least_target(qtbot: QtBot, size: Size) -> None:
    button = Button("Go").sized(size)
    qtbot.addWidget(button)
    assert button.sizeHint().height() >= 24
    assert button.sizeHint().width() >= 24


def test_that_key_caps_leave_a_small_window_and_come_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    button = Button("Record concern", keys="Ctrl Enter")
    row.addWidget(button)
    row.addStretch()
    window.resize(1366, 100)
    with qtbot.waitExposed(window):
        window.show()
    wide = button.width()
    window.resize(1024, 100)
    qtbot.waitUntil(lambda: button.width() < wide)
    window.resize(1366, 100)
    qtbot.waitUntil(lambda: button.width() == wide)
