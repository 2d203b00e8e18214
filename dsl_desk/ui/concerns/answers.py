"""What to do about an answer that needs a look, by field and code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.concern_draft import LONGEST_NOTE, LONGEST_WORDS

if TYPE_CHECKING:
    from dsl_desk.domain.errors import Problem

_LONG = "Use at most 200 characters here."
_NOTE = f"Use at most {LONGEST_NOTE:,} characters here."
_DAY = "Write a day, for example 16/11 or yesterday, and a time such as 19:40."
_TO_COME = "Enter a time today or earlier, for example 08:45."
ADVICE = {
    ("people", "missing"): "Write who it is about, for example Wren Tamarisk.",
    ("people", "too_long"): "Use at most 200 characters here. The rest belongs in the words below.",
    ("told_by", "missing"): "Write who told you, or tick that they would rather not be named.",
    ("told_by", "too_long"): _LONG,
    ("happened", "not_a_time"): _DAY,
    ("happened", "to_come"): _TO_COME,
    ("told_at", "missing"): "Write when you were told, for example today and 08:45.",
    ("told_at", "not_a_time"): _DAY,
    ("told_at", "to_come"): _TO_COME,
    ("safe_now", "missing"): "Choose Yes, No, or that we do not know.",
    ("platform", "too_long"): _LONG,
    ("group", "too_long"): _LONG,
    ("account", "too_long"): _LONG,
    ("original", "too_long"): _LONG,
    ("words", "missing"): "Write what was said or seen, in their own words.",
    ("words", "too_long"): f"Use at most {LONGEST_WORDS:,} characters. Record the rest as another.",
    ("about", "other_part"): "It is kept in another part of the vault. Record it anew there.",
    ("reason", "missing"): "Write why, in a few words.",
    ("reason", "too_long"): _LONG,
    ("was", "not_there"): "It no longer names this person. Go back and look at it again.",
    ("now", "missing"): "Write whose it is, or tick that it belongs in nobody's file.",
    ("now", "too_long"): _LONG,
    ("now", "same"): "This is the same person. Write whose it really is.",
    ("dpo_told", "missing"): "Choose whether the data protection officer was told.",
    ("dpo_why", "missing"): "Write why not, or when they will be.",
    ("dpo_why", "too_long"): _NOTE,
    ("outcome", "missing"): "Write what came of it.",
    ("spoke_to", "missing"): "Write who you spoke to.",
    ("spoke_to", "too_long"): _LONG,
    ("consent", "missing"): "Choose whether the parents agreed, or were not asked.",
    ("consent_why", "missing"): "Write why it is made without their consent.",
    ("how", "missing"): "Write how it was done, for example by telephone.",
    ("how", "too_long"): _LONG,
    ("why", "missing"): "Write the reason: no decision is saved without one.",
    ("why", "too_long"): _NOTE,
    ("agency", "missing"): "Write which agency it was.",
    ("agency", "too_long"): _LONG,
    ("with_whom", "missing"): "Write who wrote it, for example Carys Tamarisk, mother.",
    ("with_whom", "too_long"): _LONG,
    ("reference", "too_long"): _LONG,
    ("at", "missing"): "Write when it was, for example today and 10:00.",
    ("at", "not_a_time"): _DAY,
    ("at", "to_come"): _TO_COME,
    **{
        (name, "too_long"): _NOTE
        for name in (
            *("address", "wishes", "view", "action", "parents_why"),
            *("siblings", "injuries", "plans", "outcome"),
        )
    },
}
_NOT_TEXT = "Something here is not text. Delete it and type it again."


def advice_on(problem: Problem) -> str:
    """Return what to do about one answer."""
    return ADVICE.get((problem.field, problem.code), _NOT_TEXT)
