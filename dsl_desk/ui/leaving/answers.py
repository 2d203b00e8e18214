"""What to do about each answer of the way out that needs a look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dsl_desk.domain.errors import Problem

_ADVICE: Final = {
    ("sort", "missing"): "Choose for whom this is made.",
    ("who", "missing"): "Write the name of whoever receives it.",
    ("purpose", "missing"): "Write what it is for, for example “Strategy meeting on 24 November”.",
    ("covered_why", "missing"): "Write why a name is covered: they have to know who is meant.",
    ("unlocked_why", "missing"): "Write why it leaves without a lock.",
    ("since", "not_a_day"): "Enter a day, for example 16/11/2026.",
    ("until", "not_a_day"): "Enter a day, for example 16/11/2026.",
    ("until", "before_it_began"): "Enter a day on or after the first one.",
    (
        "originals",
        "covered",
    ): "Leave out the originals, or show everybody on the pages too.",
    ("pictures", "not_looked_at"): "Look at each one that goes, then tick that you did.",
    ("items", "missing"): "Choose at least one entry.",
}
_BY_CODE: Final = {"too_long": "Use fewer words here.", "missing": "Fill this in."}
_NOT_TEXT: Final = "Something here is not text. Delete it and type it again."


def advice_on(problem: Problem) -> str:
    """Return what to do about one answer."""
    by_field = _ADVICE.get((problem.field, problem.code))
    return by_field or _BY_CODE.get(problem.code, _NOT_TEXT)
