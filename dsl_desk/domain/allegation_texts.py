"""What an allegation, a step or a low-level concern says, question by question, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.allegation_choices import AllegationStepSort
from dsl_desk.domain.allegation_course import outcome_of
from dsl_desk.domain.allegation_questions import questions_of
from dsl_desk.domain.allegation_words import QUESTION_WORDS
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.outcome import Outcome, may_stand_in_a_reference, on_older_form
from dsl_desk.domain.policy.states import DutyState
from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.domain.threshold import Criterion, threshold_in
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.adult import Adult
    from dsl_desk.domain.allegation import AllegationDraft
    from dsl_desk.domain.allegation_choices import Held
    from dsl_desk.domain.allegation_step import AllegationStep, AllegationStepDraft
    from dsl_desk.domain.low_level import LowLevelDraft

WORDS = "What is alleged, word for word"
ON_OLDER_FORM = "On an older form with four outcomes"
UNDER = "Policy in force when it was written"
SEEN = "What was seen or heard"


def texts_of_allegation(draft: AllegationDraft) -> Mapping[str, str]:
    """Return every answer of an intake under its question; nothing that was left out."""
    online, adult = draft.online, draft.adult
    each = {
        WORDS: draft.words,
        "Told by": draft.told_by,
        "First told here": f"{draft.told_to}, {told_in_full(draft.told_at)}",
        "Children": ", ".join(one.name for one in draft.children),
        "Safe now": " · ".join(filter(None, (label(draft.safe_now), draft.made_safe))),
        "Happened": ", ".join(filter(None, (told_in_full(draft.happened.at), draft.place))),
        "Witnesses": draft.witnesses,
        "Social media": " · ".join(
            filter(None, (online.platforms, online.handles, online.evidence))
        ),
        "From before": draft.before,
        **_of_adult(adult),
        "A teacher": "Yes" if draft.teacher else "",
        "By or about a pupil of this school": "Yes" if draft.pupil_here else "",
        "In the personnel file": "" if draft.in_file else "It has left it",
        UNDER: draft.policy.words(),
    }
    return {question: answer for question, answer in each.items() if answer}


def texts_of_step(draft: AllegationStepDraft) -> Mapping[str, str]:
    """Return every answer of a step under its question; nothing that was left out."""
    each = {
        "When": told_in_full(draft.at),
        "With": draft.with_whom,
        "What was said or done": draft.words,
        **answers_of(draft),
        "Their advice": "Still to come" if draft.still_to_come else "",
        "May be done now": held_in_words(draft.may),
        "Not yet": held_in_words(draft.not_yet),
        "Why": draft.why,
        "Their reference": draft.reference,
    }
    return {question: answer for question, answer in each.items() if answer}


def texts_of_low_level(draft: LowLevelDraft) -> Mapping[str, str]:
    """Return every answer of a low-level concern under its question; nothing left out."""
    each = {
        SEEN: draft.words,
        "Shared by": _shared_by(draft),
        "When": told_in_full(draft.at),
        "Context": draft.context,
        "What was done": draft.done,
        **_of_adult(draft.adult),
        "In the personnel file": "" if draft.in_file else "It has left it",
        UNDER: draft.policy.words(),
    }
    return {question: answer for question, answer in each.items() if answer}


def _shared_by(draft: LowLevelDraft) -> str:
    if draft.self_report:
        return f"{draft.adult.name}, about themselves"
    if draft.anonymous:
        return f"{draft.shared_by or 'somebody'}, who wishes not to be named"
    return draft.shared_by


def _of_adult(adult: Adult) -> dict[str, str]:
    return {
        "What they are to the school": label(adult.standing),
        "What they do here": adult.role,
        "Employed by": adult.employer,
        "Works elsewhere": adult.elsewhere,
    }


def answers_of(draft: AllegationStepDraft) -> dict[str, str]:
    """Return what was answered to the questions of its sort."""
    if draft.sort is AllegationStepSort.THRESHOLD:
        given = threshold_in(draft.answers).answers
        return {label(one): f"{label(given[one].answer)}. {given[one].why}" for one in Criterion}
    if draft.sort is AllegationStepSort.DUTY:
        return {
            "What the policy asks": draft.answer("asks"),
            "How it stands": label(DutyState(draft.answer("state"))),
            "Clauses": draft.answer("clauses"),
        }
    said: dict[str, str] = {}
    for question in questions_of(draft.sort):
        answer = draft.answer(question.name)
        if answer:
            words = label(question.choices(answer)) if question.choices else day_in_words(answer)
            said[QUESTION_WORDS[question.name]] = words
    return said | _on_older_form(draft)


def _on_older_form(draft: AllegationStepDraft) -> dict[str, str]:
    """Return what a form of four outcomes is ticked with, where it has not the one that holds."""
    if draft.sort is not AllegationStepSort.OUTCOME or not draft.answer("outcome"):
        return {}
    outcome = Outcome(draft.answer("outcome"))
    ticked = on_older_form(outcome)
    return {} if ticked is outcome else {ON_OLDER_FORM: label(ticked)}


def reference_rule(steps: tuple[AllegationStep, ...]) -> str:
    """Return whether a reference may speak of the case, by its outcome as it holds now."""
    outcome = outcome_of(steps)
    if outcome is None:
        return "There is no outcome yet. A reference speaks of what was substantiated, only."
    if may_stand_in_a_reference(outcome):
        return "Substantiated: a reference may say so, as facts and not as opinion."
    return f"{label(outcome)}: a reference says nothing of it, nor of that there was a case."


def held_in_words(some: tuple[Held, ...]) -> str:
    """Return what may be done, or not yet, in one line."""
    return ", ".join(label(one).lower() for one in some)
