"""What is asked: merging, times, titles, what stands in the way."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsl_desk.domain.fields import FieldError
from dsl_desk.domain.policy.changes import (
    Bar,
    Changes,
    OwnDuty,
    SwitchedOff,
    bar_to_switching_off,
)
from dsl_desk.domain.policy.duty import AT_ONCE, UNSAID, By, Duty, When
from dsl_desk.domain.policy.explaining import explained, facts_in
from dsl_desk.domain.policy.facts import (
    FACTS,
    NOTHING_KNOWN,
    SPELLINGS,
    FactName,
    Facts,
    NotAFactError,
    exclude_each_other,
    fact,
)
from dsl_desk.domain.policy.flaws import ProfileRefusedError
from dsl_desk.domain.policy.in_force import in_force
from dsl_desk.domain.policy.matching import asks, soonest
from dsl_desk.domain.policy.profile import Clause, Profile, Slip
from dsl_desk.domain.policy.terms import DutyAct, Recipient, RuledOn, Unit
from dsl_desk.services.profiles import guidance_in, policies_in

RESOURCES = Path(__file__).parents[3] / "resources"
ALL = (*guidance_in(RESOURCES), *(one.profile for one in policies_in(RESOURCES)))
TELL = Duty(
    "tell",
    "1",
    DutyAct.TELL,
    (Recipient.HEAD,),
    UNSAID,
    "Tell the head.",
    When((frozenset({"online"}),)),
    matter="a_matter",
)
OURS = Profile(
    "ours",
    "FPS",
    "Ours",
    clauses=(Clause("1", "One"), Clause("2", "Two")),
    duties=(TELL,),
    roles={Recipient.HEAD: "Head of School"},
    slips=(Slip("s", ("1",), "A slip", "Read so"), Slip("t", ("2",), "Another", "Read so")),
)
LAW = replace(
    OURS,
    name="law",
    code="LAW",
    guidance=True,
    roles={Recipient.HEAD: "Somebody", Recipient.DSL: "The lead"},
    slips=(),
    duties=(
        replace(
            TELL, tell=(Recipient.DSL, Recipient.HEAD), by=AT_ONCE, from_law=True, words="Law."
        ),
    ),
)
ONLINE = Facts.of(["online"])


def test_that_guidance_and_policy_on_one_matter_are_one_row_of_everybody_soonest() -> None:
    (row,) = asks([OURS, LAW], ONLINE)
    assert row.clauses == ("LAW 1", "FPS 1")
    assert [(one.recipient, one.title, one.by) for one in row.whom] == [
        (Recipient.DSL, "The lead", AT_ONCE),
        (Recipient.HEAD, "Head of School", AT_ONCE),
    ]
    assert row.whom[1].clauses == ("LAW 1", "FPS 1")
    assert row.words == TELL.words
    assert row.from_law
    assert not row.only_guidance
    assert not row.disagree
    assert asks([OURS, LAW], NOTHING_KNOWN) == ()


def test_that_guidance_alone_says_so() -> None:
    (row,) = asks([LAW], ONLINE)
    assert row.only_guidance
    assert row.words == "Law."


def test_that_two_acts_in_one_matter_are_two_rows_and_danger_is_first() -> None:
    other = replace(TELL, id="write", act=DutyAct.RECORD, tell=(), danger=True)
    first, second = asks([replace(OURS, duties=(TELL, other))], ONLINE)
    assert (first.act, first.danger) == (DutyAct.RECORD, True)
    assert (first.whom[0].recipient, first.whom[0].title) == (None, "")
    assert (second.act, second.danger) == (DutyAct.TELL, False)


def test_that_duties_without_a_matter_stand_alone() -> None:
    alone = replace(TELL, matter="")
    rows = asks([replace(OURS, duties=(alone,)), replace(LAW, duties=(alone,))], ONLINE)
    assert [row.matter for row in rows] == ["law.tell", "ours.tell"]


def test_that_clauses_of_one_policy_disagree_where_they_name_different_people() -> None:
    other = replace(TELL, id="too", clause="2", tell=(Recipient.HR,))
    (row,) = asks([replace(OURS, duties=(TELL, other))], ONLINE)
    assert row.disagree
    assert [one.recipient for one in row.whom] == [Recipient.HEAD, Recipient.HR]
    assert [one.clauses for one in row.whom] == [("FPS 1",), ("FPS 2",)]
    assert row.whom[1].title == "HR"


@pytest.mark.parametrize(
    ("posts", "told"),
    [
        ((), Recipient.HEAD),
        ((Recipient.HEAD,), Recipient.CHAIR),
        ((Recipient.HEAD, Recipient.CHAIR), Recipient.LADO),
        ((Recipient.DSL,), Recipient.HEAD),
    ],
)
def test_that_nobody_is_told_of_what_is_said_of_them(
    posts: tuple[Recipient, ...], told: Recipient
) -> None:
    facts = Facts.of(["online", *(fact(FactName.ADULT_IS, post) for post in posts)])
    (row,) = asks([OURS], facts)
    assert [one.recipient for one in row.whom] == [told]


def test_that_a_rule_says_what_it_lacks_and_what_stands_against_it() -> None:
    when = When((frozenset({"online"}), frozenset({"about: child"})), frozenset({"safe_now: yes"}))
    facts = Facts.of(["online", "safe_now: yes"])
    assert when.lacking(facts) == (frozenset({"about: child"}),)
    assert when.against(facts) == {"safe_now: yes"}
    assert not when.holds(facts)
    assert when.holds(Facts.of(["online", "about: child"]))
    assert not when.holds(Facts.of(["online"]))


def test_that_the_soonest_time_is_the_most_pressing_kind_then_the_smaller() -> None:
    days = By(Unit.WORKING_DAYS, 5)
    assert soonest([UNSAID, days, By(Unit.WORKING_DAYS, 1)]) == By(Unit.WORKING_DAYS, 1)
    assert soonest([days, AT_ONCE]) == AT_ONCE
    assert soonest([]) == UNSAID


def test_that_a_fact_nobody_knows_is_refused() -> None:
    with pytest.raises(NotAFactError):
        Facts.of(["online: very"])
    assert fact(FactName.ONLINE) in SPELLINGS
    assert set(FACTS) == set(FactName)
    assert exclude_each_other("about: child", "about: adult")
    assert not exclude_each_other("about: child", "about: child")
    assert not exclude_each_other("sort: nudes", "sort: scam")
    assert not exclude_each_other("about: child", "safe_now: no")


def test_that_a_rule_for_something_the_policy_does_not_say_is_none() -> None:
    assert OURS.rule(RuledOn.AGES) is None


@given(st.sets(st.sampled_from(sorted(SPELLINGS)), max_size=20))
def test_that_asking_is_the_same_as_looking_at_every_duty_by_hand(spelled: set[str]) -> None:
    facts = Facts.of(spelled)
    by_hand = {
        (profile.name, duty.id)
        for profile in ALL
        for duty in profile.duties
        if not duty.dormant
        and all(any(one in spelled for one in line) for line in duty.when.all)
        and not any(one in spelled for one in duty.when.none)
    }
    rows = asks(ALL, facts)
    assert {(one.profile.name, one.duty.id) for row in rows for one in row.cited} == by_hand
    for row in rows:
        assert row.whom
        assert len({told.recipient for told in row.whom}) == len(row.whom)


@given(st.sets(st.sampled_from(sorted(SPELLINGS)), max_size=12), st.sampled_from(sorted(SPELLINGS)))
def test_that_more_known_never_hides_danger(spelled: set[str], more: str) -> None:
    before = asks(ALL, Facts.of(spelled))
    after = asks(ALL, Facts.of({*spelled, more}))
    if any(row.danger for row in before):
        assert after[0].danger


@pytest.mark.parametrize(
    "duty", [duty for profile in ALL for duty in profile.duties], ids=lambda duty: duty.id
)
def test_that_every_duty_can_come_due(duty: Duty) -> None:
    """Some choice from each line of its rule can be so all at once, and nothing is against it."""
    choices = itertools.product(*(sorted(line - duty.when.none) for line in duty.when.all))
    assert any(
        duty.when.holds(Facts.of(chosen))
        and not any(exclude_each_other(a, b) for a, b in itertools.combinations(chosen, 2))
        for chosen in choices
    )


def test_that_changes_rename_switch_off_and_add() -> None:
    added = {
        "id": "ours_too",
        "clause": "A",
        "do": "tell",
        "tell": ["dsl"],
        "by": "at once",
        "words": "Tell the DSL too.",
    }
    off = (SwitchedOff("tell", "The head is told daily", "0a" * 16),)
    changes = Changes({Recipient.HEAD: "Principal"}, off, (OwnDuty(added),))
    school = in_force(OURS, changes)
    assert [duty.id for duty in school.duties] == ["ours_too"]
    assert school.roles[Recipient.HEAD] == "Principal"
    law = in_force(LAW, changes)
    assert [duty.id for duty in law.duties] == ["tell", "ours_too"]
    with pytest.raises(ProfileRefusedError):
        in_force(OURS, Changes(added=(OwnDuty({**added, "id": "tell"}),)))


def test_that_law_stays_on_and_nobody_takes_away_the_check_on_themselves() -> None:
    about_head = replace(TELL, id="check", about=(Recipient.HEAD,))
    profiles = [
        replace(OURS, duties=(TELL, about_head)),
        replace(LAW, duties=(replace(LAW.duties[0], id="floor"),)),
    ]
    head, dsl = [Recipient.HEAD], [Recipient.DSL]
    assert bar_to_switching_off("floor", profiles, dsl) is Bar.FROM_LAW
    assert bar_to_switching_off("check", profiles, head) is Bar.ABOUT_ONESELF
    assert bar_to_switching_off("check", profiles, dsl) is None
    assert bar_to_switching_off("tell", profiles, head) is None
    assert bar_to_switching_off("tea", profiles, head) is Bar.NO_SUCH_DUTY


def test_that_facts_are_read_from_json_and_what_is_none_is_refused() -> None:
    read = {"about": "adult", "sort": ["scam", "nudes"], "online": True, "imagery": False}
    assert facts_in(json.dumps({**read, "state": None}).encode()).known == {
        "about: adult",
        "sort: scam",
        "sort: nudes",
        "online",
    }
    for wrong in (b"{", b"[]", b'{"tea": true}', b'{"about": 1}', b'{"sort": [1]}'):
        with pytest.raises(FieldError):
            facts_in(wrong)


def test_that_what_is_explained_has_who_when_and_clause_and_the_slips_it_touches() -> None:
    told = explained([LAW, OURS], ONLINE)
    assert told["slips"] == [
        {"profile": "ours", "clauses": ["FPS 1"], "words": "A slip", "read_as": "Read so"}
    ]
    assert told["profiles"] == ["law", "ours"]
    assert json.loads(json.dumps(told["duties"]))[0]["whom"][1] == {
        "who": "head",
        "title": "Head of School",
        "by": "at once",
        "clauses": ["LAW 1", "FPS 1"],
    }
    written = replace(OURS, duties=(replace(TELL, act=DutyAct.RECORD, tell=()),))
    nobody = json.loads(json.dumps(explained([written], ONLINE)))
    assert nobody["duties"][0]["whom"][0]["who"] == ""
