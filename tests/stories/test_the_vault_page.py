"""The Vault page over the real services: keys, members, the ledger and copies."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from sqlcipher3 import dbapi2

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import NotEntitledError
from dsl_desk.ui.kit.question import Question, Yes
from dsl_desk.ui.vault.key_cell import KeyCell
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.services.desk import Desk
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon

CHILDREN, STAFF = Compartment.CHILDREN, Compartment.STAFF
ENTER = Qt.Key.Key_Return


@pytest.fixture
def day(afternoon: Afternoon) -> VaultDay:
    return VaultDay(afternoon)


def opens(day: VaultDay, name: str, part: Compartment) -> bool:
    with day.school.desk(name) as desk:
        return part in desk.sitting.parts


def test_that_a_key_given_on_the_page_opens_the_part_and_one_taken_back_does_not(
    day: VaultDay, ask: ScriptedAsk
) -> None:
    afternoon = day.afternoon
    day.school.add_everybody()
    for before, after in (("No key", "Can read"), ("Can read", "No key")):
        cell = day.cell(OWEN, STAFF)
        assert cell.word == before
        ask.will(Yes("Covering while I am on leave"))
        cell.setFocus()
        afternoon.press(ENTER)
        afternoon.wait(partial(day.has_word, OWEN, STAFF, after))
        afternoon.lock()
        assert opens(day, OWEN, STAFF) is (after == "Can read")
    given, taken = ask.asked
    assert isinstance(given, Question)
    assert isinstance(taken, Question)
    assert given.title == "Give Owen Larkspur the key of Staff?"
    assert taken.title == "Take back Owen Larkspur's key of Staff?"
    assert given.reason
    assert taken.reason


def test_that_nobody_can_press_twice_while_a_key_is_taken_back(
    day: VaultDay, ask: ScriptedAsk
) -> None:
    day.school.add_everybody()
    page = day.page()
    ask.will(Yes("Owen has left the team"))
    page.who.matrix.cell(OWEN, CHILDREN).click()
    assert page.who.busy
    assert page.who.progress.isVisible()
    page.who.matrix.cell(HESTER, CHILDREN).click()
    day.afternoon.wait(lambda: not page.who.busy)
    assert len(ask.asked) == 1
    assert not page.who.progress.isVisible()
    day.afternoon.wait(lambda: day.word(OWEN, CHILDREN) == "No key")
    assert day.word(HESTER, CHILDREN) == "Can authorise"


def test_that_the_last_key_stays_and_the_page_says_why(day: VaultDay, ask: ScriptedAsk) -> None:
    page = day.page()
    ask.will(Yes("I want to be rid of it"))
    page.who.matrix.cell(MAYA, CHILDREN).click()
    day.afternoon.wait(page.who.notice.words)
    assert page.who.notice.words().startswith("This is the last key of Children.")
    assert page.who.matrix.cell(MAYA, CHILDREN).word == "Has key"


def test_that_who_keeps_it_as_it_is_changes_nothing(day: VaultDay, ask: ScriptedAsk) -> None:
    day.school.add_everybody()
    page = day.page()
    ask.will(None, None)
    page.who.matrix.cell(OWEN, STAFF).click()
    page.who.matrix.cells[1][0].click()
    day.afternoon.at_rest()
    assert not page.who.busy
    assert day.word(OWEN, STAFF) == "No key"


def test_that_the_chip_of_concerns_follows_the_keys(day: VaultDay, ask: ScriptedAsk) -> None:
    day.school.add_everybody()
    page = day.page()
    ask.will(Yes("Owen has left the team"))
    title = day.afternoon.list().header.title
    day.afternoon.at_rest()
    assert "Children part, 3 people can open" in title.accessibleName()
    page = day.page()
    page.who.matrix.cell(OWEN, CHILDREN).click()
    day.afternoon.wait(lambda: not page.who.busy)
    title = day.afternoon.list().header.title
    day.afternoon.at_rest()
    assert "Children part, 2 people can open" in title.accessibleName()


def test_that_a_member_retired_leaves_the_matrix_and_is_named_below(
    day: VaultDay, ask: ScriptedAsk
) -> None:
    with day.school.desk() as desk:
        day.school.add(desk, OWEN)
    page = day.page()
    ask.will(Yes("Owen moves to another school"))
    page.who.matrix.cells[1][0].click()
    day.afternoon.wait(lambda: page.who.left.words)
    day.afternoon.wait(lambda: len(page.who.matrix.cells) == 1)
    assert page.who.left.words == "No longer a member: Owen Larkspur."


def test_that_a_member_of_no_part_sees_no_matrix_and_no_counts(day: VaultDay) -> None:
    afternoon = day.afternoon
    day.school.add_everybody()
    afternoon.member, afternoon.key = day.school.ids[ALBAN], day.school.keys[ALBAN]
    page = day.page()
    assert not page.who.matrix.isVisible()
    assert page.who.none.isVisible()
    assert page.ledger.lines == []
    assert not page.cases.isVisible()


def test_that_arrows_move_in_the_matrix_and_readers_hear_the_state(day: VaultDay) -> None:
    day.school.add_everybody()
    page = day.page()
    matrix = page.who.matrix
    matrix.cell(MAYA, CHILDREN).setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Right):
        day.afternoon.press(key)
    here = day.afternoon.focus()
    assert isinstance(here, KeyCell)
    assert here.accessibleName() == "Owen Larkspur, Staff: No key"
    assert here.focusPolicy() == Qt.FocusPolicy.StrongFocus
    for _ in range(9):
        day.afternoon.press(Qt.Key.Key_Up)
    assert day.afternoon.focus().accessibleName() == "Maya Fernsby, Staff: Has key"
    heads = {head.part: head for head in matrix.heads}
    assert heads[STAFF].accessibleName() == "Staff part, 0 records, 2 people can open"
    assert "cryptography" in heads[STAFF].accessibleDescription()
    assert "kept by the app" in heads[STAFF].accessibleDescription()


@pytest.mark.gate_story
def test_that_a_check_says_the_ledger_is_whole_and_what_it_covers(day: VaultDay) -> None:
    day.afternoon.recorded(3)
    card = day.page().ledger
    card.check.click()
    card.check.click()
    assert card.progress.isVisible()
    day.afternoon.wait(card.result.isVisible)
    assert card.result.words.startswith("All ")
    assert "School, Children, Staff, Declarations" in card.result.words
    assert card.chip.text() == "Whole, checked 12:14"
    assert not card.check.is_busy()


def test_that_a_check_can_be_stopped(day: VaultDay) -> None:
    day.afternoon.recorded(3)
    card = day.page().ledger
    card.check.click()
    card.progress.cancel.click()
    day.afternoon.wait(card.result.isVisible)
    assert card.result.words == "You stopped the check. Nothing was changed."


def test_that_planted_damage_is_red_and_names_the_first_bad_entry(day: VaultDay) -> None:
    day.afternoon.recorded(3)
    card = day.page().ledger
    front = day.afternoon.front
    assert front is not None

    def plant(desk: Desk) -> None:
        database = desk.sitting.part(CHILDREN).database
        database._connection.set_authorizer(lambda *_asked: int(dbapi2.SQLITE_OK))
        database.run("UPDATE ledger SET salt = zeroblob(32) WHERE number = 2")

    front.worker.ask(card, plant, lambda _none: None)
    card.check.click()
    day.afternoon.wait(card.notice.words)
    assert "entry 2" in card.notice.words()
    assert "Children" in card.notice.words()
    assert card.chip.text() == "Damage found"
    assert not card.check.is_busy()


def test_that_the_newest_entries_say_who_did_what(day: VaultDay) -> None:
    day.afternoon.recorded(1)
    lines = [row.words.words for row in day.page().ledger.lines]
    assert lines[0] == "Maya Fernsby unlocked the vault (School)"
    assert "Maya Fernsby recorded C-2026-001 (Children)" in lines


def test_that_a_copy_is_made_tried_and_told(
    day: VaultDay, ask: ScriptedAsk, tmp_path: Path
) -> None:
    card = day.page().copies
    assert card.newest.words.words == "No copy yet"
    assert card.worries.words.startswith("There is no copy yet.")
    stick = tmp_path / "stick"
    stick.mkdir()
    ask.will(stick)
    card.take.click()
    day.afternoon.wait(card.result.isVisible)
    assert card.result.words.startswith("The copy was made, read back and found whole")
    day.afternoon.wait(lambda: "stick" in card.newest.words.words)
    card.test.click()
    day.afternoon.wait(lambda: card.result.words.startswith("The copy opens."))
    day.afternoon.wait(lambda: card.tried.words.words == "Last tried Thu 19 Nov 2026, 12:14")


def test_that_a_folder_without_a_copy_is_told(
    day: VaultDay, ask: ScriptedAsk, tmp_path: Path
) -> None:
    card = day.page().copies
    ask.will(tmp_path)
    card.test.click()
    day.afternoon.wait(card.notice.words)
    assert card.notice.words().startswith("There is no vault in this folder.")
    assert not card.test.is_busy()


def test_that_who_lost_the_key_is_refused_by_the_services_too(day: VaultDay) -> None:
    day.school.add_everybody()
    with day.school.desk(OWEN) as desk, pytest.raises(NotEntitledError):
        desk.sitting.part(STAFF)


@pytest.mark.parametrize(("width", "beside"), [(1366, True), (1024, False), (911, False)])
def test_that_cards_stand_under_one_another_in_a_small_window_and_nothing_is_cut(
    day: VaultDay, width: int, *, beside: bool
) -> None:
    day.school.add_everybody()
    window = day.afternoon.unlock((width, 610))
    page = day.page()
    day.afternoon.wait(lambda: page.copies.x() >= 0 and page.who.matrix.heads)
    right = page.copies.mapTo(window, page.copies.rect().topRight()).x()
    assert right <= window.width()
    top = page.copies.mapTo(window, page.copies.rect().topLeft())
    assert (top.x() > page.who.mapTo(window, page.who.rect().topRight()).x()) is beside
