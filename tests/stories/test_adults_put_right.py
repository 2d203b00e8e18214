"""Small things about adults, put right: a low-level concern, a link, a number, and Today."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.adult import Standing
from dsl_desk.domain.allegation_choices import AllegationStepSort
from dsl_desk.domain.outcome import Outcome
from dsl_desk.domain.threshold import Answer
from dsl_desk.domain.viewing import Stands
from dsl_desk.ui.allegations.amend_pages import AmendLowLevelPage, ChangeStepPage
from dsl_desk.ui.allegations.compare_page import CompareLowLevelPage
from dsl_desk.ui.allegations.concern_page import LowLevelConcernPage
from dsl_desk.ui.allegations.evidence_card import LinkedCard
from dsl_desk.ui.allegations.lado_page import LadoPage
from dsl_desk.ui.allegations.page import AllegationPage
from dsl_desk.ui.allegations.step_page import StepPage
from dsl_desk.ui.allegations.steps_card import StepsCard
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.question import Yes
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from dsl_desk.ui.today.page import TodayPage
from tests.builders import an_entry_id
from tests.services.adults import (
    a_contact,
    a_low_level_draft,
    an_adult,
    an_allegation_draft,
    an_outcome,
    begin,
    do,
)
from tests.services.looking import decided
from tests.services.staffroom import HESTER, MAYA
from tests.stories.adults_day import adults, card, on, settle, sit_down
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon

WHY = "Owen was there, and was exact"


@pytest.fixture
def day(afternoon: Afternoon) -> VaultDay:
    day = VaultDay(afternoon)
    day.school.add_everybody()
    return day


def test_that_a_signed_low_level_concern_is_amended_compared_and_signed_again(
    day: VaultDay,
) -> None:
    with day.school.desk(HESTER) as desk:
        told = a_low_level_draft(an_adult(standing=Standing.VOLUNTEER), anonymous=True)
        concern = desk.low_level.record(told, an_entry_id(day.afternoon.clock)).answer
        desk.low_level.sign(concern, "A habit, and no more", an_entry_id(day.afternoon.clock))
    sit_down(day, HESTER)
    adults(day).concerns[0].open.click()
    page = on(day, LowLevelConcernPage)
    assert page.sign.isHidden()
    page.amend.click()
    form = on(day, AmendLowLevelPage)
    assert "signed again" in form.header.subtitle.words
    assert form.answers.draft() == told
    form.answers.words.setPlainText("Gave two children sweets at the gate, again.")
    form.finish()
    settle(day)
    assert form.form.why.error()
    form.form.reason.setText(WHY)
    form.keep()
    form.step_back()
    on(day, LowLevelConcernPage).amend.click()
    form = on(day, AmendLowLevelPage)
    assert form.form.reason.text() == WHY
    form.finish()
    page = on(day, LowLevelConcernPage)
    assert page.sign.isVisible()
    page.compare.click()
    compared = on(day, CompareLowLevelPage)
    assert compared.reason.words == f"Why there is a version 3: {WHY}"
    assert [one.after.spoken for one in compared.shown if "two children" in one.after.spoken]


def test_that_a_link_is_taken_back_only_with_a_reason(day: VaultDay, ask: ScriptedAsk) -> None:
    with day.school.desk(MAYA) as desk:
        viewing = decided(desk, stands=Stands.STAFF)
        record = begin(desk)
        desk.case_file.link(record, viewing.id, an_entry_id(day.afternoon.clock))
    sit_down(day, MAYA)
    day.afternoon.window.go(Spot(Place.ADULTS, record))
    page = on(day, AllegationPage)
    for answer, rows in ((None, 1), (Yes("It is another coach"), 0)):
        ask.will(answer)
        buttons = card(page, LinkedCard).rows[0].findChildren(Button)
        buttons[1].click()
        settle(day)
        assert len(card(page, LinkedCard).rows) == rows
    line = card(page, StepsCard).lines[0]
    assert line.compare.isVisible()
    assert "No longer linked" in line.step.draft.words


def test_that_a_shorter_limit_is_the_schools_own_and_what_is_typed_comes_back(
    day: VaultDay,
) -> None:
    with day.school.desk(MAYA) as desk:
        record = begin(desk)
        do(desk, record, replace(a_contact(still_to_come=True)))
    sit_down(day, MAYA)
    day.afternoon.window.go(Spot(Place.TODAY))
    today = on(day, TodayPage)
    coming = [row.accessibleName() for row in today.later.rows]
    assert [one for one in coming if one.startswith("Ask again for the advice")]
    number = next(row for row in today.needs.rows if "Who is your LADO?" in row.accessibleName())
    number.opened.emit()
    form = on(day, LadoPage)
    assert form.form.shorter.currentText() == "24 hours"
    form.form.shorter.setCurrentText("None")
    form.form.shorter.activated.emit(0)
    form.form.lines["telephone"].setText("01632 960 017")
    form.form.lines["telephone"].textEdited.emit("01632 960 017")
    form.keep()
    form.step_back()
    settle(day)
    day.afternoon.window.go(Spot(Place.ADULTS, "lado"))
    form = on(day, LadoPage)
    assert form.form.lines["telephone"].text() == "01632 960 017"
    assert form.form.shorter.currentText() == "None"
    form.finish()
    settle(day)
    day.afternoon.lock()
    with day.school.desk(MAYA) as desk:
        assert desk.lado.ours().hours_to_answer == 0  # type: ignore[union-attr]  # it was kept
        assert desk.allegations.open(record).line.clock.shorter is None


def test_that_a_step_asks_by_the_case_it_is_of(day: VaultDay) -> None:
    with day.school.desk(MAYA) as desk:
        plain = begin(desk)
        do(desk, plain, an_outcome(Outcome.UNFOUNDED))
        teacher = begin(desk, an_allegation_draft(teacher=True, pupil_here=True))
    sit_down(day, MAYA)
    for record, shown in ((plain, False), (teacher, True)):
        day.afternoon.window.go(Spot(Place.ADULTS, f"{record}/step"))
        form = on(day, StepPage)
        form.form.choose(AllegationStepSort.PARENTS_TOLD)
        assert form.form.fields["warned_of_law"].isVisible() is shown
        form.form.asked["warned_of_law"].show_answer(Answer.YES.value)
        assert form.form.draft().answer("warned_of_law") == (Answer.YES.value if shown else "")
    day.afternoon.window.go(Spot(Place.ADULTS, f"{plain}/step"))
    form = on(day, StepPage)
    form.form.choose(AllegationStepSort.REFERENCES)
    assert form.form.reference_rule.isVisible()
    assert form.form.reference_rule.words.startswith("Unfounded: a reference says nothing")
    day.afternoon.window.go(Spot(Place.ADULTS, plain))
    (line,) = card(on(day, AllegationPage), StepsCard).lines
    line.change.click()
    changed = on(day, ChangeStepPage)
    assert changed.answers.defined.isVisible()
