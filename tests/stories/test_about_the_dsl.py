"""About the DSL: told kindly, sealed to the Head; and a malicious case that leaves a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.adult import Standing
from dsl_desk.domain.allegation_choices import AllegationStepSort
from dsl_desk.domain.outcome import Outcome
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.domain.threshold import Answer
from dsl_desk.ui.allegations.page import AllegationPage
from dsl_desk.ui.allegations.said_card import CaseCard
from dsl_desk.ui.allegations.step_page import StepPage
from dsl_desk.ui.kit.timeline_item import TimelineItem
from dsl_desk.ui.people.person_page import PersonPage
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
from tests.services.staffroom import HESTER, MAYA, OWEN
from tests.stories.adults_day import adults, card, fill, intake, name, on, sit_down
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from tests.stories.afternoon import Afternoon


@pytest.fixture
def day(afternoon: Afternoon) -> VaultDay:
    day = VaultDay(afternoon)
    day.school.add_everybody()
    return day


def test_that_an_allegation_about_the_dsl_is_sealed_to_the_head_and_shown_to_her_nowhere(
    day: VaultDay,
) -> None:
    sit_down(day, MAYA)
    form = intake(day)
    name(day, form, MAYA)
    assert "This is about you" in form.form.adult.stop.words
    assert not form.form.rest.isVisible()
    day.afternoon.lock()
    sit_down(day, HESTER)
    form = intake(day)
    name(day, form, MAYA)
    assert "sealed" in form.form.adult.goes_to.words.lower()
    fill(form)
    form.finish()
    page = on(day, AllegationPage)
    assert page.header.title.words == "Sealed allegation"
    assert page.chip.text() == "Sealed · 2 can open"
    assert HESTER in page.chip.toolTip()
    assert card(page, CaseCard).keeping.isHidden()
    day.afternoon.lock()
    with day.school.desk(HESTER) as desk:  # the round that moves what was saved
        desk.cases.rewrite_all()
    sit_down(day, MAYA)
    assert on(day, TodayPage).empty.isVisible()
    shown = adults(day)
    assert (shown.lines, shown.concerns) == ([], [])
    day.afternoon.lock()
    sit_down(day, OWEN)  # he stands in for the Head
    assert len(adults(day).lines) == 1


def test_that_a_malicious_case_leaves_the_adults_page_and_the_counts(day: VaultDay) -> None:
    clock = day.afternoon.clock
    with day.school.desk(MAYA) as desk:
        coach = PersonDraft(PersonKind.STAFF, "Kestrel", "Rowan", staff_kind=StaffKind.VOLUNTEER)
        rowan = desk.people.add(coach, an_entry_id(clock)).answer.id
        adult = an_adult(person=rowan, standing=Standing.VOLUNTEER)
        grown = desk.low_level.record(a_low_level_draft(adult), an_entry_id(clock)).answer
        for _ in range(2):
            desk.low_level.record(a_low_level_draft(adult), an_entry_id(clock))
        assert len(desk.low_level.patterns()) == 1
        record = begin(desk, an_allegation_draft(adult, grew_from=grown.written.id))
        do(desk, record, a_contact(), an_outcome(Outcome.MALICIOUS))
    sit_down(day, MAYA)
    assert len(moments(day, rowan)) == 6
    day.afternoon.window.go(Spot(Place.ADULTS, f"{record}/step"))
    form = on(day, StepPage)
    form.form.choose(AllegationStepSort.REMOVED)
    form.form.words.setPlainText("Taken out of the personnel file")
    form.form.why.setPlainText("The outcome is malicious")
    form.form.asked["consent"].show_answer(Answer.NO.value)
    form.finish()
    page = on(day, AllegationPage)
    assert "left the personnel file" in card(page, CaseCard).kept.words
    assert len(moments(day, rowan)) == 2  # the two low-level concerns that are none of it
    day.afternoon.lock()
    with day.school.desk(MAYA) as desk:
        assert desk.low_level.patterns() == ()


def moments(day: VaultDay, person: str) -> list[TimelineItem]:
    day.afternoon.window.go(Spot(Place.PEOPLE, person))
    timeline = on(day, PersonPage).chronology.timeline
    return [one for one in timeline.findChildren(TimelineItem) if one.isVisible()]
