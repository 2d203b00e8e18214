"""On the page of a decision to look stands what the policy asks of it, and it is marked there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.policy.states import DutyState
from tests.services.looking import a_viewing_of
from tests.stories.looking_day import decide
from tests.stories.policy_day import choose

if TYPE_CHECKING:
    from dsl_desk.ui.evidence.viewing_page import ViewingPage
    from dsl_desk.ui.forms.duty_line import DutyLine
    from tests.stories.afternoon import Afternoon


def line(page: ViewingPage, duty: str) -> DutyLine:
    return next(
        one for one in page.duties.lines if duty in {cited.duty.id for cited in one.row.asked.cited}
    )


def test_that_what_was_decided_stands_as_done_and_the_rest_is_marked_by_hand(
    afternoon: Afternoon,
) -> None:
    choose(afternoon, "early-life")
    afternoon.unlock()
    page = decide(afternoon, a_viewing_of(afternoon.member, afternoon.clock))
    afternoon.wait(lambda: page.duties.lines)
    assert page.duties.under.words.endswith("version 1")
    asked = line(page, "talked_over")
    assert asked.row.state is DutyState.NOW
    asked.buttons[DutyState.DONE].click()
    [form] = page.duties.forms()
    assert form.isVisible()
    form.button.click()
    afternoon.wait(form.fields["how"].error)
    page.step_back()
    assert not form.isVisible()
    line(page, "talked_over").buttons[DutyState.WAITING].click()
    other = next(one for one in page.duties.forms() if one.isVisible())
    assert other is not form
    line(page, "talked_over").buttons[DutyState.DONE].click()
    assert not other.isVisible()
    form.words.setText("With Hester Winterbourne, who agrees")
    form.button.click()
    afternoon.wait(lambda: line(page, "talked_over").row.state is DutyState.DONE)
    afternoon.at_rest()
    assert not form.isVisible()
    afternoon.lock()
    assert afternoon.check().entries


def test_that_northwood_finds_its_questions_answered_by_the_decision(afternoon: Afternoon) -> None:
    choose(afternoon)
    afternoon.unlock()
    page = decide(afternoon, a_viewing_of(afternoon.member, afternoon.clock))
    afternoon.wait(lambda: page.duties.lines)
    for duty in ("open_to_anybody", "proportionate", "best_placed"):
        assert line(page, duty).row.state is DutyState.DONE
        assert "VD-2026-001" in line(page, duty).state
