"""The harm threshold: four questions, each answered with why; the result is the school's view.

Nothing here says that the threshold is met: that is for the LADO to say. Whatever is not known is
a reason to ring, not a reason to wait.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import what_is_wrong
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.member import Role
from dsl_desk.domain.routing import Row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.routing import Posts

LONGEST_WHY: Final = 2_000


class Criterion(Enum):
    """What the adult may have done, one question each."""

    HARMED = "harmed"
    OFFENCE = "offence"
    RISK = "risk"
    NOT_SUITABLE = "not_suitable"


class Answer(Enum):
    """How a question is answered. Nothing is chosen before somebody chooses."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


class SchoolsView(Enum):
    """What the answers come to, in the school's view, and what it does next."""

    UNANSWERED = "unanswered"
    RING = "ring"
    RING_TO_ASK = "ring_to_ask"
    LOW_LEVEL = "low_level"


@dataclass(frozen=True)
class Answered:
    """One answer with its reason."""

    answer: Answer
    why: str = field(default="", repr=False)


@dataclass(frozen=True)
class Threshold:
    """The four answers."""

    answers: Mapping[Criterion, Answered]

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way: each question wants an answer and its reason."""
        found = []
        for criterion in Criterion:
            given = self.answers.get(criterion)
            code = "missing" if given is None else what_is_wrong(given.why, LONGEST_WHY)
            name = criterion.value if given is None else f"{criterion.value}_why"
            if code:
                found.append(Problem(name, code))
        return tuple(found)

    def written(self) -> dict[str, str]:
        """Return the answers as named texts."""
        said = {one.value: given.answer.value for one, given in self.answers.items()}
        return said | {f"{one.value}_why": given.why.strip() for one, given in self.answers.items()}


def threshold_in(answers: Mapping[str, str]) -> Threshold:
    """Return the answers from named texts; what is not there was not answered."""
    return Threshold(
        {
            one: Answered(Answer(answers[one.value]), answers.get(f"{one.value}_why", ""))
            for one in Criterion
            if answers.get(one.value)
        }
    )


def view_of(threshold: Threshold) -> SchoolsView:
    """Return the school's view. One yes is enough; without one, anything not known is asked."""
    given = {one.answer for one in threshold.answers.values()}
    if Answer.YES in given:
        return SchoolsView.RING
    if Answer.NOT_KNOWN in given:
        return SchoolsView.RING_TO_ASK
    if len(threshold.answers) < len(Criterion):
        return SchoolsView.UNANSWERED
    return SchoolsView.LOW_LEVEL


_MANAGES: Final = {
    Row.STAFF: Role.HEAD,
    Row.DSL: Role.HEAD,
    Row.HEAD: Role.CHAIR,
    Row.CHAIR: Role.OFFICER,
}


def manager_of(row: Row) -> Role:
    """Return whose post it is to be the case manager, by who it is about."""
    return _MANAGES[row]


def case_managers(row: Row, posts: Posts) -> tuple[MemberId, ...]:
    """Return who may sign that something is low-level: the case manager, or who stands in."""
    post = posts.get(manager_of(row))
    return () if post is None else post.people()
