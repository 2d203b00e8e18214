"""Every shelf of every part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.storage.shelves.allegations import ALLEGATIONS
from dsl_desk.storage.shelves.child_files import CHILD_FILES
from dsl_desk.storage.shelves.chronology import CHRONOLOGY
from dsl_desk.storage.shelves.concerns import CONCERNS
from dsl_desk.storage.shelves.conversations import CONVERSATIONS
from dsl_desk.storage.shelves.copies import COPIES
from dsl_desk.storage.shelves.declarations import DECLARATIONS
from dsl_desk.storage.shelves.evidence import CUSTODY, EVIDENCE_LIST
from dsl_desk.storage.shelves.exports import EXPORTS
from dsl_desk.storage.shelves.full_text import FULL_TEXT
from dsl_desk.storage.shelves.identities import HANDLES, IDENTITIES
from dsl_desk.storage.shelves.insights import INSIGHTS
from dsl_desk.storage.shelves.keeping import KEEPING
from dsl_desk.storage.shelves.kept_filters import KEPT_FILTERS
from dsl_desk.storage.shelves.left import LEFT_LIST
from dsl_desk.storage.shelves.likenesses import LIKENESSES
from dsl_desk.storage.shelves.people import PEOPLE
from dsl_desk.storage.shelves.people_settings import SETTINGS_OF_PEOPLE
from dsl_desk.storage.shelves.person_merges import PERSON_MERGES
from dsl_desk.storage.shelves.policies import DUTY_MARKS, POLICIES
from dsl_desk.storage.shelves.registers import ENTRIES
from dsl_desk.storage.shelves.retention import HOLDS, PERIODS, PROPOSALS
from dsl_desk.storage.shelves.settings import SETTINGS
from dsl_desk.storage.shelves.steps import STEPS
from dsl_desk.storage.shelves.subject_access import SUBJECT_ACCESS
from dsl_desk.storage.shelves.tasks import TASKS
from dsl_desk.storage.shelves.termly_checks import TERMLY_CHECKS
from dsl_desk.storage.shelves.viewings import VIEWINGS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.storage.shelves.shelf import Shelf

SHELVES: Final[Mapping[Compartment, tuple[Shelf, ...]]] = {
    Compartment.SCHOOL: (
        COPIES,
        SETTINGS,
        PEOPLE,
        PERSON_MERGES,
        SETTINGS_OF_PEOPLE,
        POLICIES,
        DUTY_MARKS,
        ENTRIES,
        PERIODS,
        KEEPING,
        HOLDS,
        PROPOSALS,
        SUBJECT_ACCESS,
    ),
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
        EXPORTS,
        DUTY_MARKS,
        ENTRIES,
        KEEPING,
        HOLDS,
        PROPOSALS,
        KEPT_FILTERS,
        VIEWINGS,
        EVIDENCE_LIST,
        CUSTODY,
        CONVERSATIONS,
        LIKENESSES,
        LEFT_LIST,
        INSIGHTS,
        FULL_TEXT,
        SUBJECT_ACCESS,
        TERMLY_CHECKS,
    ),
    Compartment.STAFF: (
        CONCERNS,
        ALLEGATIONS,
        IDENTITIES,
        HANDLES,
        CHRONOLOGY,
        STEPS,
        EXPORTS,
        DUTY_MARKS,
        ENTRIES,
        KEEPING,
        HOLDS,
        PROPOSALS,
        KEPT_FILTERS,
        VIEWINGS,
        EVIDENCE_LIST,
        CUSTODY,
        CONVERSATIONS,
        LIKENESSES,
        LEFT_LIST,
        INSIGHTS,
        FULL_TEXT,
        SUBJECT_ACCESS,
        TERMLY_CHECKS,
    ),
    Compartment.DECLARATIONS: (
        DECLARATIONS,
        DUTY_MARKS,
        LEFT_LIST,
        KEEPING,
        HOLDS,
        PROPOSALS,
        SUBJECT_ACCESS,
    ),
}
