from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dsl_desk.ui.kit.step import Step, StepState
from dsl_desk.ui.kit.stepper import Stepper

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

STEPS = (
    Step("Decide", StepState.DONE, "Done 09:02."),
    Step("Look and capture", StepState.ON),
    Step("Close", StepState.TO_COME, "First say what you found."),
)


def a_stepper(qtbot: QtBot, width: int = 600) -> Stepper:
    stepper = Stepper(STEPS)
    qtbot.addWidget(stepper)
    stepper.resize(width, 30)
    with qtbot.waitActive(stepper):
        stepper.show()
        stepper.activateWindow()
    return stepper


def test_that_a_step_says_number_words_state_and_note(qtbot: QtBot) -> None:
    names = [button.accessibleName() for button in a_stepper(qtbot).buttons]
    assert names == [
        "Step 1 of 3. Decide. Done. Done 09:02.",
        "Step 2 of 3. Look and capture. On.",
        "Step 3 of 3. Close. To come. First say what you found.",
    ]


def test_that_a_step_done_opens_again(qtbot: QtBot) -> None:
    stepper = a_stepper(qtbot)
    with qtbot.waitSignal(stepper.chosen) as seen, qtbot.assertNotEmitted(stepper.asked_too_soon):
        QTest.mouseClick(stepper.buttons[0], Qt.MouseButton.LeftButton)
    assert seen.args == [0]


def test_that_a_step_to_come_says_what_is_needed_first(qtbot: QtBot) -> None:
    stepper = a_stepper(qtbot)
    with qtbot.waitSignal(stepper.asked_too_soon) as seen, qtbot.assertNotEmitted(stepper.chosen):
        QTest.mouseClick(stepper.buttons[2], Qt.MouseButton.LeftButton)
    assert seen.args == [2, "First say what you found."]


def test_that_arrows_move_along_the_steps_and_stop_at_the_ends(qtbot: QtBot) -> None:
    stepper = a_stepper(qtbot)
    stepper.buttons[1].setFocus()
    for key, at in ((Qt.Key.Key_Right, 2), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Left, 1)):
        focused = next(button for button in stepper.buttons if button.hasFocus())
        QTest.keyClick(focused, key)
        assert stepper.buttons[at].hasFocus()


def test_that_only_the_step_one_is_on_keeps_its_words_where_it_is_narrow(qtbot: QtBot) -> None:
    stepper = a_stepper(qtbot, 240)
    widths = [button.sizeHint().width() for button in stepper.buttons]
    assert widths[0] == widths[2] == 24
    assert widths[1] > 100
    stepper.resize(600, 30)
    assert stepper.buttons[0].sizeHint().width() > 24


def test_that_new_steps_take_the_place_of_old_ones(qtbot: QtBot) -> None:
    stepper = a_stepper(qtbot)
    stepper.show_steps(STEPS[:2])
    assert [button.text() for button in stepper.buttons] == ["Decide", "Look and capture"]
    assert not stepper.grab().isNull()
