"""What each sort of step asks, beside when it was, what was done and with whom.

One table for the form, the check and the paper: a question is asked wherever its sort is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.allegation_choices import (
    Agency,
    AllegationStepSort,
    Decided,
    LadoView,
    Meeting,
    Reached,
    ReportBasis,
    Supported,
)
from dsl_desk.domain.outcome import Outcome
from dsl_desk.domain.person import what_is_wrong_with_a_day
from dsl_desk.domain.threshold import Answer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

Sort = AllegationStepSort


@dataclass(frozen=True)
class Question:
    """One question: its name, its choices where it has any, and whether it can be left out.

    One that asks for a day is answered as ISO 8601.
    """

    name: str
    choices: type[Enum] | None = None
    needed: bool = True
    day: bool = False

    def problem(self, answer: str, longest: int) -> str:
        """Return the code of what stands in the way of an answer, or nothing."""
        if not answer.strip():
            return "missing" if self.needed else ""
        if len(answer) > longest:
            return "too_long"
        if self.choices is not None and answer not in {one.value for one in self.choices}:
            return "not_a_choice"
        return what_is_wrong_with_a_day(answer) if self.day else ""


# How long the case is kept goes by it, where it is known; else by the date of birth.
PENSION_ON: Final = "pension_on"
_PENSION: Final = Question(PENSION_ON, needed=False, day=True)

QUESTIONS: Final[Mapping[Sort, tuple[Question, ...]]] = {
    Sort.LADO_CONTACT: (Question("reached", Reached), Question("late_why", needed=False)),
    Sort.CONSULTATION: (Question("lado_view", LadoView), Question("late_why", needed=False)),
    Sort.ADVICE: (Question("overrides", Answer, needed=False),),
    Sort.AGENCY_TOLD: (Question("agency", Agency),),
    Sort.ADULT_TOLD: (Question("told_by_whom"),),
    Sort.QUESTIONED: (Question("asked_by_whom"),),
    Sort.PARENTS_TOLD: (
        Question("warned", Answer),
        Question("warned_of_law", Answer, needed=False),
    ),
    Sort.SUSPENSION: (
        Question("decided", Decided),
        Question("considered"),
        Question("lado_said", needed=False),
        Question("police_said", needed=False),
        Question("decided_by"),
    ),
    Sort.SUPPORT: (Question("supported", Supported), Question("by_whom")),
    Sort.MEETING: (
        Question("meeting", Meeting),
        Question("attended"),
        Question("actions", needed=False),
    ),
    Sort.OUTCOME: (Question("outcome", Outcome), _PENSION),
    Sort.DBS: (
        Question("left_activity", Answer),
        Question("harm_test", Answer),
        Question("referred", Answer),
    ),
    Sort.TRA: (Question("dismissed", Answer), Question("referred", Answer)),
    Sort.REFERENCES: (Question("may_be_said"),),
    Sort.COPY_GIVEN: (Question("given_by", needed=False),),
    Sort.REMOVED: (Question("consent", Answer),),
    Sort.STATUTORY_REPORT: (
        Question("basis", ReportBasis),
        Question("reported_by"),
        Question("aware"),
        Question("delay_why", needed=False),
    ),
    Sort.CLOSED: (_PENSION,),
}
# A decision stands with its reason, or not at all.
WANTS_WHY: Final = frozenset(
    {
        *(Sort.LOW_LEVEL, Sort.SUSPENSION, Sort.OUTCOME, Sort.DBS, Sort.TRA),
        *(Sort.REFERENCES, Sort.REMOVED, Sort.CLOSED, Sort.CHILD_FILES),
    }
)
# Written by a page of their own, never by the form of a step.
MARKED_ELSEWHERE: Final = frozenset({Sort.EVIDENCE, Sort.DUTY})
# What somebody said, kept word for word; with a tick that it is still to come it may be empty.
SPOKEN: Final = frozenset({Sort.LADO_CONTACT, Sort.CONSULTATION, Sort.ADVICE})


def questions_of(sort: Sort) -> tuple[Question, ...]:
    """Return what a sort asks."""
    return QUESTIONS.get(sort, ())


def offered(*, statutory: bool) -> tuple[Sort, ...]:
    """Return the sorts a form offers; the statutory report once the school has switched it on.

    Evidence is linked from the list of what there is and a duty marked beside it, not by a form.
    """
    left_out = MARKED_ELSEWHERE | (set() if statutory else {Sort.STATUTORY_REPORT})
    return tuple(sort for sort in Sort if sort not in left_out)
