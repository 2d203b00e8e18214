"""Every kind of record that stands in somebody's file, and how it stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.kinds import understood
from dsl_desk.domain.task import TASK, task_in_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.domain.chronology import Item
    from dsl_desk.domain.entry import Entry

ITEMS: Final[Mapping[str, Callable[[Entry], Item | None]]] = {
    TASK.name: task_in_file,
}


def item_of(entry: Entry) -> Item | None:
    """Return how an entry stands in the files of people; None where it stands in none."""
    tell = ITEMS.get(entry.body.kind)
    return tell(entry) if tell is not None and understood(entry.body) else None
