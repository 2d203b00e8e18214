"""A concern that grows, a consultation that ends it, a removal, and whom to ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from dsl_desk.domain.adult import Standing
from dsl_desk.domain.allegation_choices import AllegationStepSort, LadoView
from dsl_desk.domain.outcome import Outcome
from dsl_desk.domain.threshold import Answer
from dsl_desk.ui.allegations.adult_part import STANDINGS
from dsl_desk.ui.allegations.clock_card import ClockCard
from dsl_desk.ui.allegations.concern_page import LowLevelConcernPage
from dsl_desk.ui.allegations.intake_page import IntakePage
from dsl_desk.ui.allegations.lado_page import LadoPage
from dsl_desk.ui.allegations.list_page import AdultsPage
from dsl_desk.ui.allegations.low_level_page import LowLevelPage
from dsl_desk.ui.allegations.page import AllegationPage
from dsl_desk.ui.allegations.step_page import StepPage
from dsl_desk.ui.allegations.steps_card import StepsCard
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from tests.builders import an_entry_id
from tests.services.adults import (
    ROWAN,
    a_consultation,
    a_contact,
    a_low_level_draft,
    a_step,
    an_allegation_draft,
    an_outcome,
    begin,
    do,
    four,
)
from tests.services.staffroom import HESTER, MAYA
from tests.stories.adults_day import (
    adults,
    card,
    fill,
    name,
    on,
    settle,
    sit_down,
)
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from typing import TypeVar

    from PySide6.QtWidgets import QWidget

    from dsl_desk.domain.ids import EntryId
    from dsl_desk.ui.kit.page import Page
    from tests.stories.afternoon import Afternoon

    P = TypeVar("P", bound=Page)
    W = TypeVar("W", bound=QWidget)


@pytest.fixture
def day(afternoon: Afternoon) -> VaultDay:
    day = VaultDay(afternoon)
    day.school.add_everybody()
    return day


def test_that_a_self_report_is_signed_and_grows_into_an_allegation(day: VaultDay) -> None:
    with day.school.desk(MAYA) as desk:
        for _ in range(2):
            desk.low_level.record(a_low_level_draft(), _fresh(day))
    sit_down(day, HESTER)
    adults(day).share.click()
    form = on(day, LowLevelPage)
    name(day, form, ROWAN)
    form.form.adult.standing.setCurrentIndex(STANDINGS.index(Standing.VOLUNTEER))
    form.form.self_report.setChecked(True)
    form.form.words.setPlainText("Gave a child a lift home in the rain")
    form.finish()
    page = on(day, LowLevelConcernPage)
    page.sign.click()
    assert page.sign_field.error()
    page.why.setText("Told us at once, and knows why not")
    page.sign.click()
    settle(day)
    assert page.sign.isHidden()
    shown = adults(day)
    assert len(shown.concerns) == 3
    shown.concerns[0].open.click()
    on(day, LowLevelConcernPage).grow.click()
    grown = on(day, IntakePage)
    assert grown.form.draft().words == "Gave a child a lift home in the rain"
    fill(grown)
    grown.finish()
    assert on(day, AllegationPage).header.title.words == "Allegation AL-2026-001"
    adults(day).concerns[0].open.click()
    on(day, LowLevelConcernPage).go_on.click()
    assert on(day, AllegationPage).header.title.words == "Allegation AL-2026-001"


def _fresh(day: VaultDay) -> EntryId:
    return an_entry_id(day.afternoon.clock)


def test_that_a_consultation_without_names_ends_it_below_the_threshold(day: VaultDay) -> None:
    with day.school.desk(MAYA) as desk:
        record = begin(desk)
        do(desk, record, four(), a_consultation(LadoView.NO_REFERRAL))
    sit_down(day, MAYA)
    day.afternoon.window.go(Spot(Place.ADULTS, record))
    page = on(day, AllegationPage)
    assert card(page, ClockCard).headline.words == "Reached inside one working day"
    card(page, StepsCard).add.click()
    form = on(day, StepPage)
    form.form.choose(AllegationStepSort.CLOSED)
    form.form.words.setPlainText("Below the threshold, in the school's view.")
    form.finish()
    settle(day)
    assert form.form.fields["why"].error()
    form.form.why.setPlainText("The LADO says it needs no referral")
    form.finish()
    page = on(day, AllegationPage)
    assert page.contact.isHidden()


def test_that_a_malicious_allegation_leaves_the_personnel_file(day: VaultDay) -> None:
    with day.school.desk(MAYA) as desk:
        record = begin(desk, an_allegation_draft(teacher=True, pupil_here=True))
        do(desk, record, a_contact(), a_step(AllegationStepSort.RESIGNATION))
        do(desk, record, an_outcome(Outcome.MALICIOUS))
    sit_down(day, MAYA)
    day.afternoon.window.go(Spot(Place.ADULTS, f"{record}/step"))
    form = on(day, StepPage)
    form.form.choose(AllegationStepSort.REMOVED)
    form.form.words.setPlainText("Taken out of the personnel file")
    form.form.why.setPlainText("The outcome is malicious")
    form.form.asked["consent"].show_answer(Answer.NO.value)
    form.keep()
    form.step_back()
    day.afternoon.window.go(Spot(Place.ADULTS, f"{record}/step"))
    form = on(day, StepPage)
    assert form.form.draft().answer("consent") == Answer.NO.value
    form.finish()
    page = on(day, AllegationPage)
    left = [one.text() for one in page.findChildren(QLabel) if "has left" in one.text()]
    assert left


def test_that_whom_to_ring_is_checked_by_somebody_with_a_day(day: VaultDay) -> None:
    sit_down(day, MAYA)
    adults(day).lado.click()
    page = on(day, LadoPage)
    assert page.form.lines["name"].text() == "Isle of Wight LADO"
    page.form.lines["telephone"].setText("01632 960 017")
    page.form.checked.setChecked(True)
    page.finish()
    on(day, AdultsPage).lado.click()
    again = on(day, LadoPage)
    assert again.form.lines["telephone"].text() == "01632 960 017"
    assert not again.form.checked.isChecked()
