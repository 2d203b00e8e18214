"""What an allegation or a low-level concern says, as facts that a policy can ask about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.adult import Standing
from dsl_desk.domain.allegation_choices import Agency, LadoView
from dsl_desk.domain.allegation_choices import AllegationStepSort as Sort
from dsl_desk.domain.allegation_course import (
    advice_is_logged,
    is_closed,
    outcome_of,
    threshold_of,
    view,
)
from dsl_desk.domain.allegation_step import newest_of
from dsl_desk.domain.concern_choices import About, SafeNow
from dsl_desk.domain.concern_facts import in_or_outside_hours
from dsl_desk.domain.member import Role
from dsl_desk.domain.policy.facts import FactName, Facts, fact
from dsl_desk.domain.threshold import Answer, SchoolsView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.adult import Adult
    from dsl_desk.domain.allegation import AllegationDraft
    from dsl_desk.domain.allegation_step import AllegationStep
    from dsl_desk.domain.low_level import LowLevelDraft
    from dsl_desk.domain.policy.terms import Recipient

    Steps = tuple[AllegationStep, ...]

_AS_THEY_STAND: Final = {
    Standing.GOVERNOR: "governor",
    Standing.CHAIR: "governor",
    Standing.VOLUNTEER: "volunteer",
    Standing.CONTRACTOR: "contractor",
    Standing.HIRER: "contractor",
}
_POSTS: Final = {Role.HEAD: "head", Role.DSL: "dsl", Role.CHAIR: "chair"}
_HELD: Final = frozenset({*_POSTS.values(), "deputy_dsl"})
_ADVISERS: Final = {Agency.HR.value: "hr", Agency.POLICE.value: "police"}


def facts_of_allegation(
    draft: AllegationDraft, steps: Steps, post: Recipient | None = None
) -> Facts:
    """Return the facts of a case. `post`: what the adult holds here, as the roll has it."""
    return Facts.of(
        [
            *_of_adult(draft.adult, post),
            *_of_words(draft),
            *_of_course(steps),
            *_of_advice(steps),
        ]
    )


def facts_of_low_level(draft: LowLevelDraft, post: Recipient | None = None) -> Facts:
    """Return the facts of a low-level concern: below the threshold, in the school's view."""
    said = {"time": draft.at, "words": draft.words, "action": draft.done, "place": draft.context}
    return Facts.of(
        [
            *_of_adult(draft.adult, post),
            fact(FactName.ALLEGATION, "below"),
            *(fact(FactName.HAS, name) for name, text in said.items() if text.strip()),
        ]
    )


def _of_adult(adult: Adult, post: Recipient | None) -> Iterator[str]:
    yield fact(FactName.ABOUT, About.ADULT)
    sort = _AS_THEY_STAND.get(adult.standing, "staff")
    yield fact(FactName.INVOLVED, sort)
    yield fact(FactName.SAID_TO_HAVE_DONE_IT, sort)
    if post is not None and post.value in _HELD:
        yield fact(FactName.ADULT_IS, post)
    if adult.post is not None:
        yield fact(FactName.ADULT_IS, _POSTS[adult.post])


def _of_words(draft: AllegationDraft) -> Iterator[str]:
    if draft.safe_now is not SafeNow.UNANSWERED:
        yield fact(FactName.SAFE_NOW, draft.safe_now)
    if draft.children or draft.pupil_here:
        yield fact(FactName.INVOLVED, "pupil")
    if draft.online.contributed:
        yield fact(FactName.ONLINE)
    if inside := in_or_outside_hours(draft.happened.at):
        yield fact(FactName.HAPPENED, inside)
    said = {
        "time": draft.happened.at,
        "place": draft.place or draft.online.platforms,
        "words": draft.words,
        "action": draft.made_safe,
    }
    yield from (fact(FactName.HAS, name) for name, text in said.items() if text.strip())


def _of_course(steps: Steps) -> Iterator[str]:
    yield fact(FactName.ALLEGATION, "received")
    if threshold_of(steps).answers and view(steps) is not SchoolsView.UNANSWERED:
        yield fact(FactName.ALLEGATION, "threshold")
    asked = newest_of(steps, Sort.CONSULTATION)
    no_referral = asked and asked.draft.answer("lado_view") == LadoView.NO_REFERRAL.value
    if no_referral or newest_of(steps, Sort.LOW_LEVEL) is not None:
        yield fact(FactName.ALLEGATION, "below")
    # What is done before closing is asked for once there is something to close it with.
    if outcome_of(steps) is not None or is_closed(steps):
        yield fact(FactName.ALLEGATION, "closed")


def _of_advice(steps: Steps) -> Iterator[str]:
    if advice_is_logged(steps):
        yield fact(FactName.ADVICE, "lado")
    for step in steps:
        if step.sort is Sort.AGENCY_TOLD and step.draft.answer("agency") in _ADVISERS:
            yield fact(FactName.ADVICE, _ADVISERS[step.draft.answer("agency")])
        if step.draft.answer("overrides") == Answer.YES.value:
            yield fact(FactName.ADVICE, "overrides")
