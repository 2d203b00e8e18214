"""A member without the key to Staff writes an allegation down, and keeps the slip alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.declaration import DeclarationDraft, fields_of
from dsl_desk.domain.declared_link import BeforeJoining, DeclaredLink, Teaches
from dsl_desk.domain.drop import Left, LeftAbout, LeftSort, Whom
from dsl_desk.domain.left import Became
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.services.dropping import Dropping
from dsl_desk.ui.allegations.intake_page import IntakePage
from dsl_desk.ui.allegations.page import AllegationPage
from dsl_desk.ui.drop.left_page import LeftPage
from dsl_desk.ui.shell.spot import left_of
from tests.services.dropbox import take_in
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN
from tests.stories.adults_day import WORDS, fill, intake, name, on, settle, sit_down
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from tests.stories.afternoon import Afternoon

ROWAN = "Rowan Kestrel"


@pytest.fixture
def day(afternoon: Afternoon) -> VaultDay:
    day = VaultDay(afternoon)
    day.school.add_everybody()
    return day


@pytest.mark.parametrize(("about", "manager"), [(ROWAN, HESTER), (HESTER, ALBAN)])
def test_that_the_words_reach_the_case_manager_and_stay_with_nobody_else(
    day: VaultDay, about: str, manager: str
) -> None:
    sit_down(day, OWEN)
    form = intake(day)
    name(day, form, about)
    assert "in person now" in form.form.adult.stop.words
    assert "hand it in" in form.form.adult.stop.words
    assert form.button.text() == "Seal and hand in"
    fill(form)
    form.finish()
    day.afternoon.wait(form.slip.isVisible)
    assert form.slip.words.startswith("Code ")
    assert on(day, IntakePage) is form
    assert not form.form.isVisible()
    day.afternoon.lock()
    with day.school.desk(OWEN) as desk:
        assert desk.drafts.brought_back() == {}
        assert [one for one in take_in(desk) if one.left.fields.get("words") == WORDS] == []
    page = first_left(day, manager, Became.ALLEGATION)
    assert form_code(page) in page.title
    page.buttons[Became.ALLEGATION].click()
    day.afternoon.wait(lambda: isinstance(day.afternoon.window.stack.page, AllegationPage))
    settle(day)


def first_left(day: VaultDay, who: str, what: Became) -> LeftPage:
    """Unlock, wait until the rounds have taken in what was left, and open it."""
    sit_down(day, who)
    ids: list[str] = []

    def waiting() -> bool:
        assert day.afternoon.front is not None
        day.afternoon.front.worker.ask(
            day.afternoon.window,
            lambda desk: [one.written.id for one in desk.drop.waiting().rows],
            ids.extend,
        )
        day.afternoon.at_rest()
        return bool(ids)

    day.afternoon.wait(waiting)
    day.afternoon.window.go(left_of(ids[0]))
    page = on(day, LeftPage)
    day.afternoon.wait(page.buttons[what].isVisible)
    return page


def form_code(page: LeftPage) -> str:
    assert page.record is not None
    return page.record.left.code


def test_that_whoever_it_is_about_hands_nothing_in(day: VaultDay) -> None:
    sit_down(day, MAYA)
    form = intake(day)
    name(day, form, MAYA)
    assert not form.form.rest.isVisible()
    assert not form.button.isEnabled()


def test_that_a_declaration_from_the_lock_screen_is_taken_up(day: VaultDay) -> None:
    link = DeclaredLink(
        PersonRef("Wren Tamarisk"),
        relation="said",
        relation_words="Aunt",
        before=BeforeJoining.BEFORE,
        teaches=Teaches.NO,
    )
    lena = "Lena Harebell"
    draft = DeclarationDraft(by=lena, links=(link,), signed=lena, signed_on="2026-11-19")
    clock = day.afternoon.clock
    whom = Whom(LeftAbout.LINK)
    left = Left.fresh(LeftSort.DECLARATION, whom, fields_of(draft), clock.now())
    Dropping(day.afternoon.folder, clock).leave(left)
    page = first_left(day, HESTER, Became.DECLARATION)
    page.buttons[Became.DECLARATION].click()
    day.afternoon.wait(lambda: not isinstance(day.afternoon.window.stack.page, LeftPage))
    settle(day)
    found: list[Became] = []
    assert day.afternoon.front is not None
    day.afternoon.front.worker.ask(
        day.afternoon.window,
        lambda desk: [one.draft.became for one in desk.drop.settled()],
        found.extend,
    )
    day.afternoon.wait(lambda: found)
    assert found == [Became.DECLARATION]
