"""The rows of Today: a stretch at first, the rest counted, and shown on."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.today import Need, NeedSort
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.look import Look, Scheme
from dsl_desk.ui.theme.theme import dress
from dsl_desk.ui.today.need_words import words_of
from dsl_desk.ui.today.needs_list import AT_FIRST, NeedsList

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from dsl_desk.ui.today.need_row import NeedRow

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
    needs.show_needs(some(AT_FIRST + 45), TODAY)
    assert len(needs.rows) == AT_FIRST
    assert needs.more.text() == "Show 25 more of 45 that are left"
    needs.more.click()
    assert len(needs.rows) == 2 * AT_FIRST
    assert needs.more.text() == "Show 20 more of 20 that are left"
    needs.show_needs(some(AT_FIRST + 46), TODAY)
    assert len(needs.rows) == 2 * AT_FIRST, "what was shown on is shown on when it is read again"
    needs.more.click()
    assert len(needs.rows) == AT_FIRST + 46
    assert needs.more.isHidden()


def test_that_rows_that_would_be_the_same_stay_with_whoever_stands_on_them(qtbot: QtBot) -> None:
    needs = NeedsList("For today")
    qtbot.addWidget(needs)
    needs.show_needs(some(3), TODAY)
    rows = needs.rows
    needs.show_needs(some(3), TODAY)
    assert needs.rows is rows
    for other, day in ((some(4), TODAY), (some(4), TODAY + timedelta(days=1)), (some(3), TODAY)):
        needs.show_needs(other, day)
        assert needs.rows is not rows
        rows = needs.rows


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


def test_that_when_something_is_due_stays_together_in_a_tall_row(qtbot: QtBot) -> None:
    needs = NeedsList("For today")
    qtbot.addWidget(needs)
    long = "Ring the school nurse about what was said, and write down what she says of the plan"
    due = [Need(NeedSort.TASK, what=what, due="2026-11-18", task=what) for what in ("Ring", long)]
    needs.show_needs(due, TODAY)
    needs.resize(560, 400)
    needs.show()
    short, tall = needs.rows
    assert tall.height() > short.height()
    below = [_apart(row, "Overdue by 1 day", "18 November 2026") for row in (short, tall)]
    assert below[0] == below[1]


def _apart(row: NeedRow, upper: str, lower: str) -> int:
    """Return how far apart the middles of two lines of a row stand."""
    labels = {one.words: one for one in row.findChildren(Label)}
    middles = [one.mapTo(row, one.rect().center()).y() for one in (labels[upper], labels[lower])]
    return middles[1] - middles[0]


def test_that_the_widest_verb_moves_no_column(qtbot: QtBot) -> None:
    needs = NeedsList("For today")
    qtbot.addWidget(needs)
    sorts = (NeedSort.LADO_CLOCK, NeedSort.DECLARATION_WAITS, NeedSort.SET_ASIDE_TOO)
    needs.show_needs([Need(one, ref="A-1", due="2026-11-18") for one in sorts], TODAY)
    needs.resize(700, 400)
    needs.show()
    assert len({row.button.x() for row in needs.rows}) == 1
