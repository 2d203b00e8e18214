"""A duty of the policy in a case about an adult: marked as a step, or done by one that stands.

A mark is a step, so that it lies where its case lies, moves with it and leaves the file with it.
A contact that was logged, a decision that was written down, somebody who was told: each is a
person's act with its time, and does the duty it is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.allegation_choices import Agency
from dsl_desk.domain.allegation_choices import AllegationStepSort as Sort
from dsl_desk.domain.allegation_course import reaches
from dsl_desk.domain.allegation_step import AllegationStepDraft
from dsl_desk.domain.policy.states import DutyState, Mark
from dsl_desk.domain.policy.terms import DutyAct, Recipient

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dsl_desk.domain.allegation_step import AllegationStep
    from dsl_desk.domain.duty_mark import DutyMark
    from dsl_desk.domain.policy.matching import Asked

_BETWEEN: Final = " · "
# What a step does: the matter of the duty, and who was told by it, if anybody.
_DOES: Final = {
    Sort.THRESHOLD: ("threshold", DutyAct.DECIDE, None),
    Sort.SUSPENSION: ("suspension", DutyAct.DECIDE, None),
    Sort.DBS: ("barring", DutyAct.DECIDE, Recipient.DBS),
    Sort.TRA: ("barring", DutyAct.DECIDE, Recipient.TRA),
}
_TOLD: Final = {
    Agency.POLICE.value: Recipient.POLICE,
    Agency.SOCIAL_CARE.value: Recipient.SOCIAL_CARE,
    Agency.HR.value: Recipient.HR,
    Agency.CHAIR.value: Recipient.CHAIR,
}
_TELLS: Final = (DutyAct.TELL, DutyAct.REFER)


def step_of_mark(mark: DutyMark, now: str) -> AllegationStepDraft:
    """Return a mark as the step that keeps it."""
    return AllegationStepDraft(
        sort=Sort.DUTY,
        at=mark.at or now,
        words=mark.reason,
        answers={
            "asks": mark.words,
            "state": mark.state.value,
            "clauses": _BETWEEN.join(mark.clauses),
            "matter": mark.matter,
            "act": mark.act.value,
            "recipient": mark.recipient.value if mark.recipient else "",
        },
    )


def mark_in(step: AllegationStep) -> Mark | None:
    """Return the mark that a step keeps; None where it is another step."""
    if step.sort is not Sort.DUTY:
        return None
    draft, state = step.draft, DutyState(step.draft.answer("state"))
    named, done = draft.answer("recipient"), state in (DutyState.DONE, DutyState.WAITING)
    return Mark(
        matter=draft.answer("matter"),
        act=DutyAct(draft.answer("act")),
        recipient=Recipient(named) if named else None,
        state=state,
        at=draft.at if done else "",
        how=draft.words if done else "",
        why="" if done else draft.words,
        by=step.written.author,
    )


def key_of(mark: Mark | DutyMark) -> tuple[str, DutyAct, Recipient | None]:
    """Return which duty a mark is about, and which of its people."""
    return mark.matter, mark.act, mark.recipient


def marks_of_steps(steps: Sequence[AllegationStep], asked: Iterable[Asked]) -> tuple[Mark, ...]:
    """Return how duties are marked: by what was done, then by what somebody said of a duty."""
    done = [mark for one in asked for step in steps for mark in _done_by(step, one)]
    return (*done, *(mark for step in steps if (mark := mark_in(step)) is not None))


def signed(author: str, at: str, why: str) -> Mark:
    """Return the mark that the case manager's signature is: the threshold was decided on."""
    matter, act, _nobody = _DOES[Sort.THRESHOLD]
    return Mark(matter, act, None, DutyState.DONE, at, why, by=author)


def _done_by(step: AllegationStep, asked: Asked) -> Iterator[Mark]:
    does = _DOES.get(step.sort)
    if does is not None and does[:2] == (asked.matter, asked.act):
        yield _done(step, asked, does[2])
    told = Recipient.LADO if reaches(step) else _TOLD.get(step.draft.answer("agency"))
    if asked.act in _TELLS and told in [one.recipient for one in asked.whom]:
        yield _done(step, asked, told)


def _done(step: AllegationStep, asked: Asked, told: Recipient | None) -> Mark:
    how = step.draft.with_whom or "It stands in the case"
    by, at = step.written.author, step.draft.at
    return Mark(asked.matter, asked.act, told, DutyState.DONE, at, how, by=by)
