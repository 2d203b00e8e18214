"""The list of tasks: what is still to be done, by the day it is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.record import AUTHOR
from dsl_desk.domain.task import TASK, Task, TaskDraft
from dsl_desk.storage.columns import as_bytes, as_number, as_text
from dsl_desk.storage.shelves.shelf import Listing

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


def _more(entry: Entry) -> Row | None:
    if entry.body.kind != TASK.name or not understood(entry.body):
        return None
    draft = TASK.said(entry).draft
    return (
        int(draft.done),
        draft.due,
        draft.title,
        draft.who,
        draft.concern,
        draft.person,
        draft.note,
        entry.body.names[AUTHOR],
    )


TASKS: Final = Listing(
    name="tasks",
    version=1,
    columns=(
        "done INTEGER NOT NULL",
        "due TEXT NOT NULL",
        "title TEXT NOT NULL",
        "who TEXT NOT NULL",
        "concern TEXT NOT NULL",
        "person TEXT NOT NULL",
        "note TEXT NOT NULL",
        "author TEXT NOT NULL",
    ),
    more=_more,
    indexes=("due done, due, hlc", "person person, done, due", "concern concern, done, due"),
)
_SHOWN: Final = "record, entry, version, done, due, title, who, concern, person, note, author"


def open_tasks(database: Database) -> tuple[Task, ...]:
    """Return what is still to be done, what is due first before the rest."""
    return _tasks(database, "done = 0 ORDER BY due, hlc")


def tasks_about(database: Database, concern: str) -> tuple[Task, ...]:
    """Return every task of a concern, the open ones first."""
    return _tasks(database, "concern = ? ORDER BY done, due, hlc", concern)


def open_tasks_about(database: Database, person: str) -> tuple[Task, ...]:
    """Return what is still to be done for somebody."""
    return _tasks(database, "person = ? AND done = 0 ORDER BY due, hlc", person)


def _tasks(database: Database, where: str, *values: str) -> tuple[Task, ...]:
    rows = database.rows(f"SELECT {_SHOWN} FROM {TASKS.table} WHERE {where}", *values)  # noqa: S608 own constants
    return tuple(_read(row) for row in rows)


def _read(row: Row) -> Task:
    return Task(
        id=RecordId(as_bytes(row[0]).hex()),
        entry=EntryId(as_bytes(row[1]).hex()),
        version=as_number(row[2]),
        author=as_text(row[10]),
        draft=TaskDraft(
            done=bool(as_number(row[3])),
            due=as_text(row[4]),
            title=as_text(row[5]),
            who=as_text(row[6]),
            concern=as_text(row[7]),
            person=as_text(row[8]),
            note=as_text(row[9]),
        ),
    )
