"""What a concern says, as facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from dsl_desk.domain.concern_choices import (
    About,
    ConcernSort,
    ConcernState,
    FourC,
    Involvement,
    Parents,
    SafeNow,
)
from dsl_desk.domain.concern_facts import Known, facts_of, key_of
from dsl_desk.domain.concern_parts import Involved, Online, Teller
from dsl_desk.domain.moments import Moment
from dsl_desk.domain.person import PersonKind, StaffKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.policy.facts import Facts
from dsl_desk.domain.policy.terms import Recipient
from tests.builders import a_concern_draft
from tests.domain.drafts import DRAFTS

if TYPE_CHECKING:
    from dsl_desk.domain.concern_draft import ConcernDraft

WREN, LENA = "0a" * 16, "0b" * 16
PUPIL = Known(PersonKind.PUPIL, born=date(2016, 3, 1))
TEACHER = Known(PersonKind.STAFF, StaffKind.TEACHER)


def a_draft(**more: object) -> ConcernDraft:
    return replace(a_concern_draft(happened_at="2026-11-16T19:40"), **more)  # type: ignore[arg-type]  # a test names fields it knows


def test_that_a_plain_concern_says_what_it_is_about_and_what_is_written() -> None:
    assert facts_of(a_draft()).known == {
        "about: child",
        "state: new",
        "safe_now: yes",
        "involved: pupil",
        "happened: outside_them",
        "has: time",
        "has: words",
    }


def test_that_choices_are_facts_and_what_nobody_answered_is_none() -> None:
    known = facts_of(
        a_draft(
            safe_now=SafeNow.UNANSWERED,
            parents=Parents.TOLD,
            state=ConcernState.WAITING,
            sorts=(ConcernSort.NUDES, ConcernSort.PHYSICAL),
            four_cs=(FourC.CONDUCT,),
            wishes="To stop",
            action="Rang",
            outcome="Closed",
            parents_why="Asked",
        )
    ).known
    assert {"parents: told", "state: waiting", "sort: nudes", "sort: physical"} <= known
    assert {"four_c: conduct", "imagery", "online", "has: wishes", "has: action"} <= known
    assert {"has: outcome", "has: parents_why"} <= known
    assert not [one for one in known if one.startswith("safe_now")]


@pytest.mark.parametrize(
    ("happened", "said"),
    [
        ("2026-11-16T10:00", "happened: working_hours"),
        ("2026-11-16T17:00", "happened: outside_them"),
        ("2026-11-15T10:00", "happened: outside_them"),
        ("2026-11-16", ""),
        ("", ""),
    ],
)
def test_that_a_time_of_day_tells_whether_people_were_at_work(happened: str, said: str) -> None:
    known = facts_of(a_draft(happened=Moment(happened))).known
    assert [one for one in known if one.startswith("happened")] == ([said] if said else [])


@pytest.mark.parametrize(
    ("known", "facts"),
    [
        (PUPIL, {"involved: pupil", "pupil_age: under_13"}),
        (replace(PUPIL, born=date(2012, 1, 1)), {"pupil_age: 13_to_15"}),
        (replace(PUPIL, born=date(2013, 11, 17)), {"pupil_age: under_13"}),
        (replace(PUPIL, born=date(2013, 11, 16)), {"pupil_age: 13_to_15"}),
        (replace(PUPIL, born=date(2009, 11, 17)), {"pupil_age: 16_or_17"}),
        (
            replace(PUPIL, born=date(2008, 11, 16)),
            {"pupil_age: 18_or_over", "involved: over_18_pupil"},
        ),
        (replace(PUPIL, born=None), {"involved: pupil"}),
        (Known(PersonKind.STAFF, StaffKind.GOVERNOR), {"involved: governor"}),
        (TEACHER, {"involved: staff"}),
        (Known(PersonKind.FAMILY), {"involved: family"}),
    ],
)
def test_that_the_schools_records_say_who_somebody_is(known: Known, facts: set[str]) -> None:
    draft = a_draft(people=(Involved(PersonRef("Wren Tamarisk", WREN)),))
    assert facts <= facts_of(draft, {WREN: known}).known


def test_that_a_pupils_age_needs_a_day() -> None:
    people = (Involved(PersonRef("Wren Tamarisk", WREN)),)
    draft = a_draft(people=people, happened=Moment(""), told_at="soon")
    assert not [one for one in facts_of(draft, {WREN: PUPIL}).known if "age" in one]


@pytest.mark.parametrize(
    ("known", "about", "fact"),
    [
        (PUPIL, About.CHILD, "said_to_have_done_it: pupil"),
        (replace(PUPIL, born=date(2000, 1, 1)), About.CHILD, "said_to_have_done_it: pupil"),
        (Known(PersonKind.FAMILY), About.CHILD, "said_to_have_done_it: family"),
        (None, About.CHILD, "said_to_have_done_it: not_known"),
        (None, About.ADULT, "said_to_have_done_it: staff"),
        (replace(TEACHER, post=Recipient.HEAD), About.ADULT, "adult_is: head"),
        (replace(TEACHER, post=Recipient.HR), About.ADULT, "said_to_have_done_it: staff"),
    ],
)
def test_that_who_is_said_to_have_done_it_is_a_fact(
    known: Known | None, about: About, fact: str
) -> None:
    lena = PersonRef("Lena Harebell", LENA)
    people = (Involved(lena, Involvement.SAID_TO_HAVE_DONE_IT),)
    known_ones = {} if known is None else {LENA: known}
    assert fact in facts_of(a_draft(about=about, people=people), known_ones).known


def test_that_somebody_without_a_record_is_known_by_the_name_as_written() -> None:
    ref = PersonRef(" Hester Winterbourne ")
    assert key_of(ref) == "Hester Winterbourne"
    assert key_of(PersonRef("Wren", WREN)) == WREN
    draft = a_draft(about=About.ADULT, people=(Involved(ref, Involvement.SAID_TO_HAVE_DONE_IT),))
    head = Known(PersonKind.STAFF, post=Recipient.HEAD)
    assert "adult_is: head" in facts_of(draft, {key_of(ref): head}).known


@pytest.mark.parametrize(
    ("teller", "facts"),
    [
        (Teller(rather_not=True), {"told_by: unnamed"}),
        (Teller("Wren", WREN), {"told_by: pupil"}),
        (Teller("Somebody"), set()),
    ],
)
def test_that_who_told_us_is_a_fact_where_it_is_known(teller: Teller, facts: set[str]) -> None:
    known = facts_of(a_draft(told_by=teller), {WREN: PUPIL}).known
    assert {one for one in known if one.startswith("told_by")} == facts


def test_that_some_sorts_say_who_is_in_it() -> None:
    account = a_draft(about=About.ACCOUNT, sorts=(ConcernSort.PUPIL_CONTACT,))
    assert "involved: pupil" in facts_of(account).known
    assert "involved: staff" in facts_of(a_draft(sorts=(ConcernSort.STAFF_CONTACT,))).known
    assert "involved: pupil" not in facts_of(a_draft(about=About.ACCOUNT)).known


def test_that_anything_said_of_where_online_is_online() -> None:
    online = facts_of(a_draft(online=Online(group="6H no teachers"))).known
    assert {"online", "has: place"} <= online


@given(DRAFTS)
def test_that_every_draft_gives_facts_every_profile_can_ask_about(draft: ConcernDraft) -> None:
    facts = facts_of(draft)
    assert Facts.of(facts.known) == facts
