"""What stands in the way of recording a concern, what it still lacks, and what it is called."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone
from datetime import timedelta as delta

import pytest

from dsl_desk.domain.chronology import ItemSort
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern import concern_body, reference, where_kept, whom, year_and_sequence
from dsl_desk.domain.concern_choices import (
    About,
    BodyPlace,
    ConcernSort,
    ConcernState,
    Involvement,
    Parents,
    SafeNow,
)
from dsl_desk.domain.concern_draft import LONGEST_NOTE, ConcernDraft
from dsl_desk.domain.concern_gaps import Gap, missing
from dsl_desk.domain.concern_parts import Injury, Involved, Online, Plan, Teller
from dsl_desk.domain.concern_state import StateChange
from dsl_desk.domain.concern_title import concern_in_file, title_of
from dsl_desk.domain.entry import Entry
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.moments import HowSure, Moment, in_words, told_in_full
from dsl_desk.domain.person_ref import PersonRef
from tests.builders import a_concern_draft, a_header

NOW = datetime(2026, 11, 19, 12, 14, tzinfo=timezone(delta(hours=1)))
WREN = PersonRef("Wren Tamarisk", "0a" * 16)


def test_that_only_five_things_are_needed() -> None:
    draft = ConcernDraft((), Teller(), "", "", SafeNow.UNANSWERED)
    assert draft.problems() == tuple(
        Problem(name, "missing") for name in ("people", "told_by", "told_at", "words", "safe_now")
    )
    people, told_by = (Involved(WREN),), Teller(rather_not=True)
    assert not ConcernDraft(people, told_by, "2026-11-19", "w", SafeNow.NOT_KNOWN).problems()


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"told_at": "yesterday"}, Problem("told_at", "not_a_time")),
        ({"told_at": "2026-W47-4"}, Problem("told_at", "not_a_time")),
        ({"told_at": "2026-11-19T12:15"}, Problem("told_at", "to_come")),
        ({"told_at": "2026-11-20"}, Problem("told_at", "to_come")),
        ({"happened": Moment("2027-01-01")}, Problem("happened", "to_come")),
        ({"happened": Moment("2026-02-30")}, Problem("happened", "not_a_time")),
        ({"people": (Involved(PersonRef(" ")),)}, Problem("people", "missing")),
        ({"people": (Involved(PersonRef("x" * 201)),)}, Problem("people", "too_long")),
        ({"online": Online(platform="x" * 201)}, Problem("platform", "too_long")),
        ({"view": "half \ud83d"}, Problem("view", "not_text")),
        ({"plans": (Plan(WREN, "x" * LONGEST_NOTE, "y"),)}, Problem("plans", "too_long")),
    ],
)
def test_that_an_answer_that_cannot_be_kept_is_told(
    changes: dict[str, object], problem: Problem
) -> None:
    assert a_concern_draft(**changes).problems_at(NOW) == (problem,)  # type: ignore[arg-type]  # a table of changes


@pytest.mark.parametrize("told_at", ["2026-11-19", "2026-11-19T12:14", "1999-01-01T00:00"])
def test_that_what_is_past_on_the_clock_on_the_wall_is_taken(told_at: str) -> None:
    assert a_concern_draft(told_at=told_at).problems_at(NOW) == ()


def test_that_a_bare_concern_lacks_what_today_lists() -> None:
    draft = a_concern_draft(
        safe_now=SafeNow.NOT_KNOWN, sorts=(ConcernSort.INJURY, ConcernSort.CHILD_ON_CHILD)
    )
    assert missing(draft) == (
        Gap.SAFE_NOT_KNOWN,
        Gap.ACTION,
        Gap.HAPPENED,
        Gap.WISHES,
        Gap.PARENTS,
        Gap.BODY_MAP,
        Gap.PLANS,
    )
    assert Gap.SORTS in missing(a_concern_draft())


def test_that_parents_not_told_want_a_reason_and_an_adult_s_concern_wants_no_parents() -> None:
    assert Gap.PARENTS_WHY in missing(a_concern_draft(parents=Parents.NOT_TO_BE_TOLD))
    assert Gap.PARENTS_WHY not in missing(a_concern_draft(parents=Parents.TOLD))
    adult = missing(replace(a_concern_draft(parents=Parents.NOT_YET), about=About.ADULT))
    assert not {Gap.PARENTS, Gap.PARENTS_WHY, Gap.WISHES}.intersection(adult)


def test_that_a_whole_concern_lacks_nothing() -> None:
    whole = a_concern_draft(
        happened=Moment("", HowSure.NOT_KNOWN),
        sorts=(ConcernSort.INJURY, ConcernSort.CHILD_ON_CHILD),
        wishes="It to stop",
        action="Rang home",
        parents=Parents.NOT_YET,
        parents_why="At work until five",
        injuries=(Injury(BodyPlace.NECK, "a scratch"),),
        plans=(Plan(WREN, "low", "sits apart"),),
    )
    assert missing(whole) == ()


def test_that_closing_asks_for_reason_and_outcome_and_going_on_for_the_reason() -> None:
    empty = StateChange(ConcernState.CLOSED, " ")
    assert empty.problems() == (Problem("reason", "missing"), Problem("outcome", "missing"))
    assert not StateChange(ConcernState.WAITING, "for the school nurse").problems()
    closed = StateChange(ConcernState.CLOSED, "done", "It stopped").of(a_concern_draft())
    again = StateChange(ConcernState.IN_PROGRESS, "it came back").of(closed)
    assert (closed.state, again.state) == (ConcernState.CLOSED, ConcernState.IN_PROGRESS)
    assert again.outcome == "It stopped"


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({}, "kind not chosen yet"),
        (
            {"sorts": (ConcernSort.CYBERBULLYING,), "online": Online("WhatsApp", group="6H")},
            "unkind messages in a group chat",
        ),
        (
            {"sorts": (ConcernSort.GROOMING,), "online": Online("Instagram")},
            "contact that may be grooming on Instagram",
        ),
        ({"sorts": (ConcernSort.NEGLECT, ConcernSort.FGM)}, "neglect and FGM"),
        ({"sorts": (ConcernSort.NEGLECT,), "online": Online("Instagram")}, "neglect"),
    ],
)
def test_that_a_title_is_made_of_kinds_and_place(changes: dict[str, object], title: str) -> None:
    assert title_of(a_concern_draft(**changes)) == title  # type: ignore[arg-type]  # a table of changes


def test_that_a_concern_stands_in_the_file_of_everybody_in_it_who_has_one() -> None:
    people = (Involved(WREN), Involved(PersonRef("Robin Ash")), Involved(WREN))
    draft = a_concern_draft(people=people, sorts=(ConcernSort.CYBERBULLYING,))
    body = concern_body(draft, "C-2026-041", "Maya Fernsby")
    item = concern_in_file(Entry(a_header(), body, b"d" * 32))
    assert (item.people, item.sort) == ((WREN.person,), ItemSort.CONCERN)
    assert (item.title, item.at) == ("Concern C-2026-041, unkind messages", draft.told_at)
    assert item.line == "New · about Wren Tamarisk, Robin Ash and 1 more"
    assert item.concern == a_header().record


def test_that_a_concern_nobody_of_whom_has_a_file_stands_in_none() -> None:
    body = concern_body(a_concern_draft(), "C-2026-041", "Maya Fernsby")
    assert concern_in_file(Entry(a_header(), body, b"d" * 32)).people == ()


def test_that_a_list_names_whom_it_is_about_by_their_role() -> None:
    wren, rowan = Involved(WREN), Involved(PersonRef("Rowan"), Involvement.SAID_TO_HAVE_DONE_IT)
    assert whom(About.CHILD, (rowan, wren)) == "Wren Tamarisk"
    assert whom(About.ADULT, (wren, rowan)) == "Rowan"
    assert whom(About.ADULT, (wren,)) == "Wren Tamarisk"


def test_that_each_part_counts_its_own_references() -> None:
    assert where_kept(About.ADULT) is Compartment.STAFF
    assert where_kept(About.ACCOUNT) is Compartment.CHILDREN
    assert reference(Compartment.STAFF, 2026, 7) == "S-2026-007"
    assert year_and_sequence("S-2026-007") == (2026, 7)
    assert year_and_sequence("X-2026-007") == year_and_sequence("nonsense") == (0, 0)


def test_that_a_moment_is_said_as_well_as_it_is_known() -> None:
    assert in_words(Moment("2026-11-16T19:40")) == "Mon 16 Nov 2026, 19:40"
    assert in_words(Moment("2026-11-16", HowSure.ABOUT)) == "About Mon 16 Nov 2026"
    assert in_words(Moment("", HowSure.NOT_KNOWN)) == "Not known"
    assert in_words(Moment()) == told_in_full("") == ""
