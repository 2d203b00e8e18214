"""Every kind of entry this program writes, and the newest schema of each that it understands.

An entry of another kind, or of a newer schema, was written by a newer program: it is kept, shown as
"kept, not understood", checked like every other, and passed on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.allegation import ALLEGATION
from dsl_desk.domain.allegation_step import ALLEGATION_STEP
from dsl_desk.domain.child_file import CHILD_FILE
from dsl_desk.domain.concern import CONCERN
from dsl_desk.domain.entry import GONE
from dsl_desk.domain.identity import IDENTITY
from dsl_desk.domain.lado_directory import LADO_DIRECTORY
from dsl_desk.domain.low_level import LOW_LEVEL
from dsl_desk.domain.people_settings import PEOPLE_SETTINGS
from dsl_desk.domain.person import PERSON
from dsl_desk.domain.person_merge import PERSON_MERGE
from dsl_desk.domain.referral import REFERRAL
from dsl_desk.domain.setting import LOCK_AFTER
from dsl_desk.domain.snapshot import REHEARSAL, SNAPSHOT
from dsl_desk.domain.step import STEP
from dsl_desk.domain.strand import FOUNDING_KIND
from dsl_desk.domain.task import TASK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.entry import Body

KINDS: Final[Mapping[str, int]] = {
    FOUNDING_KIND: 1,
    CONCERN.name: CONCERN.schema,
    STEP.name: STEP.schema,
    REFERRAL.name: REFERRAL.schema,
    "unlock": 1,
    "opened": 1,
    "export": 1,
    "disposal": 1,
    "merge": 1,
    "way_in": 1,
    "members": 1,
    SNAPSHOT.name: SNAPSHOT.schema,
    REHEARSAL.name: REHEARSAL.schema,
    LOCK_AFTER.name: LOCK_AFTER.schema,
    TASK.name: TASK.schema,
    PERSON.name: PERSON.schema,
    PERSON_MERGE.name: PERSON_MERGE.schema,
    PEOPLE_SETTINGS.name: PEOPLE_SETTINGS.schema,
    IDENTITY.name: IDENTITY.schema,
    CHILD_FILE.name: CHILD_FILE.schema,
    ALLEGATION.name: ALLEGATION.schema,
    ALLEGATION_STEP.name: ALLEGATION_STEP.schema,
    LOW_LEVEL.name: LOW_LEVEL.schema,
    LADO_DIRECTORY.name: LADO_DIRECTORY.schema,
}
NOT_UNDERSTOOD: Final = "Kept, not understood"


def understood(body: Body) -> bool:
    """Tell whether this program knows what a body says; one that is gone says nothing."""
    return body is GONE or KINDS.get(body.kind, 0) >= body.schema
