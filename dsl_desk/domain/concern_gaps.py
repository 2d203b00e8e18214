"""What a concern still lacks: none of it stands in the way of recording, all of it is listed."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from dsl_desk.domain.concern_choices import About, ConcernSort, Parents, SafeNow

if TYPE_CHECKING:
    from dsl_desk.domain.concern_draft import ConcernDraft


class Gap(Enum):
    """One thing that is still missing."""

    SAFE_NOT_KNOWN = "safe_not_known"
    ACTION = "action"
    SORTS = "sorts"
    HAPPENED = "happened"
    WISHES = "wishes"
    PARENTS = "parents"
    PARENTS_WHY = "parents_why"
    BODY_MAP = "body_map"
    PLANS = "plans"


def missing(draft: ConcernDraft) -> tuple[Gap, ...]:
    """Return what a concern still lacks, the most pressing first."""
    child = draft.about is About.CHILD
    unknown = draft.safe_now in (SafeNow.UNANSWERED, SafeNow.NOT_KNOWN)
    untold = draft.parents in (Parents.NOT_YET, Parents.NOT_TO_BE_TOLD)
    lacking = {
        Gap.SAFE_NOT_KNOWN: unknown,
        Gap.ACTION: not draft.action.strip(),
        Gap.SORTS: not draft.sorts,
        Gap.HAPPENED: not draft.happened.answered,
        Gap.WISHES: child and not draft.wishes.strip(),
        Gap.PARENTS: child and draft.parents is Parents.UNANSWERED,
        Gap.PARENTS_WHY: child and untold and not draft.parents_why.strip(),
        Gap.BODY_MAP: ConcernSort.INJURY in draft.sorts and not draft.injuries,
        Gap.PLANS: ConcernSort.CHILD_ON_CHILD in draft.sorts and not draft.plans,
    }
    return tuple(gap for gap, lacks in lacking.items() if lacks)
