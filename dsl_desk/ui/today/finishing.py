"""Acts of Today that write something down: a reminder that is done, and what was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.ui.kit.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.changes import Changed
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.task import Task
    from dsl_desk.domain.today import Need
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.kit.page import Page
    from dsl_desk.ui.today.means import Means

    Fail = Callable[[DeskError], None]


def finish_task(page: Page, means: Means, need: Need, fail: Fail) -> None:
    """Ask what was done, and write it down; what goes wrong is told to `fail`."""
    question = Question(
        title=page.tr("Mark as done: {what}").format(what=need.what),
        sentence=page.tr("What you write here is kept, and stands in the file it belongs to."),
        act=page.tr("Mark as done"),
        keep=page.tr("Keep it open"),
        reason=page.tr("What was done?"),
    )
    yes = means.ask.confirm(page, question)
    if yes is None:
        return
    task, note, entry = RecordId(need.task), yes.reason, EntryId(fresh_id(means.clock.now()))
    said = page.tr("Done, and kept.")
    means.worker.do(
        page,
        lambda desk: _done(desk, task, note, entry),
        lambda _task: page.said.emit(said),
        fail,
    )


def say_seen(page: Page, means: Means, need: Need, fail: Fail) -> None:
    """Write down that this member has seen that everything left; what goes wrong goes to `fail`."""
    export, entry = EntryId(need.everything), EntryId(fresh_id(means.clock.now()))
    said = page.tr("Seen, and written down.")
    means.worker.do(
        page,
        lambda desk: desk.machine_readable.see(export, entry),
        lambda _seen: page.said.emit(said),
        fail,
    )


def _done(desk: Desk, task: RecordId, note: str, entry: EntryId) -> Changed[Task]:
    return desk.tasks.done(desk.tasks.open(task), note, entry)
