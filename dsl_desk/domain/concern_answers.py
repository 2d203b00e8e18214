"""What a concern says, question by question, in words: for its page, its paper, its versions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.concern_choices import About
from dsl_desk.domain.moments import in_words, told_in_full
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from enum import Enum

    from dsl_desk.domain.concern_draft import ConcernDraft
    from dsl_desk.domain.concern_parts import Injury, Involved, Plan

QUESTIONS: Final[Mapping[str, str]] = {
    "about": "What it is about",
    "people": "Who was in it",
    "told_by": "Who told us",
    "happened": "It happened",
    "told_at": "We were told",
    "platform": "Where online",
    "account": "Account",
    "group": "Group",
    "address": "Web address",
    "words": "What was said or seen, word for word",
    "wishes": "What the child said they want",
    "view": "Professional view, kept apart from the facts",
    "safe_now": "Safe now",
    "action": "What was done at once",
    "four_cs": "The four Cs",
    "sorts": "Kind of concern",
    "parents": "Parents told",
    "parents_why": "Why, or why not",
    "siblings": "Siblings to consider",
    "original": "Original note, and where it is kept",
    "injuries": "Injuries, in words",
    "plans": "Risk and plan for each child",
    "state": "State",
    "outcome": "Outcome",
}


@dataclass(frozen=True)
class Answer:
    """One question of a concern, and what was answered."""

    name: str
    text: str = field(repr=False)

    @property
    def question(self) -> str:
        """The question in words."""
        return QUESTIONS[self.name]


def answers(draft: ConcernDraft) -> tuple[Answer, ...]:
    """Return every question with its answer, empty ones too, in reading order."""
    online = draft.online
    texts = {
        "about": label(draft.about),
        "people": _lines(_involved(one) for one in draft.people),
        "told_by": draft.told_by.words(),
        "happened": in_words(draft.happened),
        "told_at": told_in_full(draft.told_at),
        "platform": online.platform,
        "account": online.account,
        "group": online.group,
        "address": online.address,
        "words": draft.words,
        "wishes": draft.wishes,
        "view": draft.view,
        "safe_now": label(draft.safe_now),
        "action": draft.action,
        "four_cs": _listed(draft.four_cs),
        "sorts": _listed(draft.sorts),
        "parents": label(draft.parents) if draft.about is About.CHILD else "",
        "parents_why": draft.parents_why,
        "siblings": _lines(one.name for one in draft.siblings),
        "original": draft.original,
        "injuries": _lines(_injury(one) for one in draft.injuries),
        "plans": _lines(_plan(one) for one in draft.plans),
        "state": label(draft.state),
        "outcome": draft.outcome,
    }
    return tuple(Answer(name, texts[name]) for name in QUESTIONS)


def _involved(one: Involved) -> str:
    role = label(one.role)
    return f"{one.who.name}: {role[:1].lower()}{role[1:]}"


def _injury(one: Injury) -> str:
    return f"{label(one.place)}: {one.words}"


def _plan(one: Plan) -> str:
    return f"{one.who.name}. Risk: {one.risk} Plan: {one.plan}"


def _listed(choices: Iterable[Enum]) -> str:
    return ", ".join(label(choice) for choice in choices)


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines)
