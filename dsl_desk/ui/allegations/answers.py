"""What to do about each answer that cannot be kept yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.errors import Problem

_ADVICE: Final[Mapping[tuple[str, str], str]] = {
    ("about", "missing"): "Write the name of the adult it is about.",
    ("standing", "missing"): "Choose what they are to the school.",
    ("employer", "missing"): "Write who employs them: they are told too.",
    ("safe_now", "missing"): "Say whether every child is safe now. If you do not know, say so.",
    ("told_by", "missing"): "Write who says so, for example “a parent, in person”.",
    ("told_to", "missing"): "Write who in the school was told first.",
    ("told_at", "missing"): "Write when anyone in the school was first told.",
    ("words", "missing"): "Write what was said or done, word for word.",
    ("platforms", "missing"): "Write which platform it was, for example Snapchat.",
    ("shared_by", "missing"): "Write who shares it, or tick that they wish not to be named.",
    ("at", "missing"): "Write when it was.",
    ("with_whom", "missing"): "Write whom you spoke to.",
    ("why", "missing"): "A decision stands with its reason. Write it here.",
    ("late_why", "missing"): "It is later than one working day. Write why.",
    ("reason", "missing"): "Write why it changes. What stood before stays beside it.",
    ("sort", "not_below"): "The four answers do not say that. Answer each with no first, or ring.",
    ("sort", "nothing_ended"): (
        "Nothing has ended it yet: no outcome, no low-level decision, no consultation that needs"
        " no referral. A resignation does not close a case."
    ),
    ("sort", "stays_in_file"): "Only an outcome of malicious or false leaves the file.",
    ("sort", "reads_there"): (
        "Whom it is about could read it there, or it is sealed from them. It stays in the case."
    ),
    ("area", "missing"): "Write the name of the local authority.",
    ("about", "somebody_else"): "This is about somebody else. Record a new allegation.",
}
_ANY: Final[Mapping[str, str]] = {
    "missing": "Answer this, with its reason.",
    "too_long": "Use fewer words here. The rest belongs in the words below.",
    "not_a_time": "Write a day and a time, for example yesterday 15:40.",
    "to_come": "Write a time today or earlier, for example 08:45.",
    "not_a_day": "Write a day, for example 14 August 2051.",
    "not_a_choice": "Choose one of the answers.",
}
_NOT_TEXT: Final = "Something here is not text. Delete it and type it again."


def advice_on(problem: Problem) -> str:
    """Return what to do about one answer."""
    known = _ADVICE.get((problem.field, problem.code))
    return known or _ANY.get(problem.code, _NOT_TEXT)
