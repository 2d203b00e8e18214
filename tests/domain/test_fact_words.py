from __future__ import annotations

from dataclasses import replace

from dsl_desk.domain.fact_words import fact_in_words, when_in_words, why_not
from dsl_desk.domain.policy.duty import AT_ONCE, Duty, When
from dsl_desk.domain.policy.facts import SPELLINGS, Facts
from dsl_desk.domain.policy.terms import DutyAct

WHEN = When(
    (frozenset({"sort: nudes", "sort: scam", "online"}), frozenset({"about: adult"})),
    frozenset({"safe_now: yes"}),
)
DUTY = Duty("a", "1", DutyAct.RECORD, (), AT_ONCE, "Write", WHEN)


def test_that_every_fact_has_words_of_its_own() -> None:
    words = [fact_in_words(spelled) for spelled in SPELLINGS]
    assert all(words)
    assert len(set(words)) == len(words)


def test_that_a_rule_is_said_line_by_line() -> None:
    assert when_in_words(WHEN) == (
        "Something online, or Kind of concern: Sharing nudes or semi-nudes or Scam or commerce",
        "What it is about: An adult who works here",
        "Not: Whether the child is safe now: Yes",
    )


def test_that_a_duty_that_does_not_apply_says_why() -> None:
    assert why_not(DUTY, Facts.of(["safe_now: yes"])) == "Whether the child is safe now: Yes"
    assert why_not(DUTY, Facts.of(["online"])) == (
        "Nothing here says: What it is about: An adult who works here"
    )
    assert why_not(DUTY, Facts.of(["online", "about: adult"])) == ""
    assert why_not(replace(DUTY, when=When()), Facts.of([])) == ""
