"""The fence on the pages: a key, a viewer, and what stands on the child's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.rights import Right
from dsl_desk.ui.kit.question import Question, Yes
from dsl_desk.ui.people.declared_links import DeclaredLinks
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from tests.services.declaring import KIT, a_declaration, a_link, declare, entry_of
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN
from tests.stories.adults_day import on, settle, sit_down
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


@pytest.fixture
def day(afternoon: Afternoon) -> VaultDay:
    day = VaultDay(afternoon)
    day.school.add_everybody()
    return day


def test_that_a_key_to_children_is_given_past_a_link_only_with_a_reason(
    day: VaultDay, ask: ScriptedAsk
) -> None:
    with day.school.desk(HESTER) as desk:
        declare(desk, a_declaration(by=ALBAN, signed=ALBAN))
    sit_down(day, HESTER)
    cell = day.cell(ALBAN, Compartment.CHILDREN)
    ask.will(None)
    day.page().who.matrix.key_wanted.emit(cell)
    settle(day)
    (asked,) = ask.asked
    assert isinstance(asked, Question)
    assert asked.sentence.startswith(f"{ALBAN}: aunt or uncle of {KIT}.")
    ask.will(Yes("He reads as chair"), Yes("The governors ask for it"))
    day.page().who.matrix.key_wanted.emit(cell)
    settle(day)
    day.afternoon.leave()
    with day.school.desk(HESTER) as desk:
        rights = {one.member.name: one.rights for one in desk.members.everyone()}
        assert rights[ALBAN][Compartment.CHILDREN] is Right.READ


def test_that_whoever_cannot_see_links_is_told_whom_to_ask(day: VaultDay, ask: ScriptedAsk) -> None:
    sit_down(day, OWEN)
    ask.will(None)
    day.page().who.matrix.key_wanted.emit(day.cell(ALBAN, Compartment.CHILDREN))
    settle(day)
    (asked,) = ask.asked
    assert isinstance(asked, Question)
    assert f"Ask {MAYA} or {HESTER} whether one touches this." in asked.sentence


def test_that_the_childs_page_shows_links_to_those_who_may_see_them(day: VaultDay) -> None:
    with day.school.desk(MAYA) as desk:
        draft = PersonDraft(PersonKind.PUPIL, "Meadowcroft", "Kit")
        kit = desk.people.add(draft, entry_of(desk)).answer.id
    with day.school.desk(HESTER) as desk:
        declare(desk, a_declaration(a_link(who=PersonRef(KIT, kit))))
    for name, shown in ((MAYA, True), (OWEN, False)):
        sit_down(day, name)
        day.afternoon.window.go(Spot(Place.PEOPLE, kit))
        page = on(day, PersonPage)
        settle(day)
        cards = page.findChildren(DeclaredLinks)
        assert any(card.isVisible() for card in cards) is shown
        if shown:
            lines = [line for card in cards for line in card.lines]
            assert f"Priya Oakhollow: aunt or uncle of {KIT}. New, not yet decided" in lines
        day.afternoon.leave()
