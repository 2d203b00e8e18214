"""A sealed case at its end: one holder proposes, another agrees, and nothing of it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.adult import Standing
from dsl_desk.domain.case import CaseDraft
from dsl_desk.domain.compartment import Compartment
from dsl_desk.ui.allegations.list_page import AdultsPage
from dsl_desk.ui.allegations.page import AllegationPage
from dsl_desk.ui.cases.case_page import CasePage
from dsl_desk.ui.cases.list_page import CasesPage
from dsl_desk.ui.forms.letting_go import LettingGo
from dsl_desk.ui.kit.question import Yes
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import CASES, Spot
from tests.builders import an_entry_id
from tests.services.adults import about, an_allegation_draft, begin
from tests.services.staffroom import HESTER, MAYA, OWEN
from tests.stories.adults_day import card, on, settle, sit_down
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


@pytest.fixture
def day(afternoon: Afternoon) -> VaultDay:
    day = VaultDay(afternoon)
    day.school.add_everybody()
    return day


def test_that_a_case_about_the_dsl_is_let_go_by_two_who_hold_it(
    day: VaultDay, ask: ScriptedAsk, tmp_path: Path
) -> None:
    with day.school.desk(HESTER) as desk:
        record = begin(desk, an_allegation_draft(about(desk, MAYA, Standing.DSL)))
        desk.cases.rewrite_all()
    here = Spot(Place.ADULTS, record)
    sit_down(day, HESTER)
    day.afternoon.window.go(here)
    page = on(day, AllegationPage)
    ask.will(None)
    card(page, LettingGo).propose.click()
    ask.will(Yes("Ten years are over"))
    card(page, LettingGo).propose.click()
    settle(day)
    assert "It takes another who holds it" in card(page, LettingGo).words.words
    day.afternoon.lock()
    with day.school.desk(HESTER) as desk:
        desk.cases.rewrite_all()
    sit_down(day, OWEN)
    day.afternoon.window.go(here)
    page = on(day, AllegationPage)
    ask.will(Yes("Somebody may ask for it still"))
    card(page, LettingGo).refuse.click()
    settle(day)
    assert card(page, LettingGo).propose.isVisible()
    ask.will(Yes("He has died"))
    card(page, LettingGo).propose.click()
    settle(day)
    day.afternoon.lock()
    with day.school.desk(OWEN) as desk:
        desk.cases.rewrite_all()
    sit_down(day, HESTER)
    day.afternoon.window.go(here)
    page = on(day, AllegationPage)
    paper = tmp_path / "certificate.pdf"
    ask.will(Yes("I agree"))
    ask.will(paper)
    card(page, LettingGo).agree.click()
    settle(day)
    day.afternoon.wait(paper.exists)
    shown = on(day, AdultsPage)
    assert shown.lines == []
    assert paper.read_bytes().startswith(b"%PDF")
    day.afternoon.lock()
    with day.school.desk(HESTER) as desk:
        assert desk.vault.check(lambda _done, _of: None).parts == (
            Compartment.SCHOOL,
            *(Compartment.CHILDREN, Compartment.STAFF, Compartment.DECLARATIONS),
        )


def test_that_a_case_that_is_no_allegation_is_held_and_let_go_from_its_page(
    day: VaultDay, ask: ScriptedAsk, tmp_path: Path
) -> None:
    with day.school.desk(MAYA) as desk:
        draft = CaseDraft("Lena Harebell", "Wren Tamarisk", "“nothing to fuss about”")
        case = desk.cases.begin(draft, an_entry_id(day.afternoon.clock)).answer.id
        desk.cases.rewrite_all()
    here = Spot(CASES.place, case)
    sit_down(day, MAYA)
    day.afternoon.window.go(here)
    page = on(day, CasePage)
    assert page.kept.words
    for answer, shown in (("The inquiry asks for it", False), ("It is over", True)):
        ask.will(Yes(answer))
        going = card(page, LettingGo)
        (going.lift if shown else going.hold).click()
        settle(day)
        assert card(page, LettingGo).propose.isVisible() is shown
    ask.will(Yes("There was nothing in it"))
    card(page, LettingGo).propose.click()
    settle(day)
    day.afternoon.lock()
    with day.school.desk(MAYA) as desk:
        desk.cases.rewrite_all()
    sit_down(day, HESTER)
    day.afternoon.window.go(here)
    page = on(day, CasePage)
    paper = tmp_path / "certificate.pdf"
    ask.will(Yes("I agree"))
    ask.will(paper)
    card(page, LettingGo).agree.click()
    settle(day)
    day.afternoon.wait(paper.exists)
    assert on(day, CasesPage).isVisible()
