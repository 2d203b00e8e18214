"""Sealed cases on their pages: who sees them, who receives one, and what is written in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from dsl_desk.domain.case import CaseDraft
from dsl_desk.ui.cases.begin_page import BeginCasePage
from dsl_desk.ui.cases.case_page import CasePage
from dsl_desk.ui.cases.list_page import CasesPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import CASES
from tests.builders import an_entry_id
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN
from tests.stories.afternoon import CTRL
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from dsl_desk.domain.case import CaseView
    from tests.stories.afternoon import Afternoon

LENA, WORDS = "Lena Harebell", "“he said a lift home was nothing to fuss about”"


@pytest.fixture
def day(afternoon: Afternoon) -> VaultDay:
    day = VaultDay(afternoon)
    day.school.add_everybody()
    return day


def sit_down(day: VaultDay, name: str) -> None:
    day.afternoon.member, day.afternoon.key = day.school.ids[name], day.school.keys[name]


def begun(day: VaultDay, name: str = MAYA, about: str = LENA) -> CaseView:
    with day.school.desk(name) as desk:
        draft = CaseDraft(about, "Wren Tamarisk", WORDS)
        case = desk.cases.begin(draft, an_entry_id(day.afternoon.clock)).answer
        desk.cases.rewrite_all()
        return case


def cases(day: VaultDay) -> CasesPage:
    day.afternoon.window.go(CASES)
    day.afternoon.at_rest()
    page = day.afternoon.window.stack.page
    assert isinstance(page, CasesPage)
    return page


def form(day: VaultDay) -> BeginCasePage:
    cases(day).begin.click()
    page = day.afternoon.window.stack.page
    assert isinstance(page, BeginCasePage)
    day.afternoon.wait(lambda: page.form.goes_to.words)
    return page


@pytest.mark.parametrize("name", [MAYA, HESTER, ALBAN, OWEN])
def test_that_whoever_holds_a_group_is_offered_the_page_with_a_case_or_without(
    day: VaultDay, name: str
) -> None:
    begun(day, MAYA)
    sit_down(day, name)
    window = day.afternoon.unlock()
    day.afternoon.at_rest()
    assert Place.CASES in window.rail.offered()
    page = cases(day)
    mine = name in (MAYA, HESTER)
    assert page.empty.isVisible() is not mine
    assert len(page.cards) == mine


def test_that_somebody_in_no_group_is_not_offered_the_page_in_rail_or_palette(
    afternoon: Afternoon,
) -> None:
    day = VaultDay(afternoon)
    with day.school.desk() as desk:
        day.school.add(desk, OWEN)
    sit_down(day, OWEN)
    window = afternoon.unlock()
    afternoon.at_rest()
    assert Place.CASES not in window.rail.offered()
    afternoon.press(Qt.Key.Key_K, CTRL)
    palette = window._palette()
    assert palette is not None
    offered = [item.words for item in palette._items]
    assert "Go to Vault" in offered
    assert "Go to Sealed cases" not in offered


def test_that_who_receives_it_is_said_before_the_first_word(day: VaultDay) -> None:
    day.afternoon.unlock()
    page = form(day)
    assert page.form.goes_to.words == (
        "About a member of staff: it goes to the Headteacher and the Designated Safeguarding "
        "Lead. Here that is Hester Winterbourne and Maya Fernsby."
    )
    assert page.form.rest.isVisible()
    page.form.who.setCurrentText(HESTER)
    day.afternoon.wait(lambda: page.form.goes_to.words.startswith("About the Headteacher"))
    assert page.form.goes_to.words.endswith("Here that is Alban Rushmere.")
    assert page.form.stop.isVisible()
    assert not page.form.rest.isVisible()
    assert not page.button.isEnabled()
    page.form.who.setCurrentText(ALBAN)
    day.afternoon.wait(lambda: "designated officer" in page.form.goes_to.words)
    assert not page.form.rest.isVisible()


def test_that_a_name_spelled_alike_is_the_members(day: VaultDay) -> None:
    day.afternoon.unlock()
    page = form(day)
    page.form.name.setFocus()
    day.afternoon.type("hester  WINTERBOURNE")
    day.afternoon.wait(lambda: page.form.goes_to.words.startswith("About the Headteacher"))
    assert not page.form.rest.isVisible()


def test_that_a_case_is_begun_read_and_written_in(day: VaultDay) -> None:
    afternoon = day.afternoon
    window = afternoon.unlock()
    page = form(day)
    page.form.name.setFocus()
    afternoon.type(LENA)
    afternoon.at_rest()
    page.finish()
    afternoon.wait(page.form.fields["told_by"].error)
    assert page.form.fields["words"].error() == "Write what was said or seen, in their own words."
    page.form.told_by.setFocus()
    afternoon.type("Wren Tamarisk")
    page.form.words.setFocus()
    afternoon.type(WORDS)
    page.finish()
    afternoon.wait(lambda: getattr(window.stack.page, "is_read", False))
    case = window.stack.page
    assert isinstance(case, CasePage)
    assert case.header.title.words == f"About {LENA}"
    assert case.header.subtitle.words == (
        "Only Hester Winterbourne and Maya Fernsby can open this case."
    )
    case.finish()
    afternoon.wait(case.field.error)
    case.words.setFocus()
    afternoon.type("Rang the LADO at 14:02")
    case.finish()
    afternoon.wait(lambda: len(case.notes) == 2)
    assert [note.words.words for note in case.notes] == [WORDS, "Rang the LADO at 14:02"]
    assert case.words.text() == ""
    listed = cases(day)
    assert [card.accessibleName() for card in listed.cards] == [
        f"Sealed case about {LENA}, 2 notes"
    ]
    afternoon.lock()
    with day.school.desk(HESTER) as desk:
        assert desk.cases.mine() == ()  # it moves with the next round
    with day.school.desk() as desk:
        desk.cases.rewrite_all()
    with day.school.desk(HESTER) as desk:
        assert len(desk.cases.mine()) == 1


def test_that_what_is_being_typed_comes_back_after_a_lock(day: VaultDay) -> None:
    afternoon = day.afternoon
    afternoon.unlock()
    page = form(day)
    page.form.name.setFocus()
    afternoon.type(LENA)
    page.form.words.setFocus()
    afternoon.type(WORDS)
    page.form.who.setCurrentText(OWEN)
    page.form.who.activated.emit(1)
    afternoon.lock()
    afternoon.unlock()
    again = form(day)
    assert again.form.words.text() == WORDS
    assert again.form.who.currentText() == OWEN
    again.later.click()
    assert isinstance(afternoon.window.stack.page, CasesPage)


def test_that_a_note_half_written_waits_in_its_case(day: VaultDay) -> None:
    case = begun(day)
    afternoon = day.afternoon
    afternoon.unlock()
    cases(day).cards[0].open.click()
    afternoon.wait(lambda: getattr(afternoon.window.stack.page, "is_read", False))
    page = afternoon.window.stack.page
    assert isinstance(page, CasePage)
    page.words.setFocus()
    afternoon.type("Half a thou")
    page.step_back()
    cases(day).cards[0].open.click()
    again = afternoon.window.stack.page
    assert isinstance(again, CasePage)
    assert again.words.text() == "Half a thou"
    assert again._case == case.id
