"""A member without the key to Staff writes an allegation down, and keeps the slip alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.left import Became
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
    sit_down(day, manager)
    day.afternoon.at_rest()
    ids: list[str] = []
    assert day.afternoon.front is not None

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
    day.afternoon.wait(page.buttons[Became.ALLEGATION].isVisible)
    assert form_code(page) in page.title
    page.buttons[Became.ALLEGATION].click()
    day.afternoon.wait(lambda: isinstance(day.afternoon.window.stack.page, AllegationPage))
    settle(day)


def form_code(page: LeftPage) -> str:
    assert page.record is not None
    return page.record.left.code


def test_that_whoever_it_is_about_hands_nothing_in(day: VaultDay) -> None:
    sit_down(day, MAYA)
    form = intake(day)
    name(day, form, MAYA)
    assert not form.form.rest.isVisible()
    assert not form.button.isEnabled()
