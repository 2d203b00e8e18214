"""The closed choices of what is done about an allegation."""

from __future__ import annotations

from enum import Enum


class AllegationStepSort(Enum):
    """What kind of step it is, in the order they are usually taken; life takes them otherwise."""

    THRESHOLD = "threshold"
    LADO_CONTACT = "lado_contact"
    CONSULTATION = "consultation"
    ADVICE = "advice"
    AGENCY_TOLD = "agency_told"
    LOW_LEVEL = "low_level"
    ADULT_TOLD = "adult_told"
    QUESTIONED = "questioned"
    PARENTS_TOLD = "parents_told"
    SUSPENSION = "suspension"
    SUPPORT = "support"
    MEETING = "meeting"
    INVESTIGATION = "investigation"
    RESIGNATION = "resignation"
    OUTCOME = "outcome"
    DBS = "dbs"
    TRA = "tra"
    LESSONS = "lessons"
    REFERENCES = "references"
    COPY_GIVEN = "copy_given"
    REMOVED = "removed"
    STATUTORY_REPORT = "statutory_report"
    EVIDENCE = "evidence"
    DUTY = "duty"
    CHILD_FILES = "child_files"
    NOTE = "note"
    CLOSED = "closed"


class Reached(Enum):
    """Whether the LADO was reached. Only the first two stop the clock."""

    SPOKE = "spoke"
    THEIR_FORM = "their_form"
    MESSAGE_LEFT = "message_left"
    EMAIL = "email"
    NO_ANSWER = "no_answer"


class LadoView(Enum):
    """What the LADO said to a consultation without names."""

    REFER = "refer"
    NO_REFERRAL = "no_referral"
    STILL_TO_COME = "still_to_come"


class Agency(Enum):
    """Who else is told."""

    POLICE = "police"
    SOCIAL_CARE = "social_care"
    HR = "hr"
    UNION = "union"
    EMPLOYER = "employer"
    CHAIR = "chair"
    INSPECTORATE = "inspectorate"
    OTHER = "other"


class Decided(Enum):
    """What the employer decided about the adult's work meanwhile."""

    AS_BEFORE = "as_before"
    SUPERVISED = "supervised"
    NO_CONTACT = "no_contact"
    MOVED = "moved"
    AT_HOME = "at_home"
    SUSPENDED = "suspended"


class Meeting(Enum):
    """What kind of meeting it was."""

    STRATEGY = "strategy"
    EVALUATION = "evaluation"
    OTHER = "other"


class Supported(Enum):
    """Whom support was named for."""

    ADULT = "adult"
    CHILD = "child"
    FAMILY = "family"


class ReportBasis(Enum):
    """On what a report of the sexual abuse of a child rests."""

    CHILD_TOLD = "child_told"
    ADMITTED = "admitted"
    SEEN = "seen"
    PICTURE = "picture"


class Held(Enum):
    """What waits for advice. It is asked and lifted one by one."""

    TELL_ADULT = "tell_adult"
    QUESTION = "question"
    SUSPEND = "suspend"
    TELL_PARENTS = "tell_parents"
