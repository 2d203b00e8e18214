"""Allegations on their pages: a coach, the Head, the DSL herself, and a concern that grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.allegation_choices import Held
from dsl_desk.domain.threshold import Answer, Criterion
from dsl_desk.domain.words import label
from dsl_desk.ui.allegations.clock_card import ClockCard
from dsl_desk.ui.allegations.hold_card import HoldCard
from dsl_desk.ui.allegations.intake_page import IntakePage
from dsl_desk.ui.allegations.page import AllegationPage
from dsl_desk.ui.allegations.steps_card import StepsCard
from dsl_desk.ui.allegations.threshold_card import ThresholdCard
from dsl_desk.ui.allegations.threshold_page import ThresholdPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from dsl_desk.ui.today.page import TodayPage
from tests.services.adults import (
    ROWAN,
)
from tests.services.staffroom import ALBAN, HESTER, MAYA
from tests.stories.adults_day import (
    WORDS,
    adults,
    card,
    fill,
    intake,
    name,
    on,
    recorded,
    settle,
    sit_down,
)
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from typing import TypeVar

    from PySide6.QtWidgets import QWidget

    from dsl_desk.ui.kit.page import Page
    from tests.stories.afternoon import Afternoon

    P = TypeVar("P", bound=Page)
    W = TypeVar("W", bound=QWidget)


@pytest.fixture
def day(afternoon: Afternoon) -> VaultDay:
    day = VaultDay(afternoon)
    day.school.add_everybody()
    return day


def test_that_an_allegation_about_a_coach_goes_its_way(day: VaultDay) -> None:
    sit_down(day, MAYA)
    form = intake(day)
    name(day, form, ROWAN)
    assert form.form.adult.goes_to.words == (
        "Case manager: the Headteacher. It is kept in the Staff part. Here Maya Fernsby and"
        " Hester Winterbourne can open it."
    )
    form.finish()
    settle(day)
    assert form.form.fields["words"].error()
    fill(form)
    form.finish()
    page = on(day, AllegationPage)
    assert page.header.title.words == "Allegation AL-2026-001"
    assert card(page, HoldCard).always.words.startswith("Always allowed now: ring 999")
    assert card(page, ClockCard).headline.words == "Ring now"
    assert "Thu 19 Nov, 15:40, 3 h 26 min left" in card(page, ClockCard).detail.words
    page.contact.who.setText("Ruth Saltmarsh")
    page.contact.no_answer.click()
    settle(day)
    assert card(page, ClockCard).headline.words == "Ring now"
    page.contact.who.setText("Ruth Saltmarsh")
    page.contact.words.setPlainText("“Tell the parents. Do not speak to him yet.”")
    page.contact.may[Held.TELL_PARENTS].setChecked(True)
    page.finish()
    settle(day)
    assert card(page, ClockCard).headline.words == "Reached inside one working day"
    assert "tell, question or suspend" in card(page, HoldCard).words.words
    assert "parents" not in card(page, HoldCard).words.words
    assert card(page, HoldCard).lifted[0].words.startswith("Tell the parents: advised")
    assert len(card(page, StepsCard).lines) == 2


def test_that_a_form_left_half_written_is_back_and_the_page_of_the_clock_is_on_today(
    day: VaultDay,
) -> None:
    record = recorded(day)
    sit_down(day, MAYA)
    today = on(day, TodayPage)
    today.needs.act_wanted.emit(today._today.now[0] if today._today else None)
    page = on(day, AllegationPage)
    assert page._record == record
    page.contact.words.setPlainText("“Send the pack”")
    page.step_back()
    form = intake(day)
    name(day, form, ROWAN)
    form.form.words.setPlainText(WORDS)
    form.form.online.setChecked(True)
    form.form.lines["platforms"].setText("Snapchat")
    form.keep()
    form.step_back()
    form = intake(day)
    assert form.form.draft().words == WORDS
    assert form.form.fields["platforms"].isVisible()
    day.afternoon.window.go(Spot(Place.ADULTS, record))
    assert on(day, AllegationPage).contact.words.text() == "“Send the pack”"


def test_that_a_late_contact_asks_why_and_the_clock_says_so(day: VaultDay) -> None:
    record = recorded(day)
    day.afternoon.clock.advance(days=1)
    sit_down(day, MAYA)
    day.afternoon.window.go(Spot(Place.ADULTS, record))
    page = on(day, AllegationPage)
    assert card(page, ClockCard).headline.words == "Overdue: ring now"
    page.contact.who.setText("Ruth Saltmarsh")
    page.contact.words.setPlainText("“Thank you.”")
    page.contact.log.click()
    settle(day)
    assert page.contact.fields["late_why"].error()
    page.contact.late.setText("The form lay in a tray over night")
    page.contact.log.click()
    settle(day)
    assert card(page, ClockCard).headline.words == "Reached after one working day"


def test_that_the_four_answers_are_the_schools_view_and_change_by_a_version(
    day: VaultDay,
) -> None:
    record = recorded(day)
    sit_down(day, MAYA)
    day.afternoon.window.go(Spot(Place.ADULTS, record))
    page = on(day, AllegationPage)
    card(page, ThresholdCard).button.click()
    form = on(day, ThresholdPage)
    form.finish()
    settle(day)
    assert form.form.fields["harmed"].error()
    for criterion in Criterion:
        form.form.picks[criterion].setCurrentText(label(Answer.NO))
        form.form.whys[criterion].setText("Nothing said so far suggests it")
    form.finish()
    page = on(day, AllegationPage)
    assert card(page, ThresholdCard).view.words == "In our view it is below the threshold"
    card(page, ThresholdCard).button.click()
    form = on(day, ThresholdPage)
    form.form.picks[Criterion.OFFENCE].setCurrentText(label(Answer.NOT_KNOWN))
    form.form.reason.setText("That is for the police to say")
    form.finish()
    page = on(day, AllegationPage)
    assert card(page, ThresholdCard).view.words == "We do not know enough: ring the LADO"
    assert len(card(page, StepsCard).lines) == 1


@pytest.mark.parametrize(
    ("writer", "about", "says"),
    [
        (MAYA, MAYA, "This is about you"),
        (MAYA, ALBAN, "Ring the local authority designated officer"),
    ],
)
def test_that_nobody_types_a_word_where_it_is_not_theirs_to_keep(
    day: VaultDay, writer: str, about: str, says: str
) -> None:
    sit_down(day, writer)
    form = intake(day)
    name(day, form, about)
    assert says in form.form.adult.stop.words
    assert not form.form.rest.isVisible()
    assert not form.button.isEnabled()
    form.finish()
    settle(day)
    assert on(day, IntakePage) is form


def test_that_an_allegation_about_the_head_shows_nowhere_on_her_screens(day: VaultDay) -> None:
    sit_down(day, ALBAN)
    form = intake(day)
    name(day, form, HESTER)
    assert form.form.adult.goes_to.words.startswith("About the Headteacher. Case manager: the")
    fill(form)
    form.finish()
    page = on(day, AllegationPage)
    assert page.header.title.words == "Sealed allegation"
    assert page.chip.text() == "Sealed · 1 can open"
    assert adults(day).lines[0].isVisible()
    sit_down(day, HESTER)
    assert on(day, TodayPage).empty.isVisible()
    shown = adults(day)
    assert (shown.lines, shown.concerns) == ([], [])
    assert shown.empty.isVisible()
