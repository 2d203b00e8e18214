"""Tasks: setting one, doing one, and what is still to be done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.task import TASK, said_of_task, task_of
from dsl_desk.storage.shelves.tasks import open_tasks, open_tasks_about, tasks_about

if TYPE_CHECKING:
    from dsl_desk.domain.ids import EntryId, RecordId
    from dsl_desk.domain.task import Task, TaskDraft
    from dsl_desk.services.sitting import Sitting

_HERE: Final = Compartment.CHILDREN
_CHANGED: Final = frozenset({Thing.TASKS})


class Tasks:
    """What can be asked about tasks."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting

    def record(self, draft: TaskDraft, entry: EntryId) -> Changed[Task]:
        """Set a task."""
        if problems := draft.problems():
            raise DraftError(problems)
        with self._sitting.writing(_HERE, EntryClass.TASK) as write:
            written = write.record(TASK, said_of_task(draft), entry)
        return Changed(task_of(written), _CHANGED)

    def change(self, of: EntryId, draft: TaskDraft, reason: str, entry: EntryId) -> Changed[Task]:
        """Set a task anew: another day, another person, other words."""
        problems = draft.problems()
        if code := what_is_wrong(reason, LONGEST_LINE):
            problems = (*problems, Problem("reason", code))
        if problems:
            raise DraftError(problems)
        with self._sitting.writing(_HERE, EntryClass.TASK) as write:
            written = write.version(TASK, said_of_task(draft), of, reason.strip(), entry)
        return Changed(task_of(written), _CHANGED)

    def done(self, task: Task, note: str, entry: EntryId) -> Changed[Task]:
        """Say that a task is done, and how: the note is the reason of this version."""
        if code := what_is_wrong(note, LONGEST_LINE):
            raise DraftError((Problem("note", code),))
        draft = replace(task.draft, done=True, note=note.strip())
        return self.change(task.entry, draft, note, entry)

    def open(self, task: RecordId) -> Task:
        """Return a task as the ledger has it."""
        return task_of(self._sitting.part(_HERE).ledger.newest(task))

    def open_ones(self) -> tuple[Task, ...]:
        """Return what is still to be done, what is due first before the rest."""
        if _HERE not in self._sitting.parts:
            return ()
        return open_tasks(self._sitting.part(_HERE).database)

    def of(self, concern: RecordId) -> tuple[Task, ...]:
        """Return every task of a concern, the open ones first."""
        return tasks_about(self._sitting.part(_HERE).database, concern)

    def open_about(self, person: str) -> tuple[Task, ...]:
        """Return what is still to be done for somebody."""
        return open_tasks_about(self._sitting.part(_HERE).database, person)
