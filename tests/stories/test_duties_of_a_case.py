"""What the policy asks of a case about an adult: seen, marked, and kept where the case is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.adult import Standing
from dsl_desk.domain.policy.states import DutyState
from dsl_desk.domain.policy.terms import DutyAct
from dsl_desk.ui.allegations.concern_page import LowLevelConcernPage
from dsl_desk.ui.allegations.page import AllegationPage
from dsl_desk.ui.allegations.steps_card import StepsCard
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import LOW_LEVEL, Spot
from tests.builders import an_entry_id
from tests.services.adults import a_low_level_draft, about, an_allegation_draft, begin, do, four
from tests.services.staffroom import ALBAN, HESTER, MAYA
from tests.stories.adults_day import card, on, settle, sit_down
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from dsl_desk.ui.forms.duties_part import DutiesPart
    from dsl_desk.ui.forms.duty_line import DutyLine
    from tests.stories.afternoon import Afternoon


@pytest.fixture
def day(afternoon: Afternoon) -> VaultDay:
    day = VaultDay(afternoon)
    day.school.add_everybody()
    return day


def line(card: DutiesPart, matter: str, act: DutyAct) -> DutyLine:
    return next(
        one for one in card.lines if (one.row.asked.matter, one.row.asked.act) == (matter, act)
    )


def test_that_a_duty_is_marked_on_the_page_of_the_case(day: VaultDay) -> None:
    with day.school.desk(MAYA) as desk:
        desk.policy.adopt("northwood", "The governors chose it", an_entry_id(day.afternoon.clock))
        record = begin(desk)
        do(desk, record, four())
    sit_down(day, MAYA)
    day.afternoon.window.go(Spot(Place.ADULTS, record))
    page = on(day, AllegationPage)
    assert "version 1" in page.duties.under.words
    assert line(page.duties, "threshold", DutyAct.DECIDE).row.state is DutyState.DONE
    line(page.duties, "lado", DutyAct.REFER).buttons[DutyState.WAITING].click()
    form = next(one for one in page.duties.forms() if one.isVisible())
    page.finish()
    settle(day)
    assert form.fields["how"].error() == "Write how it was done, for example by telephone."
    form.words.setText("Left a message with the duty LADO")
    page.step_back()
    assert form.isHidden()
    line(page.duties, "lado", DutyAct.REFER).buttons[DutyState.WAITING].click()
    assert form.words.text() == "Left a message with the duty LADO"
    page.finish()
    settle(day)
    assert line(page.duties, "lado", DutyAct.REFER).row.state is DutyState.WAITING
    newest = card(page, StepsCard).lines[0]
    assert newest.title.words == "Duty of the policy"
    assert newest.change.isHidden()


def test_that_a_duty_of_a_low_level_concern_is_marked_on_its_page(day: VaultDay) -> None:
    with day.school.desk(HESTER) as desk:
        told = a_low_level_draft()
        concern = desk.low_level.record(told, an_entry_id(day.afternoon.clock)).answer
    sit_down(day, HESTER)
    day.afternoon.window.go(Spot(Place.ADULTS, f"{LOW_LEVEL}/{concern.written.id}"))
    page = on(day, LowLevelConcernPage)
    line(page.duties, "threshold", DutyAct.DECIDE).buttons[DutyState.DONE].click()
    form = next(one for one in page.duties.forms() if one.isVisible())
    form.words.setText("With the DSL, in the office")
    page.finish()
    settle(day)
    assert line(page.duties, "threshold", DutyAct.DECIDE).row.state is DutyState.DONE
    line(page.duties, "threshold", DutyAct.DECIDE).buttons[DutyState.NOW].click()
    page.step_back()
    assert not [one for one in page.duties.forms() if one.isVisible()]


def test_that_a_sealed_case_is_asked_of_by_law_alone_where_no_policy_is_held(
    day: VaultDay,
) -> None:
    with day.school.desk(ALBAN) as desk:
        record = begin(desk, an_allegation_draft(about(desk, HESTER, Standing.HEAD)))
    sit_down(day, ALBAN)
    day.afternoon.window.go(Spot(Place.ADULTS, record))
    page = on(day, AllegationPage)
    assert page.duties.under.words == "No policy is chosen: law and guidance alone are asked"
    lado = line(page.duties, "lado", DutyAct.REFER)
    assert "Overdue" in lado.state or "Now" in lado.state or "until" in lado.state
