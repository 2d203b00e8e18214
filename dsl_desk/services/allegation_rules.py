"""What is refused of a step beside what its draft can see: who signs, what is late, what closes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.allegation_choices import AllegationStepSort as Sort
from dsl_desk.domain.allegation_choices import LadoView, Reached
from dsl_desk.domain.allegation_course import may_close, may_leave_the_file, s141f_applies, view
from dsl_desk.domain.answers import what_is_wrong
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.member_errors import NotCaseManagerError
from dsl_desk.domain.threshold import SchoolsView, manager_of

if TYPE_CHECKING:
    from dsl_desk.domain.allegation_step import AllegationStepDraft
    from dsl_desk.domain.allegation_view import AllegationRow

_LONGEST_REASON: Final = 1_000
_REACHES = (Reached.SPOKE.value, Reached.THEIR_FORM.value, LadoView.NO_REFERRAL.value)


def refuse_step(line: AllegationRow, draft: AllegationStepDraft, *, may_sign: bool) -> None:
    """Refuse a step that somebody else signs, that is late without why, or that comes too early."""
    if draft.sort is Sort.LOW_LEVEL and not may_sign:
        raise NotCaseManagerError(manager_of(line.row))
    code = _too_early(line, draft)
    if code:
        raise DraftError((Problem("sort", code),))
    if _law_unsaid(line, draft):
        raise DraftError((Problem("warned_of_law", "missing"),))
    if is_late(line, draft) and not draft.answer("late_why").strip():
        raise DraftError((Problem("late_why", "missing"),))


def problems_of_reason(reason: str) -> tuple[Problem, ...]:
    """Return what is wrong with the reason of a version."""
    code = what_is_wrong(reason, _LONGEST_REASON)
    return (Problem("reason", code),) if code else ()


def is_late(line: AllegationRow, draft: AllegationStepDraft) -> bool:
    """Tell whether a contact comes after the outer limit and is the one that stops the clock."""
    said = draft.answer("reached") or draft.answer("lado_view")
    contacts = draft.sort in (Sort.LADO_CONTACT, Sort.CONSULTATION) and said in _REACHES
    # What was in time stays in time: only the first that reaches them is asked.
    return contacts and line.clock.stopped is None and line.clock.is_late(draft.at)


def _law_unsaid(line: AllegationRow, draft: AllegationStepDraft) -> bool:
    """Tell whether parents were told, and nobody said whether they know what the law forbids."""
    told = draft.sort is Sort.PARENTS_TOLD and not draft.answer("warned_of_law")
    return told and s141f_applies(line.allegation.draft, line.steps)


def _too_early(line: AllegationRow, draft: AllegationStepDraft) -> str:
    if draft.sort is Sort.LOW_LEVEL and view(line.steps) is not SchoolsView.LOW_LEVEL:
        return "not_below"
    if draft.sort is Sort.CLOSED and not may_close(line.steps):
        return "nothing_ended"
    if draft.sort is Sort.REMOVED and not may_leave_the_file(line.steps):
        return "stays_in_file"
    return ""
