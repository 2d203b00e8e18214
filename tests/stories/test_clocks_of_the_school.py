"""Clocks on the pages: 72 hours of a breach, a calendar that moves a day, an age that is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dsl_desk.domain.concern_parts import Involved, Online
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.ui.concerns.age_hint import AgeHint
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.registers.entry_form_page import AddEntryPage, ChangeEntryPage
from dsl_desk.ui.registers.entry_page import EntryPage
from dsl_desk.ui.settings.calendar_page import CalendarPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import CALENDAR, CHANGE, NEW, NEW_CONCERN, TODAY, Spot
from dsl_desk.ui.today.need_row import NeedRow
from tests.builders import a_concern_draft, an_entry_id
from tests.registers import a_draft, a_pupil
from tests.stories.afternoon import CTRL

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.stories.afternoon import Afternoon

Name = RegisterName


def said(page: QWidget) -> str:
    return "\n".join(one.words for one in page.findChildren(Label) if not one.isHidden())


def entry(afternoon: Afternoon) -> EntryPage:
    afternoon.wait(lambda: getattr(afternoon.window.stack.page, "is_read", False))
    page = afternoon.window.stack.page
    assert isinstance(page, EntryPage)
    return page


def clocks(afternoon: Afternoon) -> list[NeedRow]:
    rows = afternoon.window.stack.page.findChildren(NeedRow)
    return [row for row in rows if "72 hours" in row.accessibleName()]


def test_that_the_clock_of_a_breach_runs_on_today_until_somebody_decides(
    afternoon: Afternoon,
) -> None:
    desk = afternoon._open()
    breach = desk.registers.record(a_draft(Name.BREACHES), an_entry_id(afternoon.clock)).answer
    desk.close()
    afternoon.clock.advance(days=1)
    afternoon.unlock()
    afternoon.at_rest()
    (row,) = clocks(afternoon)  # beside it stand people the policy asks to tell
    assert "72 hours end at 08:40" in row.accessibleName()
    row.setFocus()
    afternoon.press(Qt.Key.Key_Return)
    page = entry(afternoon)
    assert "Tell the ICO, or decide that it is not to be told, by Sat 21 Nov 2026, 08:40" in said(
        page
    )
    assert "20 hours left" in said(page)
    afternoon.window.go(Spot(Place.REGISTERS, f"{breach.id}/{CHANGE}"))
    afternoon.at_rest()
    form = afternoon.window.stack.page
    assert isinstance(form, ChangeEntryPage)
    assert form.form is not None
    decided = {"ico": "need_not", "ico_why": "The drive is encrypted.", "risk": "unlikely"}
    form.form.show_answers({**breach.draft.answers, **decided, "reason": "Asked the DPO"}, {})
    form.finish()
    page = entry(afternoon)
    assert "hours left" not in said(page)
    afternoon.window.go(TODAY)
    afternoon.at_rest()
    afternoon.wait(lambda: not clocks(afternoon))


def test_that_a_breach_that_nobody_decided_is_told_as_overdue(afternoon: Afternoon) -> None:
    desk = afternoon._open()
    draft = a_draft(Name.BREACHES, aware_at="2026-11-16T08:40")
    breach = desk.registers.record(draft, an_entry_id(afternoon.clock)).answer
    desk.close()
    afternoon.unlock()
    afternoon.window.go(Spot(Place.REGISTERS, breach.id))
    assert "Overdue by 3 hours" in said(entry(afternoon))


def test_that_an_inset_day_in_the_calendar_moves_the_next_look(afternoon: Afternoon) -> None:
    afternoon.unlock()
    afternoon.window.go(CALENDAR)
    afternoon.at_rest()
    page = afternoon.window.stack.page
    assert isinstance(page, CalendarPage)
    assert page.form is not None
    page.form.fields["inset"].go()
    afternoon.type("INSET: 20 November 2026")
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(page.form.fields["reason"].error)
    page.form.fields["reason"].go()
    afternoon.type("The governors moved it")
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: afternoon.window.stack.spot == TODAY)
    afternoon.window.go(CALENDAR)
    afternoon.at_rest()
    assert "The governors moved it" in said(afternoon.window.stack.page)
    afternoon.window.go(Spot(Place.REGISTERS, f"{Name.TAKE_DOWNS.value}/{NEW}"))
    form = afternoon.window.stack.page
    assert isinstance(form, AddEntryPage)
    form.form.show_answers(a_draft(Name.TAKE_DOWNS).answers, {})
    form.finish()
    assert "Look again on Tue 24 Nov 2026" in said(entry(afternoon))


def test_that_a_child_under_the_age_is_told_while_typing_and_on_the_page(
    afternoon: Afternoon,
) -> None:
    desk = afternoon._open()
    wren = a_pupil(desk, afternoon.clock)
    desk.close()
    afternoon.unlock()
    afternoon.window.go(NEW_CONCERN)
    afternoon.at_rest()
    page = afternoon.form()
    people = (Involved(PersonRef("Wren Tamarisk", wren)),)
    page.form.show_draft(a_concern_draft(people=people))
    page.form.fields["platform"].go()
    afternoon.type("WhatsApp")
    words = "Wren Tamarisk is 10. WhatsApp is from 13, by its terms."
    afternoon.wait(lambda: page.age.words.words == words)
    assert page.age.isVisible()
    afternoon.type("x")
    afternoon.wait(page.age.isHidden)
    page.form.said.platform.setText("WhatsApp")
    page.finish()
    concern = afternoon.concern()
    assert concern.findChildren(AgeHint)
    afternoon.wait(lambda: words in said(concern))
    assert Online("WhatsApp").platform in said(concern)
