"""A duty of the school's own, from a form to the table of a profile file and back."""

from __future__ import annotations

import pytest

from dsl_desk.domain.policy.duty import AT_ONCE, UNSAID, By
from dsl_desk.domain.policy.facts import FACTS, FactName
from dsl_desk.domain.policy.own_duty import (
    OFFERED,
    TIMES,
    OwnAnswers,
    answers_of,
    lines_of,
    next_name,
    time_of,
    values_of,
)
from dsl_desk.domain.policy.profile import Profile
from dsl_desk.domain.policy.reading import duties_of
from dsl_desk.domain.policy.spelling import by_of, spelled
from dsl_desk.domain.policy.terms import DutyAct, Event, Recipient, Unit

OURS = Profile("ours", "OUR", "Our policy")
ANSWERS = OwnAnswers(
    so=("sort: filter_bypass", "sort: scam", "about: child"),
    not_so=("safe_now: no",),
    act=DutyAct.TELL,
    tell=(Recipient.IT, Recipient.DPO),
    by=By(Unit.WORKING_HOURS, 2, Event.TOLD),
    words="Ask IT to keep the logs of the filter.",
    clause="Staff handbook 4.2",
    about=(Recipient.HEAD,),
)


def test_that_what_the_form_says_is_read_as_a_profile_reads_it_and_comes_back() -> None:
    (duty,) = duties_of((ANSWERS.table("own_1"),), OURS, "ours")
    assert duty.when.all == (
        frozenset({"sort: filter_bypass", "sort: scam"}),
        frozenset({"about: child"}),
    )
    assert answers_of(duty) == ANSWERS


def test_that_a_copy_and_a_removal_rule_out_nudes_by_themselves() -> None:
    copy = OwnAnswers(act=DutyAct.CAPTURE, words="Keep it.", clause="1")
    (duty,) = duties_of((copy.table("own_1"),), OURS, "ours")
    assert duty.when.none == {"sort: nudes"}


def test_that_facts_of_one_name_are_a_choice_and_each_is_named_once() -> None:
    facts = ("sort: scam", "online", "sort: nudes", "sort: scam")
    assert lines_of(facts) == ("sort: scam or nudes", "online")


def test_that_only_facts_a_concern_can_say_are_offered() -> None:
    assert FactName.SORT in OFFERED
    assert FactName.LEAVING not in OFFERED
    assert all(not FACTS[name].brought_by for name in OFFERED)
    assert values_of(FactName.ONLINE) == ("online",)
    assert "sort: scam" in values_of(FactName.SORT)


@pytest.mark.parametrize("unit", TIMES)
def test_that_every_time_is_spelled_as_a_profile_spells_it(unit: Unit) -> None:
    by = time_of(unit, 3, Event.AWARE)
    assert by_of(spelled(by)) == by


def test_that_a_time_leaves_out_what_its_unit_does_not_ask() -> None:
    assert time_of(Unit.AT_ONCE, 3, Event.AWARE) == AT_ONCE
    assert time_of(Unit.UNSAID, 3, Event.AWARE) == UNSAID
    assert time_of(Unit.BEFORE, 3, Event.AWARE) == By(Unit.BEFORE, 0, Event.AWARE)


def test_that_a_further_duty_has_a_name_that_no_other_ever_had() -> None:
    assert next_name(None, ()) == "own_1"
    assert next_name(OURS, ("own_1", "own_2")) == "own_3"
