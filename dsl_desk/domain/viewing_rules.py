"""What a viewing decision has to say before anybody looks, and what an urgent one still owes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, too_much, what_is_wrong
from dsl_desk.domain.concern_draft import LONGEST_NOTE
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.moments import is_moment, wall_clock
from dsl_desk.domain.viewing import Authority, Look, OpenToAll, Stands

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from dsl_desk.domain.viewing import ViewingDraft

_DAY: Final = len("2026-11-19")
_NOTES: Final = (
    *("to_confirm", "why", "less_intrusive", "proportionate", "best_placed"),
    *("advice", "surveillance", "new_information", "why_not_others"),
)
_LINES: Final = (
    *("platform", "handle", "address", "open_how", "device"),
    *("authoriser", "authority_why"),
)
_ASKED_OF_A_LOOK: Final = (
    *("open_how", "to_confirm", "why", "less_intrusive", "proportionate", "best_placed"),
    "device",
)
_TICKS: Final = ("school_device", "own_account", "not_vetting", "this_case")
_SECOND: Final = 2


@dataclass(frozen=True)
class RuleClause:
    """A clause as it is cited beside a question: its mark, its words, and whose words they are."""

    mark: str
    words: str
    source: str


@dataclass(frozen=True)
class ViewingRules:
    """What this school's policy says about looking, and which clause asks which question.

    `approval`: somebody agrees first, and "nobody else" is no answer. `optional` are questions that
    are asked, and need no answer here. What guidance asks is never optional.
    """

    forbidden: bool = False
    approval: bool = False
    ask_whom: str = ""
    said: str = ""
    clauses: Mapping[str, RuleClause] = field(default_factory=dict)
    optional: frozenset[str] = frozenset()


NO_OWN_RULES: Final = ViewingRules()


def problems_of(
    draft: ViewingDraft, now: datetime, nth: int, rules: ViewingRules = NO_OWN_RULES
) -> tuple[Problem, ...]:
    """Return all that stands in the way, not only the first."""
    codes = {**_whatever_was_decided(draft), **_of_the_time(draft, now)}
    if draft.look is Look.LOOK:
        codes |= {name: code for name, code in _of_a_look(draft, rules).items() if code}
    if draft.look is not Look.NOT_TO_LOOK:
        codes |= _of_anybody_who_looks(draft, rules)
        codes |= _of_a_further_look(draft, nth)
    return tuple(Problem(name, code) for name, code in codes.items() if code)


def gaps_of(draft: ViewingDraft, rules: ViewingRules = NO_OWN_RULES) -> tuple[str, ...]:
    """Return the questions an urgent look still owes an answer to."""
    if draft.look is not Look.URGENT:
        return ()
    return tuple(name for name, code in _of_a_look(draft, rules).items() if code)


def _whatever_was_decided(draft: ViewingDraft) -> dict[str, str]:
    lengths = {name: too_much(getattr(draft, name), LONGEST_LINE) for name in _LINES}
    lengths |= {name: too_much(getattr(draft, name), LONGEST_NOTE) for name in _NOTES}
    return lengths | {
        "whose": what_is_wrong(draft.whose.name),
        "stands": "missing" if draft.stands is Stands.UNANSWERED else "",
        "why": what_is_wrong(draft.why, LONGEST_NOTE),
    }


def _of_anybody_who_looks(draft: ViewingDraft, rules: ViewingRules) -> dict[str, str]:
    closed = draft.open_to_all is OpenToAll.NO
    return {
        "look": "forbidden" if rules.forbidden else "",
        "looker": what_is_wrong(draft.looker.name),
        **({"open_to_all": "not_open"} if closed else {}),
    }


def _of_a_look(draft: ViewingDraft, rules: ViewingRules) -> dict[str, str]:
    needed = [name for name in _ASKED_OF_A_LOOK if name not in rules.optional]
    asked = {name: what_is_wrong(getattr(draft, name), LONGEST_NOTE) for name in needed}
    limits = [name for name in _TICKS if name not in rules.optional]
    ticks = {name: "" if getattr(draft, name) else "not_ticked" for name in limits}
    unanswered = draft.open_to_all is OpenToAll.UNANSWERED
    return {
        "handle": "" if draft.account() or draft.address.strip() else "missing",
        "open_to_all": "missing" if unanswered else "",
        **asked,
        **ticks,
        **_of_authority(draft, rules),
    }


def _of_authority(draft: ViewingDraft, rules: ViewingRules) -> dict[str, str]:
    if draft.authority is Authority.UNANSWERED:
        return {"authority": "missing"}
    if draft.authority is Authority.NOBODY:
        if rules.approval:
            return {"authority": "approval_first"}
        return {"authority_why": what_is_wrong(draft.authority_why, LONGEST_NOTE)}
    code = what_is_wrong(draft.authoriser)
    if not code and _same(draft.authoriser, draft.looker.name):
        code = "same_person"
    told = draft.authority is Authority.ASKED
    how = "" if told else what_is_wrong(draft.authority_why, LONGEST_NOTE)
    return {"authoriser": code, "authority_why": how}


def _of_a_further_look(draft: ViewingDraft, nth: int) -> dict[str, str]:
    if nth < _SECOND:
        return {}
    codes = {"surveillance": what_is_wrong(draft.surveillance, LONGEST_NOTE)}
    if not draft.new_information.strip():
        codes["why_not_others"] = what_is_wrong(draft.why_not_others, LONGEST_NOTE)
        if draft.authority is Authority.NOBODY:
            codes["authority"] = "another_person"
    return codes


def _of_the_time(draft: ViewingDraft, now: datetime) -> dict[str, str]:
    if draft.look is Look.NOT_TO_LOOK:
        return {}
    codes = {name: _not_a_time(getattr(draft, name)) for name in ("starts", "ends")}
    if any(codes.values()):
        return codes
    if draft.ends <= max(draft.starts, wall_clock(now)):
        codes["ends"] = "over_already"
    elif draft.ends[:_DAY] != draft.starts[:_DAY]:
        codes["ends"] = "another_day"
    return codes


def _not_a_time(at: str) -> str:
    if not at:
        return "missing"
    return "" if is_moment(at) and len(at) > _DAY else "not_a_time"


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
