"""A task: something somebody is to do by a day, and the note with which it was done."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.chronology import Item, ItemSort
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.record import Kind, Said

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.ids import EntryId, RecordId
    from dsl_desk.domain.packing import Json

_LONGEST_NOTE: Final = 5_000


@dataclass(frozen=True)
class TaskDraft:
    """A task as it is set. `who` is empty for the whole team; the ids are empty without a link."""

    title: str = field(repr=False)
    due: str
    who: str = ""
    concern: str = ""
    person: str = ""
    done: bool = False
    note: str = field(default="", repr=False)

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way of setting it."""
        found = []
        if code := what_is_wrong(self.title, LONGEST_LINE):
            found.append(Problem("title", code))
        if code := _what_is_wrong_with_a_day(self.due):
            found.append(Problem("due", code))
        if self.note and (code := what_is_wrong(self.note, _LONGEST_NOTE)):
            found.append(Problem("note", code))
        return tuple(found)


@dataclass(frozen=True)
class Task:
    """A task as it stands."""

    id: RecordId
    entry: EntryId
    version: int
    author: str = field(repr=False)
    draft: TaskDraft


def _what_is_wrong_with_a_day(day: str) -> str:
    if not day.strip():
        return "missing"
    try:
        date.fromisoformat(day)
    except ValueError:
        return "not_a_day"
    return ""


def _to_fields(draft: TaskDraft) -> dict[str, Json]:
    return {
        "title": draft.title.strip(),
        "due": draft.due,
        "who": draft.who,
        "concern": draft.concern,
        "person": draft.person,
        "done": draft.done,
        "note": draft.note,
    }


def _of_fields(fields: Fields) -> TaskDraft:
    return TaskDraft(
        title=fields.text("title"),
        due=fields.text("due"),
        who=fields.text("who"),
        concern=fields.text("concern"),
        person=fields.text("person"),
        done=fields.truth("done"),
        note=fields.text("note"),
    )


TASK: Final = Kind(
    name="task",
    schema=1,
    entry_class=EntryClass.TASK,
    to_fields=_to_fields,
    of_fields=_of_fields,
)


def said_of_task(draft: TaskDraft) -> Said[TaskDraft]:
    """Return a task as the ledger takes it."""
    return Said(draft)


def task_of(entry: Entry) -> Task:
    """Return the task that an entry holds."""
    header = entry.header
    return Task(
        id=header.record,
        entry=header.id,
        version=header.version,
        author=entry.body.names["author"],
        draft=TASK.said(entry).draft,
    )


def task_in_file(entry: Entry) -> Item:
    """Return how a task stands in somebody's file: once it is done, and in nobody's before."""
    draft = TASK.said(entry).draft
    people = (draft.person,) if draft.done and draft.person else ()
    return Item(people, "", ItemSort.ACTION, draft.title, draft.note, draft.concern)
