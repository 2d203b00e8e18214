"""The questions of a viewing decision in the order they are asked, and what was answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.viewing import Authority, OpenToAll, Stands
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.viewing import ViewingDraft

QUESTIONS: Final[Mapping[str, str]] = {
    "whose": "Whose account is it?",
    "stands": "Who are they?",
    "handle": "Which account?",
    "address": "Address of the page",
    "open_to_all": "Is it open to anyone?",
    "open_how": "How did you check that?",
    "to_confirm": "What are you trying to confirm, or to refute?",
    "why": "Why look?",
    "less_intrusive": "What else could be done first?",
    "proportionate": "Is it proportionate?",
    "best_placed": "Who is best placed, and who else was considered?",
    "looker": "Who looks?",
    "device": "On which device, with which account?",
    "authority": "Does somebody else agree?",
    "authoriser": "Who agrees?",
    "authority_why": "How and when they agreed, or why nobody else could",
    "starts": "From",
    "ends": "Until",
    "advice": "What did the LADO or the police advise?",
    "surveillance": "Is this becoming watching somebody?",
    "new_information": "What is new since the last look?",
    "why_not_others": "Why do the police or children's services not look?",
    "found": "What was found",
    "ended_at": "Looking ended",
}
TICKED: Final = "limits"  # the one answer in which all of these stand
LIMITS: Final[Mapping[str, str]] = {
    "school_device": "A device of the school, never a personal one",
    "own_account": "Open pages only: no log-in under another name, no request, no trick",
    "this_case": "This case only",
    "not_vetting": "Not to vet somebody who applied for a job",
}


@dataclass(frozen=True)
class Answered:
    """One question, and its answer in words."""

    name: str
    question: str
    text: str = field(repr=False)


def answers_of(draft: ViewingDraft) -> tuple[Answered, ...]:
    """Return every question that was answered, in order."""
    said = {**{name: _text(draft, name) for name in QUESTIONS}, TICKED: limits_of(draft)}
    questions = {**QUESTIONS, TICKED: "Limits agreed"}
    return tuple(Answered(name, questions[name], said[name]) for name in questions if said[name])


def limits_of(draft: ViewingDraft) -> str:
    """Return the limits that were ticked, one a line."""
    return "\n".join(words for name, words in LIMITS.items() if getattr(draft, name))


def _text(draft: ViewingDraft, name: str) -> str:
    if name in ("whose", "looker"):
        return str(getattr(draft, name).name)
    if name == "handle":
        return draft.account()
    if name in ("starts", "ends", "ended_at"):
        return told_in_full(getattr(draft, name))
    value = getattr(draft, name)
    if isinstance(value, (Stands, OpenToAll, Authority)):
        return "" if value.value == "unanswered" else label(value)
    return str(value)
