"""Tasks: set for a day, done with a note, and then a line in the child's file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.chronology import ItemSort
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.damage import Damage
from dsl_desk.domain.errors import DamageError, DraftError, Problem
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.task import TaskDraft
from tests.builders import an_entry_id

if TYPE_CHECKING:
    from dsl_desk.domain.task import Task
    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock

WREN = "0a" * 16
CONCERN = RecordId("0c" * 16)
RING = TaskDraft("Ring Carys Tamarisk back", "2026-11-19", concern=CONCERN, person=WREN)


def is_set(desk: Desk, clock: FakeClock, draft: TaskDraft = RING) -> Task:
    clock.advance(minutes=1)
    told = desk.tasks.record(draft, an_entry_id(clock))
    assert told.things == {Thing.TASKS}
    return told.answer


def test_that_what_is_due_first_stands_first(desk: Desk, clock: FakeClock) -> None:
    later = is_set(desk, clock, replace(RING, due="2026-12-01"))
    first = is_set(desk, clock)
    assert desk.tasks.open_ones() == (first, later)
    assert desk.tasks.of(CONCERN) == (first, later)
    assert desk.tasks.open_about(WREN) == (first, later)
    assert desk.tasks.open_about("0b" * 16) == ()


def test_that_a_task_done_leaves_the_list_and_stands_in_the_childs_file(
    desk: Desk, clock: FakeClock
) -> None:
    task = is_set(desk, clock)
    assert desk.chronology.of(WREN, 0, 9).total == 0
    clock.advance(minutes=5)
    done = desk.tasks.done(task, "She will come in on Friday.", an_entry_id(clock)).answer
    assert done.draft == replace(RING, done=True, note="She will come in on Friday.")
    assert desk.tasks.open_ones() == ()
    assert desk.tasks.of(CONCERN) == (done,)
    (line,) = desk.chronology.of(WREN, 0, 9).rows
    assert (line.sort, line.title, line.line) == (ItemSort.ACTION, RING.title, done.draft.note)
    assert desk.chronology.counts(WREN) == {ItemSort.ACTION: 1}
    assert desk.chronology.of(WREN, 0, 9, ItemSort.CONTACT).rows == ()


def test_that_a_task_for_nobody_stands_in_no_file(desk: Desk, clock: FakeClock) -> None:
    task = is_set(desk, clock, replace(RING, person=""))
    desk.tasks.done(task, "Done.", an_entry_id(clock))
    assert desk.chronology.of(WREN, 0, 9).total == 0


def test_that_a_task_can_be_set_for_another_day_with_a_reason(desk: Desk, clock: FakeClock) -> None:
    task = is_set(desk, clock)
    later = replace(RING, due="2026-11-20")
    told = desk.tasks.change(task.entry, later, " She is away ", an_entry_id(clock)).answer
    assert (told.id, told.version, told.draft.due) == (task.id, 2, "2026-11-20")
    assert desk.tasks.open_ones() == (told,)


@pytest.mark.parametrize(
    ("draft", "problem"),
    [
        (replace(RING, title=" "), Problem("title", "missing")),
        (replace(RING, due=""), Problem("due", "missing")),
        (replace(RING, due="Friday"), Problem("due", "not_a_day")),
        (replace(RING, note=" "), Problem("note", "missing")),
    ],
)
def test_that_a_task_needs_words_and_a_day(
    desk: Desk, clock: FakeClock, draft: TaskDraft, problem: Problem
) -> None:
    with pytest.raises(DraftError) as told:
        desk.tasks.record(draft, an_entry_id(clock))
    assert told.value.problems == (problem,)


def test_that_nothing_is_done_or_changed_without_a_note(desk: Desk, clock: FakeClock) -> None:
    task = is_set(desk, clock)
    with pytest.raises(DraftError) as told:
        desk.tasks.done(task, " ", an_entry_id(clock))
    assert told.value.problems == (Problem("note", "missing"),)
    with pytest.raises(DraftError) as told:
        desk.tasks.change(task.entry, RING, "", an_entry_id(clock))
    assert told.value.problems == (Problem("reason", "missing"),)
    assert desk.tasks.open_ones() == (task,)


def test_that_whoever_cannot_read_children_has_no_tasks(desk: Desk) -> None:
    desk.sitting.leave(Compartment.CHILDREN)
    assert desk.tasks.open_ones() == ()


def test_that_the_check_compares_tasks_and_files_with_the_ledger(
    desk: Desk, clock: FakeClock
) -> None:
    desk.tasks.done(is_set(desk, clock), "Done.", an_entry_id(clock))
    desk.vault.check(lambda _checked, _of: None)
    database = desk.sitting.part(Compartment.CHILDREN).database
    database.run("UPDATE chronology_1 SET line = 'Nothing was done.'")
    with pytest.raises(DamageError) as told:
        desk.vault.check(lambda _checked, _of: None)
    assert told.value.where.damage is Damage.SHELF
