"""The rows of Today: a stretch at first, the rest counted, and shown on."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.today import Need, NeedSort
from dsl_desk.ui.theme.look import Look, Scheme
from dsl_desk.ui.theme.theme import dress
from dsl_desk.ui.today.need_words import words_of
from dsl_desk.ui.today.needs_list import AT_FIRST, NeedsList

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

TODAY = date(2026, 11, 19)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    dress(qapp, Path(__file__).parents[3] / "resources", Look(Scheme.LIGHT))


def some(count: int) -> list[Need]:
    return [Need(NeedSort.TASK, what=f"Ring number {at}", task=f"{at}") for at in range(count)]


def test_that_a_long_day_is_shown_in_stretches_and_none_of_it_is_left_untold(qtbot: QtBot) -> None:
    needs = NeedsList("For today")
    qtbot.addWidget(needs)
    needs.show_needs(some(AT_FIRST), TODAY)
    assert needs.more.isHidden()
    needs.show_needs(some(AT_FIRST + 70), TODAY)
    assert len(needs.rows) == AT_FIRST
    assert needs.more.text() == "Show 50 more of 70 that are left"
    needs.more.click()
    assert len(needs.rows) == AT_FIRST + 50
    assert needs.more.text() == "Show 20 more of 20 that are left"
    needs.show_needs(some(AT_FIRST + 70), TODAY)
    assert len(needs.rows) == AT_FIRST + 50, "what was shown on is shown on when it is read again"
    needs.more.click()
    assert len(needs.rows) == AT_FIRST + 70
    assert needs.more.isHidden()


def test_that_what_nobody_looked_into_is_said_in_numbers() -> None:
    needs = [
        Need(NeedSort.DUTIES_UNREAD, count=1, ref="children"),
        Need(NeedSort.DUTIES_UNREAD, what="Staff", count=1_200, ref="staff"),
    ]
    said = [words_of(need, TODAY).title for need in needs]
    assert said == [
        "1 older concern is open: what is overdue in them is not looked at here",
        "1,200 older concerns are open in Staff: what is overdue in them is not looked at here",
    ]
