"""A child's file: what was written about them stands there by itself, and Today leads to it."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from dsl_desk.domain.chronology import ItemSort
from dsl_desk.domain.concern_choices import SafeNow
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.task import TaskDraft
from dsl_desk.domain.today import Need, NeedSort
from dsl_desk.ui.concerns.compare_page import ComparePage
from dsl_desk.ui.concerns.concern_page import ConcernPage
from dsl_desk.ui.kit.question import Yes
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import NEW, TODAY, Spot
from dsl_desk.ui.today.need_words import words_of
from dsl_desk.ui.today.page import TodayPage
from dsl_desk.ui.today.reminder_page import ReminderPage
from tests.builders import a_concern_draft, an_entry_id
from tests.stories.afternoon import CTRL

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


@pytest.fixture
def wren(afternoon: Afternoon) -> RecordId:
    """Wren Tamarisk with two concerns, one of them changed, and a reminder for today."""
    with closing(afternoon._open()) as desk:
        draft = PersonDraft(PersonKind.PUPIL, surname="Tamarisk", forename="Wren")
        person = desk.people.add(draft, an_entry_id(afternoon.clock)).answer.id
        who = (Involved(PersonRef("Wren Tamarisk", person)),)
        concerns = []
        for safe in (SafeNow.YES, SafeNow.NOT_KNOWN):
            afternoon.clock.advance(minutes=1)
            told = a_concern_draft(people=who, safe_now=safe)
            concerns.append(desk.concerns.record(told, an_entry_id(afternoon.clock)).answer)
        afternoon.clock.advance(minutes=1)
        again = a_concern_draft(people=who, safe_now=SafeNow.NOT_KNOWN, words="“dont come.”")
        desk.concerns.add_version(
            concerns[-1].entry.id, again, "She read it again", an_entry_id(afternoon.clock)
        )
        due = afternoon.clock.now().date()
        for day in (due, due + timedelta(days=1)):
            task = TaskDraft("Ring Carys back", day.isoformat(), person=person)
            desk.tasks.record(task, an_entry_id(afternoon.clock))
    return person


def the_file(afternoon: Afternoon, person: RecordId) -> PersonPage:
    afternoon.window.go(Spot(Place.PEOPLE, person))
    page = afternoon.window.stack.page
    assert isinstance(page, PersonPage)
    afternoon.wait(lambda: page.chronology.timeline.items)
    return page


def today(afternoon: Afternoon) -> TodayPage:
    afternoon.window.go(TODAY)
    page = afternoon.window.stack.page
    assert isinstance(page, TodayPage)
    afternoon.wait(lambda: page.needs.rows)
    return page


def test_that_what_was_written_about_a_child_stands_in_her_file(
    afternoon: Afternoon, wren: RecordId
) -> None:
    afternoon.unlock()
    page = the_file(afternoon, wren)
    spoken = [item.accessibleName() for item in page.chronology.timeline.items]
    assert len(spoken) == 2
    assert "Concern C-2026-002" in spoken[0]
    assert "Version 2. Changed. Reason: She read it again" in spoken[0]
    afternoon.at_rest()
    page.chronology.timeline.items[0].setFocus()
    afternoon.wait(page.chronology.timeline.items[0].hasFocus)
    afternoon.press(Qt.Key.Key_Return)
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, ConcernPage))
    assert "C-2026-002" in afternoon.concern().header.title.accessibleName()


def test_that_a_chip_shows_one_kind_and_says_when_there_is_none(
    afternoon: Afternoon, wren: RecordId
) -> None:
    afternoon.unlock()
    page = the_file(afternoon, wren)
    page.chronology.chips.choose(2)
    assert page.chronology.only is ItemSort.CONTACT
    afternoon.wait(page.chronology.empty.isVisible)
    page.chronology.chips.choose(0)
    afternoon.wait(lambda: len(page.chronology.timeline.items) == 2)


def test_that_compare_leads_from_the_file_to_both_versions(
    afternoon: Afternoon, wren: RecordId
) -> None:
    afternoon.unlock()
    page = the_file(afternoon, wren)
    page.chronology.timeline.items[0].compare_wanted.emit(2)
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, ComparePage))


def test_that_today_puts_a_child_who_may_not_be_safe_first_and_leads_to_the_concern(
    afternoon: Afternoon, wren: RecordId
) -> None:
    assert wren
    afternoon.unlock()
    page = today(afternoon)
    needs = [row.accessibleName() for row in page.needs.rows]
    assert needs[0].startswith("Wren Tamarisk: safe now?")
    assert [need.startswith("Ring Carys back") for need in needs].count(True) == 1
    assert len(page.later.rows) == 1
    page.needs.rows[0].button.click()
    assert "C-2026-002" in afternoon.concern().header.title.accessibleName()


def test_that_a_reminder_done_asks_what_was_done_and_goes(
    afternoon: Afternoon, wren: RecordId, ask: ScriptedAsk
) -> None:
    afternoon.unlock()
    page = today(afternoon)
    row = next(row for row in page.needs.rows if "Ring Carys" in row.accessibleName())
    ask.will(None)
    row.button.click()
    ask.will(Yes("She comes in on Friday."))
    row.button.click()
    afternoon.wait(lambda: all("Ring" not in each.accessibleName() for each in page.needs.rows))
    file = the_file(afternoon, wren)
    assert "She comes in on Friday." in file.chronology.timeline.items[0].accessibleName()


def test_that_a_reminder_is_set_by_keys_alone_and_half_of_one_is_not_lost(
    afternoon: Afternoon,
) -> None:
    afternoon.unlock()
    afternoon.window.go(Spot(Place.TODAY, NEW))
    afternoon.press(Qt.Key.Key_Return, CTRL)
    page = afternoon.window.stack.page
    assert isinstance(page, ReminderPage)
    afternoon.wait(page.field.error)
    afternoon.type("Ring back about C-2026-041")
    afternoon.lock()
    afternoon.unlock()
    afternoon.window.go(Spot(Place.TODAY, NEW))
    again = afternoon.window.stack.page
    assert isinstance(again, ReminderPage)
    assert again.what.text() == "Ring back about C-2026-041"
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, TodayPage))
    row = today(afternoon).needs.rows[0].accessibleName()
    assert row.startswith("Ring back about C-2026-041")
    assert "Today" in row


def test_that_every_need_has_its_words() -> None:
    for sort in NeedSort:
        words = words_of(
            Need(sort, what="x", ref="C-2026-001", due="2026-11-18"), date(2026, 11, 19)
        )
        assert words.title
        assert words.verb
        assert words.late
        assert words.when == "Overdue by 1 day"
