"""In the form of a proposal stands who decides, by the school's policy and under its own title."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.ui.forms.blank_box import ChoiceBox
from dsl_desk.ui.registers.entry_form_page import AddEntryPage
from dsl_desk.ui.registers.entry_page import EntryPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import NEW, Spot
from tests.builders import an_entry_id
from tests.registers import a_draft
from tests.stories.policy_day import choose

if TYPE_CHECKING:
    from tests.stories.afternoon import Afternoon


def test_that_an_entry_shows_what_the_policy_asks_of_it(afternoon: Afternoon) -> None:
    choose(afternoon, "early-life")
    with closing(afternoon._open()) as desk:
        attempt = a_draft(RegisterName.CONTACT_ATTEMPTS)
        entry = desk.registers.record(attempt, an_entry_id(afternoon.clock)).answer
        closed = a_draft(RegisterName.ACCOUNTS, standing="closed")
        other = desk.registers.record(closed, an_entry_id(afternoon.clock)).answer
    afternoon.unlock()
    page = entry_page(afternoon, entry.id)
    afternoon.wait(lambda: page.duties.lines)
    (line,) = [one for one in page.duties.lines if "Online Safety" in one.row.told.title]
    assert "ELE 5.4" in line.row.told.clauses
    page = entry_page(afternoon, other.id)
    afternoon.at_rest()
    assert not page.duties.isVisible()


def entry_page(afternoon: Afternoon, entry: str) -> EntryPage:
    afternoon.window.go(Spot(Place.REGISTERS, entry))
    page = afternoon.window.stack.page
    assert isinstance(page, EntryPage)
    afternoon.wait(lambda: page.is_read)
    return page


def proposing(afternoon: Afternoon) -> AddEntryPage:
    afternoon.unlock()
    afternoon.window.go(Spot(Place.REGISTERS, f"{RegisterName.APPROVALS.value}/{NEW}"))
    page = afternoon.window.stack.page
    assert isinstance(page, AddEntryPage)
    afternoon.at_rest()
    return page


def box(page: AddEntryPage, name: str) -> ChoiceBox:
    found = page.form.boxes[name]
    assert isinstance(found, ChoiceBox)
    return found


def is_proposed(page: AddEntryPage, sort: str) -> str:
    box(page, "sort").show_answer(sort, "")
    page.form.typed.emit()
    return box(page, "who_decides").widget.currentText()


def test_that_the_role_follows_what_is_proposed(afternoon: Afternoon) -> None:
    choose(afternoon, "early-life")
    page = proposing(afternoon)
    assert is_proposed(page, "contact") == "Managing Partner, by ELE 5.8"
    assert is_proposed(page, "account") == "Senior Leadership Team, by ELE 4.1 and ELE 4.2"
    assert is_proposed(page, "other") == "Not said yet"


def test_that_what_somebody_chose_otherwise_stays_chosen(afternoon: Afternoon) -> None:
    choose(afternoon, "shire")
    page = proposing(afternoon)
    box(page, "who_decides").show_answer("chair", "")
    assert is_proposed(page, "account") == "Chair of the trust board"
    assert box(page, "who_decides").answer() == "chair"
