"""What a school's policy says about looking at accounts, as rules of the decision to look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.policy.terms import Answer, Recipient, RuledOn
from dsl_desk.domain.viewing_rules import NO_OWN_RULES, RuleClause, ViewingRules
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dsl_desk.domain.policy.duty import Duty
    from dsl_desk.domain.policy.profile import Profile

_PROPOSED: Final = "viewing: proposed"
# Which questions of the decision answer which duty.
_ANSWERED_BY: Final[Mapping[str, tuple[str, ...]]] = {
    "open_to_anybody": ("open_to_all", "open_how"),
    "proportionate": ("proportionate", "to_confirm", "this_case"),
    "why_and_by_whom": ("why", "looker"),
    "best_placed": ("best_placed",),
    "no_breaking_in": ("own_account",),
    "no_request": ("own_account",),
    "talked_over": ("authority",),
}
_RULED: Final = {
    RuledOn.VIEWING: "look",
    RuledOn.VETTING: "not_vetting",
    RuledOn.PERSONAL_DEVICES: "school_device",
}
# Good practice everywhere, and asked for where a clause asks for it.
_ONLY_BY_A_CLAUSE: Final = ("to_confirm", "best_placed")
_SOMEBODY_FIRST: Final = frozenset({Answer.WITH_APPROVAL, Answer.TELL_FIRST})


def viewing_rules_of(profile: Profile | None) -> ViewingRules:
    """Return the rules of a policy; where there is none, everything is asked."""
    ruled = None if profile is None else profile.rule(RuledOn.VIEWING)
    if profile is None or ruled is None:
        return NO_OWN_RULES
    clauses = dict(_clauses(profile))
    vetting = profile.rule(RuledOn.VETTING)
    optional = {name for name in _ONLY_BY_A_CLAUSE if name not in clauses}
    if vetting is None or vetting.answer is not Answer.FORBIDDEN:
        optional.add("not_vetting")
    return ViewingRules(
        forbidden=ruled.answer is Answer.FORBIDDEN,
        approval=ruled.answer in _SOMEBODY_FIRST,
        ask_whom=_whom(profile),
        said=ruled.words,
        clauses=clauses,
        optional=frozenset(optional),
    )


def _clauses(profile: Profile) -> Iterator[tuple[str, RuleClause]]:
    for on, question in _RULED.items():
        rule = profile.rule(on)
        if rule is not None and rule.clause:
            yield question, _clause(profile, rule.clause)
    for duty in _of_looking(profile):
        for question in _ANSWERED_BY.get(duty.id, ()):
            yield question, _clause(profile, duty.clause)


def _of_looking(profile: Profile) -> Iterator[Duty]:
    return (duty for duty in profile.duties if any(_PROPOSED in line for line in duty.when.all))


def _whom(profile: Profile) -> str:
    """Return whom a policy names for leave to look, or else its Head."""
    named = [who for duty in _of_looking(profile) for who in duty.tell]
    whom = (*named, Recipient.HEAD)[0]
    return profile.roles.get(whom) or label(whom)


def _clause(profile: Profile, number: str) -> RuleClause:
    words = profile.clause(number).words
    return RuleClause(profile.mark(number), words, profile.said_by(number))
