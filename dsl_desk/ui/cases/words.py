"""The words of sealed cases: who receives one, and what to do about an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.routing import Row
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.errors import Problem
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.routing import Route

_RECEIVES = {
    Row.STAFF: "the Headteacher and the Designated Safeguarding Lead",
    Row.DSL: "the Headteacher and whoever stands in",
    Row.HEAD: "the chair of governors or proprietor and whoever stands in",
    Row.CHAIR: "the trust or local authority officer and whoever stands in",
}
_ADVICE = {
    ("about", "missing"): "Choose who it is about, or write their name.",
    ("about", "too_long"): "Use at most 200 characters here. The rest belongs in the words below.",
    ("told_by", "missing"): "Write who told you, or “prefers not to say”.",
    ("told_by", "too_long"): "Use at most 200 characters here.",
    ("words", "missing"): "Write what was said or seen, in their own words.",
    ("words", "too_long"): "Use at most 20,000 characters. Write the rest as another note.",
}
_NOT_TEXT = "Something here is not text. Delete it and type it again."


def receives(way: Route, names: Mapping[MemberId, str]) -> str:
    """Return who receives a case, by role and by name."""
    if way.row is None:
        return (
            "Nobody in this vault may receive this case. Ring the local authority designated "
            "officer, and write nothing here."
        )
    people = _together([names.get(one, "somebody who is no longer here") for one in way.holders])
    return f"{label(way.row)}: it goes to {_RECEIVES[way.row]}. Here that is {people}."


def not_yours(way: Route) -> str:
    """Return what to do for somebody who does not receive a case."""
    if way.row is None:
        return "Ring the local authority designated officer. Write nothing here."
    return "This case is not yours to keep. Tell one of them in person, and write nothing here."


def holders_of_case(names: list[str]) -> str:
    """Return who can open a case."""
    return f"Only {_together(names)} can open this case."


def advice_on(problem: Problem) -> str:
    """Return what to do about one answer."""
    return _ADVICE.get((problem.field, problem.code), _NOT_TEXT)


def _together(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
