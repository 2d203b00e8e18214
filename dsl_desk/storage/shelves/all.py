"""Every shelf of every part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.storage.shelves.chronology import CHRONOLOGY
from dsl_desk.storage.shelves.concerns import CONCERNS
from dsl_desk.storage.shelves.copies import COPIES
from dsl_desk.storage.shelves.full_text import FULL_TEXT
from dsl_desk.storage.shelves.settings import SETTINGS
from dsl_desk.storage.shelves.tasks import TASKS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.storage.shelves.shelf import Shelf

SHELVES: Final[Mapping[Compartment, tuple[Shelf, ...]]] = {
    Compartment.SCHOOL: (COPIES, SETTINGS),
    Compartment.CHILDREN: (CONCERNS, CHRONOLOGY, TASKS, FULL_TEXT),
    Compartment.STAFF: (),
    Compartment.DECLARATIONS: (),
}
