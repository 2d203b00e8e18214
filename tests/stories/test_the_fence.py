"""The fence on the pages: a key, a viewer, and what stands on the child's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.member import Role
from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.rights import Right
from dsl_desk.ui.evidence.viewing_form_page import DecidePage
from dsl_desk.ui.kit.question import Question, Yes
from dsl_desk.ui.kit.token import Chosen
from dsl_desk.ui.people.declared_links import DeclaredLinks
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import NEW, Spot
from tests.services.declaring import KIT, a_declaration, a_link, declare, entry_of
from tests.services.looking import a_viewing_of
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN
from tests.stories.adults_day import on, settle, sit_down
from tests.stories.looking_day import page_of
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


def test_that_whoever_declared_a_link_comes_in_with_a_key_only_with_a_reason(
    day: VaultDay, ask: ScriptedAsk
) -> None:
    with day.school.desk(HESTER) as desk:
        declare(desk, a_declaration(by="Lena Harebell", signed="Lena Harebell"))
    sit_down(day, HESTER)
    page = day.adding()
    page.form.name.setText("Lena Harebell")
    page.form.role.setCurrentIndex(list(Role).index(Role.DEPUTY_DSL))
    page.form.reason.setText("The new deputy")
    page.form.ways[2].setChecked(True)
    ask.will(None)
    page.finish()
    settle(day)
    (asked,) = ask.asked
    assert isinstance(asked, Question)
    assert asked.sentence.startswith(f"Lena Harebell: aunt or uncle of {KIT}.")
    assert not page.kit.is_waiting
    ask.will(Yes("She is not in his class any more"))
    page.finish()
    day.afternoon.wait(lambda: page.kit.is_waiting)
    settle(day)


def test_that_whoever_is_named_best_placed_is_asked_about(day: VaultDay, ask: ScriptedAsk) -> None:
    wren = "Wren Tamarisk"
    with day.school.desk(HESTER) as desk:
        link = a_link(who=PersonRef(wren))
        declare(desk, a_declaration(link, by="Lena Harebell", signed="Lena Harebell"))
    sit_down(day, MAYA)
    day.afternoon.window.go(Spot(Place.EVIDENCE, NEW))
    page = page_of(day.afternoon, DecidePage)
    more = {"whose": PersonRef(wren), "best_placed": "Lena Harebell, who teaches her"}
    draft = a_viewing_of(day.school.ids[MAYA], day.afternoon.clock, **more)
    page.form.show_draft(draft)
    page.form.whose.show_people([Chosen(wren, "")])
    page.form.typed.emit()
    ask.will(None)
    page.finish()
    settle(day)
    (asked,) = ask.asked
    assert isinstance(asked, Question)
    assert asked.sentence.startswith(f"Lena Harebell: aunt or uncle of {wren}.")
