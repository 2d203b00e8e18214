"""What verdicts, exemptions and kinds of record are called where somebody asked to see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.registers.all import BY_KIND
from dsl_desk.domain.subject_access import Exemption, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

SUBJECT_LABELS: Final[Mapping[Enum, str]] = {
    Verdict.GIVE: "Given",
    Verdict.WITHHOLD: "Withheld",
    Exemption.CHILD_ABUSE_DATA: "Child abuse data, and giving it is not in the child's interest",
    Exemption.SERIOUS_HARM: "Likely to cause serious harm to somebody",
    Exemption.THIRD_PARTY: "About another person, who has not agreed",
    Exemption.LEGAL_PRIVILEGE: "Legal advice, or made for a court case",
}
# Where an exemption stands in the Data Protection Act 2018.
LAW: Final[Mapping[Exemption, str]] = {
    Exemption.CHILD_ABUSE_DATA: "Schedule 3, paragraph 21",
    Exemption.SERIOUS_HARM: "Schedule 3, parts 2 to 4",
    Exemption.THIRD_PARTY: "Schedule 2, paragraph 16",
    Exemption.LEGAL_PRIVILEGE: "Schedule 2, paragraph 19",
}
_KINDS: Final[Mapping[str, str]] = {
    "allegation": "Allegation",
    "allegation_step": "Step in an allegation",
    "case": "What was told, and began a sealed case",
    "case_note": "Note in a sealed case",
    "child_file": "Front sheet",
    "concern": "Concern",
    "conversation": "Conversation put in order",
    "cross_reference": "Note that something is kept elsewhere",
    "declaration": "Declared link",
    "declaration_review": "Decision about a declared link",
    "duty_done": "Duty of the policy, done or not",
    "evidence": "Evidence",
    "evidence_mismatch": "A file found altered or missing",
    "handed_in": "Something handed in",
    "identity": "Account online",
    "left": "Note left at the lock screen",
    "low_level": "Low-level concern",
    "misfiling": "Something filed wrongly",
    "paper": "Scan of a note",
    "parcel": "Parcel of another school",
    "person": "Name and dates",
    "person_merge": "Two records of one person put together",
    "quarantine": "Set aside, captured by mistake",
    "received_entry": "Received from another school",
    "referral": "Referral",
    "sharing_copy": "Covered copy of a picture",
    "signed_paper": "Signed paper of a declared link",
    "step": "What was done",
    "stop_taken_back": "Taken back: not sure before a capture",
    "subject_answer": "Answer of a key holder to a request",
    "subject_decision": "What was decided for a request",
    "task": "Reminder",
    "termly_check": "Check of a term",
    "viewing": "Decision to look",
    "viewing_answer": "Answer to a decision to look",
    "words_only": "Told in words only",
}


def kind_in_words(kind: str) -> str:
    """Return what a kind of record is called."""
    if kind in BY_KIND:
        return f"Register: {BY_KIND[kind].tab.lower()}"
    return _KINDS.get(kind) or kind.replace("_", " ").capitalize()
