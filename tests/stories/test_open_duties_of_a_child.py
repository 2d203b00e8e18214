"""On a child's page stand the duties of every concern about them, and each leads to its act."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from dsl_desk.domain.concern_choices import ConcernSort
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.policy.states import DutyState
from dsl_desk.domain.policy.terms import Recipient
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot, concern_at
from tests.builders import a_concern_draft, an_entry_id
from tests.stories.policy_day import choose

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.ui.people.open_duties import OpenDutyLine
    from tests.stories.afternoon import Afternoon


def wren(afternoon: Afternoon, concerns: int = 1) -> RecordId:
    """Wren Tamarisk, who has written to a teacher so often. The desk must be locked."""
    with closing(afternoon._open()) as desk:
        draft = PersonDraft(PersonKind.PUPIL, surname="Tamarisk", forename="Wren")
        person = desk.people.add(draft, an_entry_id(afternoon.clock)).answer.id
        who = (Involved(PersonRef("Wren Tamarisk", person)),)
        for _each in range(concerns):
            afternoon.clock.advance(minutes=1)
            told = a_concern_draft(people=who, sorts=(ConcernSort.PUPIL_CONTACT,))
            desk.concerns.record(told, an_entry_id(afternoon.clock))
    return person


def her_page(afternoon: Afternoon, person: RecordId) -> PersonPage:
    afternoon.window.go(Spot(Place.PEOPLE, person))
    page = afternoon.window.stack.page
    assert isinstance(page, PersonPage)
    afternoon.wait(page.duties.isVisible)
    return page


def to_the_head(page: PersonPage) -> OpenDutyLine | None:
    lines = (one for one in page.duties.lines if one.duty.row.told.recipient is Recipient.HEAD)
    return next(lines, None)


def test_that_an_open_duty_leads_to_its_act_and_is_gone_once_done(afternoon: Afternoon) -> None:
    choose(afternoon)
    person = wren(afternoon)
    afternoon.unlock()
    line = to_the_head(her_page(afternoon, person))
    assert line is not None
    called = line.duty.called
    assert line.accessibleName().startswith("Now")
    assert line.accessibleName().endswith(f"Tell: Headteacher. In {called}")
    line.link.click()
    page = afternoon.concern()
    afternoon.wait(page.duties.forms)
    (form,) = page.duties.forms()
    assert form.isVisible()
    assert form.accessibleName() == "Mark as done. Tell: Headteacher"
    here = afternoon.window.stack.spot
    assert concern_at(here) == line.duty.record  # On a call knows which concern is open
    form.words.setText("By telephone")
    form.button.click()
    afternoon.wait(lambda: not form.isVisible())
    shown = her_page(afternoon, person)
    afternoon.at_rest()
    assert to_the_head(shown) is None
    assert all(one.duty.row.state is not DutyState.DONE for one in shown.duties.lines)


def test_that_many_are_shown_when_they_are_asked_for(afternoon: Afternoon) -> None:
    person = wren(afternoon, concerns=4)
    afternoon.unlock()
    page = her_page(afternoon, person)
    few = len(page.duties.lines)
    assert page.panel.folded.accessibleName().startswith("8 duties are open. Family")
    assert page.duties.more.isVisible()
    page.duties.more.click()
    assert len(page.duties.lines) > few
    assert not page.duties.more.isVisible()


def test_that_a_child_nobody_is_worried_about_needs_nobody(afternoon: Afternoon) -> None:
    person = wren(afternoon, concerns=0)
    afternoon.unlock()
    assert her_page(afternoon, person).duties.quiet.words == "Nothing needs you."
