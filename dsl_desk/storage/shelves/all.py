"""Every shelf of every part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.storage.shelves.allegations import ALLEGATIONS
from dsl_desk.storage.shelves.child_files import CHILD_FILES
from dsl_desk.storage.shelves.chronology import CHRONOLOGY
from dsl_desk.storage.shelves.concerns import CONCERNS
from dsl_desk.storage.shelves.copies import COPIES
from dsl_desk.storage.shelves.full_text import FULL_TEXT
from dsl_desk.storage.shelves.identities import HANDLES, IDENTITIES
from dsl_desk.storage.shelves.people import PEOPLE
from dsl_desk.storage.shelves.people_settings import SETTINGS_OF_PEOPLE
from dsl_desk.storage.shelves.person_merges import PERSON_MERGES
from dsl_desk.storage.shelves.settings import SETTINGS
from dsl_desk.storage.shelves.steps import STEPS
from dsl_desk.storage.shelves.tasks import TASKS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.storage.shelves.shelf import Shelf

SHELVES: Final[Mapping[Compartment, tuple[Shelf, ...]]] = {
    Compartment.SCHOOL: (COPIES, SETTINGS, PEOPLE, PERSON_MERGES, SETTINGS_OF_PEOPLE),
    Compartment.CHILDREN: (
        CONCERNS,
        PEOPLE,
        PERSON_MERGES,
        CHILD_FILES,
        IDENTITIES,
        HANDLES,
        CHRONOLOGY,
        TASKS,
        STEPS,
        FULL_TEXT,
    ),
    Compartment.STAFF: (CONCERNS, IDENTITIES, HANDLES, CHRONOLOGY, STEPS, FULL_TEXT, ALLEGATIONS),
    Compartment.DECLARATIONS: (),
}
