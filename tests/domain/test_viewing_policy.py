from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.policy.profile import Profile
from dsl_desk.domain.policy.terms import Answer, Recipient, RuledOn
from dsl_desk.domain.viewing_policy import viewing_rules_of
from dsl_desk.domain.viewing_rules import NO_OWN_RULES
from dsl_desk.services.profiles import policies_in
from tests.conftest import FONTS

if TYPE_CHECKING:
    from dsl_desk.domain.viewing_rules import ViewingRules


def profile(name: str) -> Profile:
    return next(one.profile for one in policies_in(FONTS.parent) if one.profile.name == name)


def ruled(of: Profile, on: RuledOn, answer: Answer) -> ViewingRules:
    rules = tuple(replace(rule, answer=answer) if rule.on is on else rule for rule in of.rules)
    return viewing_rules_of(replace(of, rules=rules))


def test_that_without_a_policy_everything_is_asked() -> None:
    assert viewing_rules_of(None) is NO_OWN_RULES
    assert viewing_rules_of(Profile("alone", "Own", "Law and guidance")) is NO_OWN_RULES


def test_that_the_isle_of_wight_model_asks_by_its_clauses() -> None:
    rules = viewing_rules_of(profile("northwood"))
    marks = {name: clause.mark for name, clause in rules.clauses.items()}
    assert marks["proportionate"] == "IoW 6.3"
    assert marks["best_placed"] == "IoW 6.3"
    assert marks["open_how"] == "IoW 6.1"
    assert marks["own_account"] == "IoW 6.5"
    assert not rules.forbidden
    assert not rules.approval
    assert rules.optional == {"not_vetting"}


def test_that_what_no_clause_asks_needs_no_answer_and_guidance_still_does() -> None:
    rules = viewing_rules_of(profile("choysez"))
    assert rules.optional == {"to_confirm", "best_placed", "not_vetting"}
    assert rules.said.startswith("Nothing is said.")


def test_that_vetting_is_refused_where_the_policy_says_so() -> None:
    rules = viewing_rules_of(profile("longton"))
    assert "not_vetting" not in rules.optional
    assert rules.clauses["not_vetting"].mark == "LPS 4.2"


def test_that_a_policy_that_wants_leave_says_whom_to_ask() -> None:
    of = profile("early-life")
    rules = viewing_rules_of(of)
    assert rules.approval
    assert rules.ask_whom == of.roles[Recipient.SENIOR_TEAM]
    assert rules.clauses["authority"].mark.endswith("App. 1 not 3")


@pytest.mark.parametrize("name", ["northwood", "shire", "longton", "choysez", "early-life"])
def test_that_a_policy_that_forbids_looking_does_so_and_names_somebody(name: str) -> None:
    rules = ruled(profile(name), RuledOn.VIEWING, Answer.FORBIDDEN)
    assert rules.forbidden
    assert rules.ask_whom


def test_that_a_policy_without_a_word_on_applicants_does_not_refuse_them() -> None:
    of = profile("longton")
    silent = replace(of, rules=tuple(one for one in of.rules if one.on is not RuledOn.VETTING))
    assert "not_vetting" in viewing_rules_of(silent).optional
