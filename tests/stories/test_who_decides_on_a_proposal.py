"""In the form of a proposal stands who decides, by the school's policy and under its own title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.ui.forms.blank_box import ChoiceBox
from dsl_desk.ui.registers.entry_form_page import AddEntryPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import NEW, Spot
from tests.stories.policy_day import choose

if TYPE_CHECKING:
    from tests.stories.afternoon import Afternoon


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
