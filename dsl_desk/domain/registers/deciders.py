"""Who decides on a proposal by the school's own policy: its duties to ask, and whom they name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.policy.facts import Facts
from dsl_desk.domain.policy.matching import asks
from dsl_desk.domain.policy.recipients import RECIPIENTS
from dsl_desk.domain.policy.terms import DutyAct, Recipient

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.policy.profile import Profile
    from dsl_desk.domain.registers.blank import Choice
    from dsl_desk.domain.registers.register import Register

# What each kind of proposal is, in the facts of a profile.
_FACTS: Final[Mapping[str, tuple[str, ...]]] = {
    "account": ("account: proposed",),
    "contact": ("approval: contact",),
    "class": ("approval: activity",),
    "post": ("approval: post", "approval: blog"),
    "pupils": ("account: of_pupils",),
    "logo": ("approval: logo",),
    "news": ("approval: inside_news",),
}
WHO_DECIDES: Final = "who_decides"
# Whom a proposal can go to, as the register writes them.
CODES: Final[Mapping[Recipient, str]] = {
    Recipient.HEAD: "head",
    Recipient.DSL: "dsl",
    Recipient.CHAIR: "chair",
    Recipient.SENIOR_TEAM: "leaders",
}


@dataclass(frozen=True)
class Decider:
    """Somebody whom a policy names: as the register writes them, as the school calls them."""

    code: str
    title: str
    clauses: tuple[str, ...]


def facts_of_proposal(sort: str) -> tuple[str, ...]:
    """Return what a kind of proposal is, as a profile spells it."""
    return _FACTS.get(sort, ())


def deciders(profiles: Sequence[Profile], sort: str) -> tuple[Decider, ...]:
    """Return who decides on a kind of proposal; nobody where the policy is silent on it."""
    facts = Facts.of(facts_of_proposal(sort))
    rows = asks(profiles, facts) if facts.known else ()
    named = [told for row in rows if row.act is DutyAct.ASK for told in row.whom]
    found: dict[str, Decider] = {}
    for told in named:
        code = CODES.get(told.recipient) if told.recipient else None
        if code is not None:
            before = found[code].clauses if code in found else ()
            clauses = tuple(dict.fromkeys((*before, *told.clauses)))
            found[code] = Decider(code, told.title, clauses)
    return tuple(found.values())


def titles(profiles: Sequence[Profile]) -> Mapping[str, str]:
    """Return what the school calls each of those a proposal can go to."""
    named = {who: title for profile in profiles for who, title in profile.roles.items()}
    return {code: named.get(who) or RECIPIENTS[who] for who, code in CODES.items()}


def as_called(register: Register, named: Mapping[str, str]) -> Register:
    """Return a register whose deciders bear the titles the school gives them."""
    blanks = tuple(
        replace(blank, choices=tuple(_titled(one, named) for one in blank.choices))
        if blank.name == WHO_DECIDES
        else blank
        for blank in register.blanks
    )
    return replace(register, blanks=blanks)


def _titled(choice: Choice, named: Mapping[str, str]) -> Choice:
    return replace(choice, words=named.get(choice.code, choice.words))
