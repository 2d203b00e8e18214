from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from dsl_desk.ui.kit.choice_card import ChoiceCard
from dsl_desk.ui.kit.radio import Choice
from dsl_desk.ui.kit.segmented import Segment, Segmented
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


def side_by_side(qtbot: QtBot, *buttons: QAbstractButton) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    for button in buttons:
        row.addWidget(button, 1)
    with qtbot.waitActive(page):
        page.show()
    return page


def test_that_space_ticks_and_unticks(qtbot: QtBot) -> None:
    tick = Tick("One copy is going in the school safe")
    qtbot.addWidget(tick)
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert tick.isChecked()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert not tick.isChecked()


def test_that_the_words_of_a_tick_can_be_pressed_too(qtbot: QtBot) -> None:
    tick = Tick("One copy is going in the school safe")
    qtbot.addWidget(tick)
    tick.resize(tick.sizeHint())
    far_right = QPoint(tick.width() - 3, tick.height() // 2)
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=far_right)
    assert tick.isChecked()


@pytest.mark.parametrize("kind", [Tick, Choice])
def test_that_the_mark_alone_is_ringed_and_all_of_it_is_the_target(
    qtbot: QtBot, kind: type[Tick | Choice]
) -> None:
    made = kind("Chosen")
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    ringed = made.property("ring_rect")
    assert ringed.width() == ringed.height() == 18
    assert made.height() >= 24


def test_that_arrows_move_between_choices(qtbot: QtBot) -> None:
    one, other = Choice("Chosen"), Choice("Not chosen")
    page = side_by_side(qtbot, one, other)
    one.setChecked(True)
    one.setFocus()
    QTest.keyClick(one, Qt.Key.Key_Right)
    assert other.isChecked()
    assert not one.isChecked()
    assert page.isVisible()


def test_that_a_choice_card_says_its_consequence(qtbot: QtBot) -> None:
    card = ChoiceCard("Agree with conditions", "Priya signs to accept them")
    qtbot.addWidget(card)
    assert card.accessibleName() == "Agree with conditions. Priya signs to accept them"


def test_that_cards_of_one_page_exclude_each_other(qtbot: QtBot) -> None:
    no, yes = ChoiceCard("No", "I can capture it."), ChoiceCard("Yes", "Stop.")
    page = side_by_side(qtbot, no, yes)
    QTest.mouseClick(no, Qt.MouseButton.LeftButton)
    QTest.mouseClick(yes, Qt.MouseButton.LeftButton)
    assert yes.isChecked()
    assert not no.isChecked()
    assert page.isVisible()


def test_that_a_narrow_card_grows_taller_instead_of_cutting_words(qtbot: QtBot) -> None:
    card = ChoiceCard("No", "Stop. Do not open, copy, save, print or share it.")
    qtbot.addWidget(card)
    assert card.heightForWidth(180) > card.heightForWidth(500)


def test_that_a_chosen_card_has_a_soft_fill_and_an_accent_edge(qtbot: QtBot) -> None:
    card = ChoiceCard("No", "I can capture it.")
    qtbot.addWidget(card)
    card.setChecked(True)
    picture = card.grab().toImage()
    middle = picture.height() // 2
    assert picture.pixelColor(0, middle).rgb() == theme().colour(Meaning.ACCENT).rgb()
    assert picture.pixelColor(5, middle).rgb() == theme().colour(Meaning.ACCENT_SOFT).rgb()


def test_that_one_segment_is_chosen_from_the_start(qtbot: QtBot) -> None:
    segmented = Segmented(["Mine", "Whole team"], "Whose duties")
    qtbot.addWidget(segmented)
    assert segmented.choice() == 0
    assert segmented.accessibleName() == "Whose duties"


def test_that_another_segment_tells_its_number_once(qtbot: QtBot) -> None:
    segmented = Segmented(["A child", "An adult", "An account"], "Who is it about")
    qtbot.addWidget(segmented)
    told: list[int] = []
    segmented.chosen.connect(told.append)
    segments = segmented.findChildren(Segment)
    QTest.mouseClick(segments[2], Qt.MouseButton.LeftButton)
    QTest.mouseClick(segments[2], Qt.MouseButton.LeftButton)
    assert told == [2]
    assert segmented.choice() == 2


def test_that_arrows_move_between_segments(qtbot: QtBot) -> None:
    segmented = Segmented(["A child", "An adult"], "Who is it about", ticked=True)
    qtbot.addWidget(segmented)
    with qtbot.waitActive(segmented):
        segmented.show()
    first = segmented.findChildren(Segment)[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert segmented.choice() == 1


def by_a_reader(button: QAbstractButton) -> None:
    """Tick it as a screen reader does: over the accessibility bus, without a press."""
    actions = QAccessible.queryAccessibleInterface(button).actionInterface()
    actions.doAction(actions.actionNames()[0])


@pytest.mark.parametrize("make", [Tick, Choice, lambda words: ChoiceCard(words, "So it is")])
def test_that_what_a_reader_ticks_was_clicked_and_what_the_page_ticks_was_not(
    qtbot: QtBot, make: Callable[[str], QAbstractButton]
) -> None:
    button = make("Yes")
    qtbot.addWidget(button)
    clicks: list[str] = []
    button.clicked.connect(lambda: clicks.append("clicked"))
    button.setChecked(True)
    assert clicks == []
    button.setAutoExclusive(False)
    button.setChecked(False)
    by_a_reader(button)
    assert button.isChecked()
    assert len(clicks) == 1
    button.click()
    assert len(clicks) == 2


def test_that_who_was_chosen_before_is_not_clicked_when_a_reader_chooses_another(
    qtbot: QtBot,
) -> None:
    both = QWidget()
    qtbot.addWidget(both)
    row = QHBoxLayout(both)
    yes, no = Choice("Yes"), Choice("No")
    row.addWidget(yes)
    row.addWidget(no)
    yes.setChecked(True)
    clicks: list[str] = []
    yes.clicked.connect(lambda: clicks.append("yes"))
    no.clicked.connect(lambda: clicks.append("no"))
    by_a_reader(no)
    assert clicks == ["no"]
    assert no.isChecked()
