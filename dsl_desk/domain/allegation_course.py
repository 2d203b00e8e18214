"""How far an allegation has come, out of its steps: nothing of it is written down by itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.allegation_choices import AllegationStepSort as Sort
from dsl_desk.domain.allegation_choices import Held, LadoView, Reached
from dsl_desk.domain.allegation_questions import SPOKEN
from dsl_desk.domain.allegation_step import in_order, newest_of
from dsl_desk.domain.lado_clock import Reached as ClockStop
from dsl_desk.domain.outcome import LEAVES_THE_FILE, Outcome
from dsl_desk.domain.threshold import Answer, Criterion, threshold_in, view_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.allegation import AllegationDraft
    from dsl_desk.domain.allegation_step import AllegationStep
    from dsl_desk.domain.threshold import SchoolsView, Threshold

    Steps = tuple[AllegationStep, ...]

_STOPS: Final = frozenset({Reached.SPOKE.value, Reached.THEIR_FORM.value})
_DOES: Final = {
    Sort.ADULT_TOLD: Held.TELL_ADULT,
    Sort.QUESTIONED: Held.QUESTION,
    Sort.SUSPENSION: Held.SUSPEND,
    Sort.PARENTS_TOLD: Held.TELL_PARENTS,
}


class Stage(Enum):
    """The six stages of the page."""

    RECORD = "record"
    THRESHOLD = "threshold"
    CONTACT = "contact"
    ADVICE = "advice"
    ACT = "act"
    OUTCOME = "outcome"


@dataclass(frozen=True)
class Advised:
    """What advice has said of one thing that waits, and when."""

    may: bool
    at: str


def threshold_of(steps: Steps) -> Threshold:
    """Return the answers that hold now."""
    newest = newest_of(steps, Sort.THRESHOLD)
    return threshold_in({} if newest is None else newest.draft.answers)


def view(steps: Steps) -> SchoolsView:
    """Return the school's view as it holds now."""
    return view_of(threshold_of(steps))


def reached(steps: Steps) -> ClockStop:
    """Return what stopped the clock first: having reached them, or that they need not be rung."""
    stops = [step.draft.at for step in in_order(steps) if reaches(step)]
    if stops:
        return ClockStop(stops[0])
    return ClockStop(needed=newest_of(steps, Sort.LOW_LEVEL) is None)


def reaches(step: AllegationStep) -> bool:
    """Tell whether a step stopped the clock: the LADO was reached by it."""
    if step.sort is Sort.LADO_CONTACT:
        return step.draft.answer("reached") in _STOPS
    return step.sort is Sort.CONSULTATION and _says_no_referral(step)


def tries(steps: Steps) -> Steps:
    """Return the contacts that reached nobody."""
    contacts = [step for step in in_order(steps) if step.sort is Sort.LADO_CONTACT]
    return tuple(step for step in contacts if not reaches(step))


def advised(steps: Steps) -> Mapping[Held, Advised]:
    """Return what advice has said of each thing that waits; the newest that speaks of it holds.

    Advice that is still to come says nothing, whatever was ticked beside it.
    """
    said: dict[Held, Advised] = {}
    for step in in_order(steps):
        if not step.draft.still_to_come:
            for held in step.draft.may:
                said[held] = Advised(may=True, at=step.draft.at)
            for held in step.draft.not_yet:
                said[held] = Advised(may=False, at=step.draft.at)
    return said


def waits(steps: Steps) -> tuple[Held, ...]:
    """Return what still waits for advice that covers it."""
    said = advised(steps)
    return tuple(held for held in Held if held not in said or not said[held].may)


def done_before_advice(steps: Steps) -> Steps:
    """Return what was done although no advice had covered it by then: a fact, and no lock."""
    early = []
    for step in in_order(steps):
        held = _DOES.get(step.sort)
        before = tuple(one for one in steps if one.draft.at <= step.draft.at)
        if held is not None and held in waits(before):
            early.append(step)
    return tuple(early)


def advice_is_logged(steps: Steps) -> bool:
    """Tell whether any advice has come: a try that reached nobody brought none."""
    no_try = [step for step in steps if step not in tries(steps)]
    return any(step.sort in SPOKEN and not step.draft.still_to_come for step in no_try)


def advice_awaited(steps: Steps) -> AllegationStep | None:
    """Return who was asked and has not answered yet; None where the newest of them has spoken."""
    no_try = [one for one in in_order(steps) if one.sort in SPOKEN and one not in tries(steps)]
    newest = no_try[-1] if no_try else None
    if newest is None or is_closed(steps):
        return None
    asked = newest.draft.answer("lado_view") == LadoView.STILL_TO_COME.value
    return newest if newest.draft.still_to_come or asked else None


def outcome_of(steps: Steps) -> Outcome | None:
    """Return the outcome that holds now."""
    newest = newest_of(steps, Sort.OUTCOME)
    return None if newest is None else Outcome(newest.draft.answer("outcome"))


def may_close(steps: Steps) -> bool:
    """Tell whether something has ended it. A resignation never does."""
    asked = newest_of(steps, Sort.CONSULTATION)
    no_referral = asked is not None and _says_no_referral(asked)
    return outcome_of(steps) is not None or no_referral or _is_low_level(steps)


def is_closed(steps: Steps) -> bool:
    """Tell whether it is closed."""
    return newest_of(steps, Sort.CLOSED) is not None


def may_leave_the_file(steps: Steps) -> bool:
    """Tell whether its outcome is one that leaves the adult's own file."""
    return outcome_of(steps) in LEAVES_THE_FILE


def s141f_applies(draft: AllegationDraft, steps: Steps) -> bool:
    """Tell whether the Education Act 2002, section 141F, keeps names out of what is published.

    A teacher; an offence, as far as the school can tell; by or about a pupil of the same school.
    """
    offence = threshold_of(steps).answers.get(Criterion.OFFENCE)
    alleged = offence is None or offence.answer is not Answer.NO
    return draft.teacher and draft.pupil_here and alleged


def stages(steps: Steps) -> Mapping[Stage, bool]:
    """Return which stages are done; it was recorded, or there would be no steps."""
    return {
        Stage.RECORD: True,
        Stage.THRESHOLD: newest_of(steps, Sort.THRESHOLD) is not None,
        Stage.CONTACT: bool(reached(steps).at) or not reached(steps).needed,
        Stage.ADVICE: advice_is_logged(steps) or not reached(steps).needed,
        Stage.ACT: any(step.sort in _DOES for step in steps) or is_closed(steps),
        Stage.OUTCOME: outcome_of(steps) is not None or is_closed(steps),
    }


def _says_no_referral(step: AllegationStep) -> bool:
    return step.draft.answer("lado_view") == LadoView.NO_REFERRAL.value


def _is_low_level(steps: Steps) -> bool:
    return newest_of(steps, Sort.LOW_LEVEL) is not None
