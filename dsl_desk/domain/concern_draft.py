"""A concern as it is typed, before it is recorded, and what stands in the way of recording it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, too_much, what_is_wrong
from dsl_desk.domain.concern_choices import (
    About,
    ConcernSort,
    ConcernState,
    FourC,
    Involvement,
    Parents,
    SafeNow,
)
from dsl_desk.domain.concern_parts import NOWHERE, Injury, Involved, Online, Plan, Teller
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.moments import NO_MOMENT, Moment, is_past, what_is_wrong_with_a_moment

if TYPE_CHECKING:
    from datetime import datetime

    from dsl_desk.domain.person_ref import PersonRef

LONGEST_WORDS: Final = 100_000
LONGEST_NOTE: Final = 20_000
_MISSING: Final = "missing"


@dataclass(frozen=True)
class ConcernDraft:
    """A concern as it is typed, before it is recorded.

    Only who, who told us and when, the words and "safe now?" are needed to record it; what else is
    missing is told by `concern_gaps`.
    """

    people: tuple[Involved, ...]
    told_by: Teller
    told_at: str = field(repr=False)
    words: str = field(repr=False)
    safe_now: SafeNow
    about: About = About.CHILD
    happened: Moment = NO_MOMENT
    online: Online = NOWHERE
    wishes: str = field(default="", repr=False)
    view: str = field(default="", repr=False)
    four_cs: tuple[FourC, ...] = ()
    sorts: tuple[ConcernSort, ...] = ()
    action: str = field(default="", repr=False)
    parents: Parents = Parents.UNANSWERED
    parents_why: str = field(default="", repr=False)
    siblings: tuple[PersonRef, ...] = ()
    original: str = field(default="", repr=False)
    injuries: tuple[Injury, ...] = ()
    plans: tuple[Plan, ...] = ()
    state: ConcernState = ConcernState.NEW
    outcome: str = field(default="", repr=False)

    def subjects(self) -> tuple[PersonRef, ...]:
        """Return whom it is about: who is said to have done it where it is about an adult."""
        adult = self.about is About.ADULT
        wanted = Involvement.SAID_TO_HAVE_DONE_IT if adult else Involvement.AFFECTED
        chosen = tuple(one.who for one in self.people if one.role is wanted)
        return chosen or tuple(one.who for one in self.people)

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way of recording, not only the first."""
        teller = "" if self.told_by.rather_not else what_is_wrong(self.told_by.name)
        codes = {
            "people": self._wrong_with_people(),
            "told_by": teller,
            "happened": what_is_wrong_with_a_moment(self.happened.at),
            "told_at": what_is_wrong_with_a_moment(self.told_at) if self.told_at else _MISSING,
            **{name: too_much(text, LONGEST_LINE) for name, text in self._lines().items()},
            "words": what_is_wrong(self.words, LONGEST_WORDS),
            "safe_now": _MISSING if self.safe_now is SafeNow.UNANSWERED else "",
            **{name: too_much(text, LONGEST_NOTE) for name, text in self._notes().items()},
        }
        return tuple(Problem(name, code) for name, code in codes.items() if code)

    def problems_at(self, now: datetime) -> tuple[Problem, ...]:
        """Return the same, and what is said to have been when it is still to come."""
        found = self.problems()
        wrong = {problem.field for problem in found}
        times = {"happened": self.happened.at, "told_at": self.told_at}
        return (
            *found,
            *(
                Problem(name, "to_come")
                for name, at in times.items()
                if at and name not in wrong and not is_past(at, now)
            ),
        )

    def _wrong_with_people(self) -> str:
        codes = [what_is_wrong(one.who.name) for one in self.people] or [_MISSING]
        return next((code for code in codes if code), "")

    def _lines(self) -> dict[str, str]:
        online = self.online
        return {
            "platform": online.platform,
            "account": online.account,
            "group": online.group,
            "original": self.original,
        }

    def _notes(self) -> dict[str, str]:
        siblings = "".join(one.name for one in self.siblings)
        injuries = "".join(one.words for one in self.injuries)
        plans = "".join(one.who.name + one.risk + one.plan for one in self.plans)
        return {
            "address": self.online.address,
            "wishes": self.wishes,
            "view": self.view,
            "action": self.action,
            "parents_why": self.parents_why,
            "siblings": siblings,
            "injuries": injuries,
            "plans": plans,
            "outcome": self.outcome,
        }
