"""What to do about an answer in a declaration or a review."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dsl_desk.domain.errors import Problem

_ADVICE: Final = {
    "too_long": "Use fewer words here.",
    "not_a_day": "Enter a day, for example 16 July 2027.",
    "not_yet": "Enter a day today or earlier, for example 17 November 2026.",
    "gone_by": "Enter a day to come, for example 16 July 2027.",
    "not_text": "Something here is not text. Delete it and type it again.",
    "many": "Write at most twenty.",
    "not_nil": "Either there are links, or there is nothing to declare.",
    "not_checked": "Speak with the person first, then confirm above that it is from them.",
    "somebody_else": "It stays the declaration of the same person.",
    "unknown": "No form of this round has that code. Look at the paper again.",
    "answered": "That form has been entered already.",
    "nothing_before": "Nothing was declared before. Enter it with its links, or as nothing.",
    "one_is_open": "A round goes on. Close it first.",
    "wrong": "That passphrase does not open the vault. Check Caps Lock.",
}
_MISSING: Final = {
    "by": "Write the name of whoever declares it.",
    "signed": "Write the name as it stands under the declaration.",
    "signed_on": "Enter the day it was signed, for example 17 November 2026.",
    "links": "Add a link, or say that there is nothing to declare.",
    "who": "Write who the link is to.",
    "relation": "Choose what they are to each other.",
    "before": "Choose whether the link is older than the work here.",
    "teaches": "Choose whether they teach or look after them.",
    "conditions": "Tick a condition, or write one of your own.",
    "look_again_on": "Enter the day on which you look at it again, for example 16 July 2027.",
    "words": "Write what they are told.",
    "why": "Write why, in a few words.",
    "title": "Write what the round is called, for example 2026 to 2027.",
    "due_on": "Enter the day by which everybody answers, for example 11 December 2026.",
    "people": "Nobody stands on the staff list yet. Add staff under People first.",
    "reason": "Write what changed, in a few words.",
    "on": "Enter the day, for example 19 November 2026.",
    "lies": "Write where the paper lies, for example green folder, Head's cabinet.",
    "passphrase": "Type your passphrase to sign.",
    "escalated_to": "Choose what it becomes.",
}


def advice_on(problem: Problem) -> str:
    """Return what to do about a problem; a number after a name says which link it is in."""
    name = problem.field.split(" ")[0]
    if problem.code == "missing":
        return _MISSING.get(name, "Write an answer here.")
    return _ADVICE[problem.code]
