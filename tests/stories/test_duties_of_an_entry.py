"""On the page of an entry stands what the policy asks of it, and it is marked there."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.policy.states import DutyState
from dsl_desk.domain.policy.terms import DutyAct, Recipient
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.ui.evidence.viewing_page import ViewingPage
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.registers.entry_page import EntryPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from tests.builders import an_entry_id
from tests.registers import a_draft, a_pupil
from tests.services.looking import decided
from tests.stories.policy_day import choose
from tests.stories.test_a_leavers_file import row_of, shown_rows

if TYPE_CHECKING:
    from dsl_desk.ui.forms.duty_line import DutyLine
    from dsl_desk.ui.people.open_duties import OpenDutyLine
    from tests.stories.afternoon import Afternoon


def line(page: EntryPage, recipient: Recipient) -> DutyLine:
    return next(one for one in page.duties.lines if one.row.told.recipient is recipient)


def her_page(afternoon: Afternoon, person: str) -> PersonPage:
    afternoon.window.go(Spot(Place.PEOPLE, person))
    page = afternoon.window.stack.page
    assert isinstance(page, PersonPage)
    afternoon.wait(page.duties.isVisible)
    return page


def open_at(page: PersonPage, kind: str) -> list[OpenDutyLine]:
    return [one for one in page.duties.lines if one.duty.kind == kind]


def test_that_a_duty_of_an_entry_leads_from_the_childs_page_and_is_marked_there(
    afternoon: Afternoon,
) -> None:
    choose(afternoon, "shire")
    with closing(afternoon._open()) as desk:
        wren = a_pupil(desk, afternoon.clock)
        attempt = a_draft(RegisterName.CONTACT_ATTEMPTS, wren)
        desk.registers.record(attempt, an_entry_id(afternoon.clock))
    afternoon.unlock()
    lines = open_at(her_page(afternoon, wren), "contact_attempt")
    [head] = [one for one in lines if one.duty.row.told.recipient is Recipient.HEAD]
    assert head.accessibleName().endswith("In the register Contact by pupils")
    head.link.click()
    page = afternoon.window.stack.page
    assert isinstance(page, EntryPage)
    afternoon.wait(page.duties.forms)
    [form] = page.duties.forms()
    assert form.isVisible()
    form.button.click()
    afternoon.wait(form.fields["how"].error)
    page.step_back()
    assert not form.isVisible()
    assert afternoon.window.stack.page is page
    line(page, Recipient.PARENTS).buttons[DutyState.DOES_NOT_APPLY].click()
    other = next(one for one in page.duties.forms() if one.isVisible())
    line(page, Recipient.HEAD).buttons[DutyState.DONE].click()
    assert form.isVisible()
    assert not other.isVisible()
    form.words.setText("In her room")
    form.button.click()
    afternoon.wait(lambda: line(page, Recipient.HEAD).row.state is DutyState.DONE)
    afternoon.at_rest()
    assert not form.isVisible()
    assert "In her room" in line(page, Recipient.HEAD).state
    left = open_at(her_page(afternoon, wren), "contact_attempt")
    assert Recipient.HEAD not in {one.duty.row.told.recipient for one in left}
    afternoon.lock()
    assert afternoon.check().entries


def test_that_an_overdue_duty_of_an_entry_leads_from_today(afternoon: Afternoon) -> None:
    with closing(afternoon._open()) as desk:
        breach = a_draft(RegisterName.BREACHES, dpo_told="2026-11-18T09:00", ico="need_not",
                         ico_why="It was locked", risk="unlikely")  # fmt: skip
        desk.registers.record(breach, an_entry_id(afternoon.clock))
        afternoon.clock.advance(minutes=1)
        late = a_draft(RegisterName.BREACHES, what="A list was handed out")
        desk.registers.record(late, an_entry_id(afternoon.clock))
    afternoon.clock.advance(hours=24)
    afternoon.unlock()
    row = row_of(afternoon, "Breaches: A list was handed out")
    assert "asked by the policy" in row.accessibleName()
    assert shown_rows(afternoon, "Breaches: A laptop") == []
    row.button.click()
    page = afternoon.window.stack.page
    assert isinstance(page, EntryPage)
    afternoon.wait(lambda: page.duties.lines)
    line(page, Recipient.DPO).buttons[DutyState.WAITING].click()
    [form] = page.duties.forms()
    form.words.setText("A message left")
    form.button.click()
    # A message left stops no clock.
    afternoon.wait(lambda: line(page, Recipient.DPO).row.mark)
    assert line(page, Recipient.DPO).row.state is DutyState.OVERDUE


def test_that_an_open_duty_of_a_look_leads_to_its_act(afternoon: Afternoon) -> None:
    choose(afternoon, "early-life")
    with closing(afternoon._open()) as desk:
        wren = a_pupil(desk, afternoon.clock)
        look = decided(desk, whose=PersonRef("Wren Tamarisk", wren))
    afternoon.unlock()
    lines = open_at(her_page(afternoon, wren), "viewing")
    asked = next(one for one in lines if one.duty.row.asked.act is DutyAct.ASK)
    assert asked.accessibleName().endswith(f"In decision {look.ref}")
    asked.link.click()
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, ViewingPage))
    page = afternoon.window.stack.page
    assert isinstance(page, ViewingPage)
    afternoon.wait(page.duties.forms)
    [form] = page.duties.forms()
    assert form.isVisible()
    assert form.accessibleName().startswith("Mark as done. Ask permission: ")
