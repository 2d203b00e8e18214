"""How a concern goes from one state to the next: always with a reason, closed with an outcome."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.concern_choices import ConcernState
from dsl_desk.domain.concern_draft import LONGEST_NOTE
from dsl_desk.domain.errors import Problem

if TYPE_CHECKING:
    from dsl_desk.domain.concern_draft import ConcernDraft


@dataclass(frozen=True)
class StateChange:
    """Another state, and why. What was found in the end is asked for when a concern is closed."""

    state: ConcernState
    reason: str = field(repr=False)
    outcome: str = field(default="", repr=False)

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way, not only the first."""
        codes = {"reason": what_is_wrong(self.reason, LONGEST_LINE)}
        if self.state is ConcernState.CLOSED:
            codes["outcome"] = what_is_wrong(self.outcome, LONGEST_NOTE)
        return tuple(Problem(name, code) for name, code in codes.items() if code)

    def of(self, draft: ConcernDraft) -> ConcernDraft:
        """Return what a concern says from now on; an outcome stays when it is opened again."""
        return replace(draft, state=self.state, outcome=self.outcome or draft.outcome)
