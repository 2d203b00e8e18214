"""What to do about an answer that needs a look, by field and code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dsl_desk.domain.errors import Problem

_DAY: Final = "Enter a day, for example 2 March 2016 or 02/03/2016."
_UPN: Final = "Enter 13 signs: a letter, then digits. A temporary one ends in a letter."

ADVICE: Final = {
    ("surname", "missing"): "Enter a name: a surname, a forename, or both.",
    ("staff_kind", "missing"): "Choose how they work here.",
    ("reason", "missing"): "Write why this changes, for example “Mother told the office”.",
    ("born", "not_yet"): "Enter a day that has been. This one is still to come.",
    ("ends", "before_it_began"): "Enter a day on or after the one they started.",
    ("upn", "not_a_upn"): _UPN,
    ("former_upn", "not_a_upn"): _UPN,
    ("contacts", "missing"): "Enter the name of each contact, or take the empty line away.",
    ("siblings", "missing"): "Enter the name of each sibling, or take the empty line away.",
    ("household", "missing"): "Enter the name of each person, or take the empty line away.",
    ("not_shared", "missing"): "Enter the name of each person, or take the empty line away.",
    ("not_shared", "why_missing"): "Write why it is not shared with each of them, and who decided.",
    ("handle", "missing"): "Enter the name of the account, for example @quietfern.",
    ("platform", "missing"): "Enter where the account is, for example Instagram.",
    ("basis", "missing"): "Write how you know that it is this person's account.",
}
_BY_CODE: Final = {
    "not_a_day": _DAY,
    "too_long": "Use fewer words here.",
    "too_many": "Use at most 60 lines here.",
    "missing": "Fill this in.",
}
_NOT_TEXT: Final = "Something here is not text. Delete it and type it again."


def advice_on(problem: Problem) -> str:
    """Return what to do about one answer."""
    by_field = ADVICE.get((problem.field, problem.code))
    return by_field or _BY_CODE.get(problem.code, _NOT_TEXT)
