"""Today: reminders by their day, who is named often, and what others wrote meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.task import TaskDraft
from tests.builders import a_concern_draft, an_entry_id

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock

WREN = "0a" * 16


def reminder(desk: Desk, clock: FakeClock, days: int, person: str = "") -> str:
    due = clock.now().date()
    draft = TaskDraft("Ring back", due.replace(day=due.day + days).isoformat(), person=person)
    return desk.tasks.record(draft, an_entry_id(clock)).answer.id


def test_that_a_reminder_stands_on_its_day_and_before_it_under_this_week(
    desk: Desk, clock: FakeClock
) -> None:
    today, tomorrow = reminder(desk, clock, 0, WREN), reminder(desk, clock, 1)
    page = desk.today.read()
    assert [(need.task, need.person) for need in page.now] == [(today, WREN)]
    assert [need.task for need in page.later] == [tomorrow]


def test_that_a_reminder_done_is_gone(desk: Desk, clock: FakeClock) -> None:
    task = reminder(desk, clock, 0)
    desk.tasks.done(desk.tasks.open(desk.tasks.open_ones()[0].id), "Rang.", an_entry_id(clock))
    assert task not in [need.task for need in desk.today.read().now]


def test_that_a_locked_child_part_leaves_the_page_empty(desk: Desk, clock: FakeClock) -> None:
    reminder(desk, clock, 0)
    desk.sitting.leave(Compartment.CHILDREN)
    assert desk.today.read().now == ()


def test_that_what_was_written_since_the_last_unlock_is_told_newest_first(
    vault: TrainingVault, clock: FakeClock
) -> None:
    desk = vault.unlock()
    clock.advance(minutes=1)
    desk.concerns.record(a_concern_draft(), an_entry_id(clock))
    desk.close()
    clock.advance(minutes=1)
    desk = vault.unlock()
    clock.advance(minutes=1)
    reminder(desk, clock, 0)
    told = desk.today.read().since
    assert [(one.entry_class, one.ref, one.by_me) for one in told] == [
        (EntryClass.TASK, "", True),
        (EntryClass.CONCERN, "C-2026-001", True),
    ]
    assert not told[0].again
    desk.close()
    again = vault.unlock()
    assert [one.entry_class for one in again.today.read().since] == [EntryClass.TASK]
    again.close()


def test_that_without_the_part_that_knows_of_unlocks_everything_is_news(
    desk: Desk, clock: FakeClock
) -> None:
    clock.advance(minutes=1)
    reminder(desk, clock, 0)
    desk.sitting.leave(Compartment.SCHOOL)
    assert [one.entry_class for one in desk.today.read().since] == [EntryClass.TASK]


def test_that_what_was_disposed_of_is_told_without_its_words(desk: Desk, clock: FakeClock) -> None:
    clock.advance(minutes=1)
    concern = desk.concerns.record(a_concern_draft(), an_entry_id(clock)).answer
    with desk.sitting.writing(Compartment.CHILDREN, EntryClass.DISPOSAL) as write:
        write.dispose(concern.id, "Kept long enough")
    refs = {one.entry_class: one.ref for one in desk.today.read().since}
    assert refs[EntryClass.CONCERN] == ""
