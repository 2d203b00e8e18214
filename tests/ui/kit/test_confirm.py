from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dsl_desk.ui.kit.ask import Ask, AskOnScreen
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.confirm import Confirm
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.question import Question, Yes
from tests.fakes.ask import ScriptedAsk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

GIVE = Question(
    "Give Owen Larkspur the Staff key?",
    "He will be able to open 9 staff records.",
    act="Give the key",
    keep="Keep as it is",
    reason="Reason",
)
DESTROY = Question(
    "Destroy this draft?", "It is gone for good.", "Destroy draft", "Keep it", grave=True
)


def asked(qtbot: QtBot, question: Question) -> Confirm:
    confirm = Confirm(None, question)
    qtbot.addWidget(confirm)
    with qtbot.waitActive(confirm):
        confirm.show()
    return confirm


@pytest.mark.parametrize("question", [GIVE, DESTROY])
def test_that_escape_is_the_safe_one(qtbot: QtBot, question: Question) -> None:
    confirm = asked(qtbot, question)
    confirm.reason.setText("Covering while I am on leave")
    QTest.keyClick(confirm, Qt.Key.Key_Escape)
    assert confirm.isHidden()
    assert confirm.answer() is None


def test_that_the_safe_verb_is_the_safe_answer(qtbot: QtBot) -> None:
    confirm = asked(qtbot, DESTROY)
    QTest.mouseClick(confirm.safe, Qt.MouseButton.LeftButton)
    assert confirm.answer() is None


def test_that_the_act_is_answered_with_its_reason(qtbot: QtBot) -> None:
    confirm = asked(qtbot, GIVE)
    QTest.keyClicks(confirm.reason, "  Covering while I am on leave ")
    QTest.mouseClick(confirm.act, Qt.MouseButton.LeftButton)
    assert confirm.answer() == Yes("Covering while I am on leave")


@pytest.mark.parametrize("typed", ["", "   "])
def test_that_an_act_that_needs_a_reason_is_not_done_without(qtbot: QtBot, typed: str) -> None:
    confirm = asked(qtbot, GIVE)
    QTest.keyClicks(confirm.reason, typed)
    QTest.mouseClick(confirm.act, Qt.MouseButton.LeftButton)
    field = confirm.findChild(Field)
    assert isinstance(field, Field)
    assert field.error()
    assert confirm.isVisible()
    assert confirm.reason.hasFocus()


def test_that_focus_starts_on_the_field_or_else_on_the_safe_button(qtbot: QtBot) -> None:
    assert asked(qtbot, GIVE).reason.hasFocus()
    assert asked(qtbot, DESTROY).safe.hasFocus()


def test_that_enter_on_a_grave_question_without_a_field_is_safe(qtbot: QtBot) -> None:
    confirm = asked(qtbot, DESTROY)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert confirm.isHidden()
    assert confirm.answer() is None


def test_that_only_a_grave_act_is_red(qtbot: QtBot) -> None:
    assert asked(qtbot, DESTROY).act.kind is Kind.DESTROY
    assert asked(qtbot, GIVE).act.kind is Kind.PRIMARY


def test_that_the_windows_own_title_names_nobody(qtbot: QtBot) -> None:
    confirm = asked(qtbot, GIVE)
    assert confirm.windowTitle() == "DSL Desk"
    assert confirm.accessibleName() == GIVE.title


def test_that_a_question_and_its_answer_keep_names_out_of_logs() -> None:
    assert "Owen" not in repr(GIVE)
    assert "leave" not in repr(Yes("Covering while I am on leave"))


def test_that_asking_on_screen_waits_for_the_verb(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()

    def press() -> None:
        confirm = QApplication.activeModalWidget()
        assert isinstance(confirm, Confirm)
        confirm.act.click()

    QTimer.singleShot(0, press)
    on_screen: Ask = AskOnScreen()
    assert on_screen.confirm(page, DESTROY) == Yes()


def test_that_a_script_answers_in_order_and_refuses_what_it_does_not_know(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    script = ScriptedAsk()
    ask: Ask = script
    script.will(Yes("a reason"), None)
    assert ask.confirm(page, GIVE) == Yes("a reason")
    assert ask.which_file(page, "Choose a picture", "*.png") is None
    with pytest.raises(AssertionError, match="nobody laid down"):
        ask.where_to_save(page, "Save the copy", "C-2026-041.pdf")
    assert script.asked[0] is GIVE
