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
from dsl_desk.domain.conversation import CONVERSATION
from dsl_desk.domain.cross_reference import CROSS_REFERENCE
from dsl_desk.domain.custody import (
    EVIDENCE_CLOSED,
    EVIDENCE_FILE,
    EVIDENCE_MISMATCH,
    EVIDENCE_OPENED,
    EVIDENCE_PRINTED,
    STOP_TAKEN_BACK,
)
from dsl_desk.domain.declaration import DECLARATION
from dsl_desk.domain.declaration_review import DECLARATION_REVIEW
from dsl_desk.domain.declaration_round import DECLARATION_ROUND
from dsl_desk.domain.disposal import PROPOSAL
from dsl_desk.domain.duty_mark import DUTY_DONE
from dsl_desk.domain.entry import GONE
from dsl_desk.domain.evidence import EVIDENCE
from dsl_desk.domain.handed_in import HANDED_IN
from dsl_desk.domain.identity import IDENTITY
from dsl_desk.domain.kept_filter import KEPT_FILTER
from dsl_desk.domain.lado_directory import LADO_DIRECTORY
from dsl_desk.domain.left import LEFT
from dsl_desk.domain.legal_hold import HOLD
from dsl_desk.domain.low_level import LOW_LEVEL
from dsl_desk.domain.misfiling import MISFILING
from dsl_desk.domain.paper import PAPER
from dsl_desk.domain.people_settings import PEOPLE_SETTINGS
from dsl_desk.domain.person import PERSON
from dsl_desk.domain.person_merge import PERSON_MERGE
from dsl_desk.domain.policy.record import POLICY, POLICY_SEEN
from dsl_desk.domain.quarantine import QUARANTINE
from dsl_desk.domain.received import PARCEL, RECEIVED
from dsl_desk.domain.referral import REFERRAL
from dsl_desk.domain.registers.all import BY_KIND
from dsl_desk.domain.retention_period import RETENTION_PERIOD
from dsl_desk.domain.school_calendar import CALENDAR
from dsl_desk.domain.school_seal import SCHOOL_SEAL
from dsl_desk.domain.setting import LOCK_AFTER
from dsl_desk.domain.sharing_copy import SHARING_COPY
from dsl_desk.domain.signed_paper import SIGNED_PAPER
from dsl_desk.domain.snapshot import REHEARSAL, SNAPSHOT
from dsl_desk.domain.step import STEP
from dsl_desk.domain.strand import FOUNDING_KIND
from dsl_desk.domain.subject_access import SUBJECT_ANSWER, SUBJECT_DECISION
from dsl_desk.domain.task import TASK
from dsl_desk.domain.termly_check import TERMLY_CHECK
from dsl_desk.domain.viewing import VIEWING
from dsl_desk.domain.viewing_standing import VIEWING_ANSWER
from dsl_desk.domain.went_out import EVERYTHING_SEEN, EXPORT, EXPORT_REFUSED, EXPORT_SCHEMA
from dsl_desk.domain.words_only import WORDS_ONLY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.entry import Body

KINDS: Final[Mapping[str, int]] = {
    FOUNDING_KIND: 1,
    CONCERN.name: CONCERN.schema,
    STEP.name: STEP.schema,
    REFERRAL.name: REFERRAL.schema,
    MISFILING.name: MISFILING.schema,
    PAPER.name: PAPER.schema,
    HOLD.name: HOLD.schema,
    PROPOSAL.name: PROPOSAL.schema,
    RETENTION_PERIOD.name: RETENTION_PERIOD.schema,
    "unlock": 1,
    "opened": 1,
    "fence_passed": 1,
    EXPORT: EXPORT_SCHEMA,
    EXPORT_REFUSED: 1,
    "disposal": 1,
    "merge": 1,
    "way_in": 1,
    "members": 1,
    SNAPSHOT.name: SNAPSHOT.schema,
    REHEARSAL.name: REHEARSAL.schema,
    LOCK_AFTER.name: LOCK_AFTER.schema,
    SCHOOL_SEAL.name: SCHOOL_SEAL.schema,
    CALENDAR.name: CALENDAR.schema,
    TASK.name: TASK.schema,
    KEPT_FILTER.name: KEPT_FILTER.schema,
    PERSON.name: PERSON.schema,
    PERSON_MERGE.name: PERSON_MERGE.schema,
    PEOPLE_SETTINGS.name: PEOPLE_SETTINGS.schema,
    IDENTITY.name: IDENTITY.schema,
    CHILD_FILE.name: CHILD_FILE.schema,
    PARCEL.name: PARCEL.schema,
    RECEIVED.name: RECEIVED.schema,
    POLICY.name: POLICY.schema,
    POLICY_SEEN.name: POLICY_SEEN.schema,
    DUTY_DONE.name: DUTY_DONE.schema,
    **{name: register.kind.schema for name, register in BY_KIND.items()},
    VIEWING.name: VIEWING.schema,
    VIEWING_ANSWER.name: VIEWING_ANSWER.schema,
    HANDED_IN.name: HANDED_IN.schema,
    WORDS_ONLY.name: WORDS_ONLY.schema,
    STOP_TAKEN_BACK.name: STOP_TAKEN_BACK.schema,
    EVIDENCE.name: EVIDENCE.schema,
    EVIDENCE_FILE.name: EVIDENCE_FILE.schema,
    EVIDENCE_OPENED.name: EVIDENCE_OPENED.schema,
    EVIDENCE_CLOSED.name: EVIDENCE_CLOSED.schema,
    EVIDENCE_MISMATCH.name: EVIDENCE_MISMATCH.schema,
    EVIDENCE_PRINTED.name: EVIDENCE_PRINTED.schema,
    SHARING_COPY.name: SHARING_COPY.schema,
    QUARANTINE.name: QUARANTINE.schema,
    CONVERSATION.name: CONVERSATION.schema,
    ALLEGATION.name: ALLEGATION.schema,
    ALLEGATION_STEP.name: ALLEGATION_STEP.schema,
    LOW_LEVEL.name: LOW_LEVEL.schema,
    CROSS_REFERENCE.name: CROSS_REFERENCE.schema,
    LADO_DIRECTORY.name: LADO_DIRECTORY.schema,
    LEFT.name: LEFT.schema,
    DECLARATION.name: DECLARATION.schema,
    DECLARATION_REVIEW.name: DECLARATION_REVIEW.schema,
    SIGNED_PAPER.name: SIGNED_PAPER.schema,
    DECLARATION_ROUND.name: DECLARATION_ROUND.schema,
    SUBJECT_DECISION.name: SUBJECT_DECISION.schema,
    SUBJECT_ANSWER.name: SUBJECT_ANSWER.schema,
    EVERYTHING_SEEN: 1,
    TERMLY_CHECK.name: TERMLY_CHECK.schema,
}
NOT_UNDERSTOOD: Final = "Kept, not understood"


def understood(body: Body) -> bool:
    """Tell whether this program knows what a body says; one that is gone says nothing."""
    return body is GONE or KINDS.get(body.kind, 0) >= body.schema
