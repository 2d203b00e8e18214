"""What keeping, holding and disposal are called, and in one line how long something is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.dates import in_sentence
from dsl_desk.domain.disposal import ProposalState
from dsl_desk.domain.legal_hold import Held
from dsl_desk.domain.retention import SINCE_WORDS, RetentionClass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from enum import Enum

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.ids import RecordId

KEEPING_LABELS: Final[Mapping[Enum, str]] = {
    RetentionClass.CHILD_FILE: "Child protection file",
    RetentionClass.SEXUAL_ABUSE: "Records that name sexual abuse",
    RetentionClass.ALLEGATION: "Allegations and concerns about adults",
    RetentionClass.ALLEGATION_REMOVED: "Allegations that left the personnel file",
    RetentionClass.LOW_LEVEL: "Low-level concerns",
    RetentionClass.DECLARATION: "Declarations of links",
    RetentionClass.CAPTURE: "Decisions to look, and evidence",
    RetentionClass.CAPTURE_NOTHING: "Looks that found nothing",
    RetentionClass.CONSENT: "Consents",
    RetentionClass.REGISTER: "The school's registers",
    RetentionClass.SEALED_NOTE: "Sealed notes",
    RetentionClass.PERSON: "People",
    RetentionClass.SCHOOL: "The school's own settings",
    RetentionClass.LEDGER: "The ledger itself",
    Held.NOT: "Not on hold",
    Held.BY_ITSELF: "On hold by itself",
    Held.PUT_ON: "On hold",
    ProposalState.WAITING: "Waiting for a second person",
    ProposalState.AGREED: "Agreed, and disposed of",
    ProposalState.REFUSED: "Refused: it is kept",
    **SINCE_WORDS,
}


@dataclass(frozen=True)
class Kept:
    """A record as far as keeping it goes."""

    record: RecordId
    part: Compartment
    ref: str
    what: str = field(repr=False)
    of: RetentionClass
    review_on: date | None
    why: str
    held: Held
    hold_reason: str = field(default="", repr=False)
    kind: str = ""
    held_by: str = ""  # the record whose hold it is: its own, or one above or beside it

    def is_due(self, today: date) -> bool:
        """Tell whether its day has come, and nothing holds it."""
        return self.held is Held.NOT and self.review_on is not None and self.review_on <= today

    def line(self, today: date) -> str:
        """Return in one line until when it is kept, and why."""
        if self.held is Held.BY_ITSELF:
            return "Kept, whatever the day: on hold, because it names sexual abuse."
        if self.held is Held.PUT_ON:
            return f"Kept, whatever the day: on hold. {self.hold_reason.rstrip('.')}."
        if self.review_on is None:
            return f"Kept {self.why}."
        if self.is_due(today):
            return f"To be looked at again since {in_sentence(self.review_on)}: {self.why}."
        return kept_until(self.review_on, self.why)


def kept_until(day: date, why: str) -> str:
    """Return until when something is kept, and why."""
    return f"Kept until {in_sentence(day)}, then looked at again: {why}."
