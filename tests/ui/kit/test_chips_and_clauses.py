from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.ui.kit.avatar import initials
from dsl_desk.ui.kit.chip import PartChip, Status, StatusChip
from dsl_desk.ui.kit.clause import ClauseMark
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.voice import Family

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from dsl_desk.ui.kit.slip_opener import SlipOpener

WORDS = "Before looking, write down why, and whether it is proportionate."


def written(opener: SlipOpener) -> list[str]:
    slip = opener.slip()
    return [] if slip is None else [label.words for label in slip.findChildren(Label)]


@pytest.fixture
def clause(qtbot: QtBot) -> ClauseMark:
    mark = ClauseMark("IoW 6.3", WORDS, "Northwood, section 6")
    qtbot.addWidget(mark)
    with qtbot.waitActive(mark):
        mark.show()
    return mark


@pytest.mark.parametrize("status", Status)
def test_that_a_status_is_an_icon_and_a_word(qtbot: QtBot, status: Status) -> None:
    chip = StatusChip(status)
    qtbot.addWidget(chip)
    assert chip.text() == status.word
    colours = {chip.grab().toImage().pixelColor(x, 11).rgb() for x in range(7, 21)}
    assert len(colours) > 1


def test_that_a_status_can_be_said_in_full(qtbot: QtBot) -> None:
    chip = StatusChip(Status.OVERDUE, "Overdue by 2 h")
    qtbot.addWidget(chip)
    assert chip.text() == "Overdue by 2 h"
    narrow = chip.sizeHint().width()
    chip.show_status(Status.OVERDUE, "Overdue by 2 working days")
    assert chip.sizeHint().width() > narrow


@pytest.mark.parametrize("part", Compartment)
def test_that_a_part_says_its_name_and_how_many_can_open_it(
    qtbot: QtBot, part: Compartment
) -> None:
    chip = PartChip(part, ["Maya Fernsby", "Hester Winterbourne"])
    qtbot.addWidget(chip)
    assert chip.text().endswith("· 2 can open")
    assert chip.accessibleName().endswith("part, 2 people can open")
    assert chip.accessibleDescription() == "Maya Fernsby, Hester Winterbourne"


def test_that_a_part_says_nobody_can_open_it_never(qtbot: QtBot) -> None:
    chip = PartChip(Compartment.STAFF, [])
    qtbot.addWidget(chip)
    assert (chip.text(), chip.accessibleName()) == ("Staff", "Staff part")
    chip.show_who(["Maya Fernsby"])
    assert chip.text() == "Staff · 1 can open"


def test_that_one_person_is_not_called_people(qtbot: QtBot) -> None:
    chip = PartChip(Compartment.STAFF, ["Maya Fernsby"])
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "Staff part, 1 person can open"


def test_that_enter_on_a_part_lists_the_names_and_escape_puts_them_away(qtbot: QtBot) -> None:
    chip = PartChip(Compartment.STAFF, ["Maya Fernsby", "Hester Winterbourne"])
    qtbot.addWidget(chip)
    chip.show()
    QTest.keyClick(chip, Qt.Key.Key_Return)
    assert {"Maya Fernsby", "Hester Winterbourne"} <= set(written(chip))
    QTest.keyClick(chip, Qt.Key.Key_Escape)
    assert chip.slip() is None


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Return])
def test_that_a_key_shows_the_policys_own_words_in_serif(clause: ClauseMark, key: Qt.Key) -> None:
    QTest.keyClick(clause, key)
    assert WORDS in written(clause)
    slip = clause.slip()
    assert slip is not None
    quoted = next(label for label in slip.findChildren(Label) if label.words == WORDS)
    assert quoted.font().family() == Family.SERIF.value


def test_that_hovering_a_clause_shows_its_words_after_a_moment(
    qtbot: QtBot, clause: ClauseMark
) -> None:
    clause._linger.start()
    qtbot.waitUntil(lambda: clause.slip() is not None)
    assert WORDS in written(clause)


def test_that_the_slip_goes_with_the_focus(clause: ClauseMark) -> None:
    clause.setFocus()
    QTest.keyClick(clause, Qt.Key.Key_F1)
    assert clause.slip() is not None
    clause.clearFocus()
    assert clause.slip() is None


def test_that_readers_hear_code_and_words_without_opening_anything(clause: ClauseMark) -> None:
    assert clause.accessibleName() == "Clause IoW 6.3"
    assert clause.accessibleDescription() == WORDS


def test_that_a_clause_without_words_opens_no_empty_slip(qtbot: QtBot) -> None:
    mark = ClauseMark("IoW 6.3")
    qtbot.addWidget(mark)
    mark.show()
    QTest.keyClick(mark, Qt.Key.Key_F1)
    assert mark.slip() is None


def test_that_marks_are_at_least_the_least_target(qtbot: QtBot, clause: ClauseMark) -> None:
    chip = PartChip(Compartment.STAFF, ["Maya Fernsby"])
    qtbot.addWidget(chip)
    assert chip.sizeHint().height() >= 24
    assert clause.sizeHint().height() >= 24


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Maya Fernsby", "MF"), ("Wren", "W"), ("Anna van der Heath", "AH"), ("", "")],
)
def test_that_initials_are_first_and_last(name: str, expected: str) -> None:
    assert initials(name) == expected
