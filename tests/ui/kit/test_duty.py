from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from dsl_desk.ui.kit.cited import Cited
from dsl_desk.ui.kit.duty import LOOKS, Duty, DutyItem, DutyList, DutyState
from dsl_desk.ui.kit.label import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TELL = Duty(
    DutyState.NOW,
    "Tell the Online Safety Coordinator",
    sentence="A report is made at once.",
    clause=Cited("ELE 5.5", source="Early Life Enterprise 5.5"),
    action="Mark as told",
)


def test_that_the_accessible_name_states_it_all(qtbot: QtBot) -> None:
    item = DutyItem(TELL)
    qtbot.addWidget(item)
    assert item.accessibleName() == (
        "Now. Tell the Online Safety Coordinator. A report is made at once. "
        "Clause Early Life Enterprise 5.5."
    )


@pytest.mark.parametrize("state", DutyState)
def test_that_every_state_has_an_icon_of_its_own_and_its_word_on_screen(
    qtbot: QtBot, state: DutyState
) -> None:
    item = DutyItem(Duty(state, "Contact the LADO"))
    qtbot.addWidget(item)
    assert state.value in [label.words for label in item.findChildren(Label)]
    others = [look.icon for other, look in LOOKS.items() if other is not state]
    assert LOOKS[state].icon not in others


def test_that_the_full_word_stands_in_the_place_of_the_state(qtbot: QtBot) -> None:
    item = DutyItem(Duty(DutyState.OVERDUE, "Contact the LADO", "Overdue by 2 h"))
    qtbot.addWidget(item)
    assert item.accessibleName() == "Overdue by 2 h. Contact the LADO."
    assert "Overdue" not in [label.words for label in item.findChildren(Label)]


def test_that_a_list_says_which_duty_is_to_be_acted_on(qtbot: QtBot) -> None:
    duties = DutyList([Duty(DutyState.OVERDUE, "Contact the LADO"), TELL])
    qtbot.addWidget(duties)
    button = duties.items[1].findChild(QPushButton, "dutyAction")
    assert isinstance(button, QPushButton)
    assert button.accessibleDescription() == TELL.title
    with qtbot.waitSignal(duties.action_wanted) as seen:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert seen.args == [1]


def test_that_only_a_first_duty_due_now_stands_on_a_soft_row(qtbot: QtBot) -> None:
    later = Duty(DutyState.LATER, "Invite parents to work with you")
    for duties, soft in (([TELL, TELL], [True, False]), ([later, TELL], [False, False])):
        shown = DutyList(duties)
        qtbot.addWidget(shown)
        assert [bool(item.property("soft")) for item in shown.items] == soft


def test_that_a_duty_without_an_action_has_no_button(qtbot: QtBot) -> None:
    item = DutyItem(Duty(DutyState.DONE, "Keep the time", note="Done as you typed"))
    qtbot.addWidget(item)
    assert item.findChild(QPushButton, "dutyAction") is None
