"""Among the steps of an allegation the report by law is offered once the school has woken it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from dsl_desk.domain.allegation_choices import AllegationStepSort
from dsl_desk.domain.policy.changes import STATUTORY_REPORT, Changes, Woken
from dsl_desk.domain.words import label
from dsl_desk.ui.allegations.step_page import StepPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import STEP, Spot
from tests.builders import an_entry_id

if TYPE_CHECKING:
    from tests.stories.afternoon import Afternoon

REPORT = AllegationStepSort.STATUTORY_REPORT


def step(afternoon: Afternoon) -> StepPage:
    """Open the form of a step; which case it is for does not matter to what is offered."""
    afternoon.unlock()
    afternoon.window.go(Spot(Place.ADULTS, f"{'0a' * 16}/{STEP}"))
    page = afternoon.window.stack.page
    assert isinstance(page, StepPage)
    afternoon.at_rest()
    return page


def test_that_it_is_not_offered_while_it_sleeps(afternoon: Afternoon) -> None:
    page = step(afternoon)
    assert page.form.sort.findText(label(REPORT)) == -1


def test_that_it_is_offered_with_its_questions_once_it_is_woken(afternoon: Afternoon) -> None:
    with closing(afternoon._open()) as desk:
        source = Woken(STATUTORY_REPORT, "The regulations, read on legislation.gov.uk")
        entry = an_entry_id(afternoon.clock)
        desk.policy.change(None, Changes(woken=(source,)), "It is in force", entry)
    page = step(afternoon)
    page.form.sort.setCurrentIndex(page.form.sort.findText(label(REPORT)))
    assert page.form.draft().sort is REPORT
    asked = {"basis", "reported_by", "aware", "delay_why"}
    shown = {name for name in page.form.asked if page.form.fields[name].isVisibleTo(page.form)}
    assert shown == asked


def test_that_a_report_that_was_begun_comes_back_with_the_draft(afternoon: Afternoon) -> None:
    page = step(afternoon)
    page.form.fill({**page.form.kept(), "sort": REPORT.value, "asked reported_by": "Lena Harebell"})
    assert page.form.draft().sort is REPORT
    assert page.form.draft().answers["reported_by"] == "Lena Harebell"
