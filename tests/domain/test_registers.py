"""The rules of the registers, one claim each, over answers that are valid otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from dsl_desk.domain.errors import Problem
from dsl_desk.domain.member import Role
from dsl_desk.domain.policy.mark import NO_POLICY
from dsl_desk.domain.registers.accounts import says_a_password
from dsl_desk.domain.registers.all import BY_KIND, REGISTERS
from dsl_desk.domain.registers.blank import Blank, BlankSort, Choice
from dsl_desk.domain.registers.register import Occasion, RegisterDraft, RegisterName
from tests.registers import a_draft

NOW = datetime(2026, 11, 19, 12, 14)  # noqa: DTZ001 as the clock on the wall
CHILD = "0a" * 16
Name = RegisterName


def occasion(before: RegisterDraft | None = None, **facts: object) -> Occasion:
    return Occasion(NOW, Role.DSL, before, **facts)  # type: ignore[arg-type]  # a test names fields it knows


def wrong(draft: RegisterDraft, when: Occasion | None = None) -> dict[str, str]:
    problems = REGISTERS[draft.register].problems(draft, when or occasion())
    assert all(isinstance(problem, Problem) for problem in problems)
    return {problem.field: problem.code for problem in problems}


@pytest.mark.parametrize("name", RegisterName)
def test_that_valid_answers_stand_in_nobodys_way(name: RegisterName) -> None:
    assert wrong(a_draft(name, CHILD)) == {}


@pytest.mark.parametrize("name", RegisterName)
def test_that_what_is_needed_is_asked_for_all_at_once(name: RegisterName) -> None:
    needed = {blank.name for blank in REGISTERS[name].blanks if blank.needed}
    assert needed <= set(wrong(RegisterDraft(name, {})))


@pytest.mark.parametrize("name", RegisterName)
def test_that_no_blank_of_a_register_stands_there_twice_or_without_a_question(
    name: RegisterName,
) -> None:
    register = REGISTERS[name]
    names = [blank.name for blank in register.blanks]
    assert len(set(names)) == len(names)
    assert all(blank.label for blank in register.blanks)
    assert {*register.columns, register.day} <= set(names)
    assert BY_KIND[name.value] is register


@pytest.mark.parametrize(
    ("blank", "answer", "code"),
    [
        (Blank("a", "A?", BlankSort.DAY), "2026-11-19", ""),
        (Blank("a", "A?", BlankSort.DAY), "tomorrow", "not_a_day"),
        (Blank("a", "A?", BlankSort.DAY), "20261119", "not_a_day"),
        (Blank("a", "A?", BlankSort.MOMENT), "soon", "not_a_time"),
        (Blank("a", "A?", BlankSort.TICK), "yes", ""),
        (Blank("a", "A?", BlankSort.TICK), "perhaps", "not_a_choice"),
        (Blank("a", "A?", BlankSort.CHOICE, choices=(Choice("b", "B"),)), "c", "not_a_choice"),
        (Blank("a", "A?"), "x" * 201, "too_long"),
        (Blank("a", "A?", BlankSort.LINES), "x" * 201, ""),
        (Blank("a", "A?", BlankSort.LINES), "x" * 10_001, "too_long"),
    ],
)
def test_that_an_answer_is_of_the_sort_that_was_asked(blank: Blank, answer: str, code: str) -> None:
    assert blank.what_is_wrong(answer) == code


@pytest.mark.parametrize(
    ("sort", "answer", "told"),
    [
        (BlankSort.TICK, "yes", "Yes"),
        (BlankSort.TICK, "", ""),
        (BlankSort.CHOICE, "b", "Bee"),
        (BlankSort.CHOICE, "of another program", "of another program"),
        (BlankSort.DAY, "2026-11-19", "19 November 2026"),
        (BlankSort.MOMENT, "2026-11-19T12:14", "Thu 19 Nov 2026, 12:14"),
        (BlankSort.MOMENT, "some day", "some day"),
        (BlankSort.LINE, "as it is", "as it is"),
    ],
)
def test_that_an_answer_is_told_in_words(sort: BlankSort, answer: str, told: str) -> None:
    assert Blank("a", "A?", sort, choices=(Choice("b", "Bee"),)).told(answer) == told


def test_that_nothing_is_said_to_have_happened_that_is_still_to_come() -> None:
    attempt = a_draft(Name.CONTACT_ATTEMPTS, at="2026-11-19T12:15")
    assert wrong(attempt) == {"at": "not_yet"}


@pytest.mark.parametrize(
    "words",
    [
        "password: Fern2026",
        "The password is fern",
        "Passphrase - amber kettle",
        "pwd=x",
        "password Fern2026!",
        "PIN 4711",
        "pass-word: x",
    ],
)
def test_that_a_password_is_never_written_down(words: str) -> None:
    assert says_a_password(words)
    assert wrong(a_draft(Name.ACCOUNTS, notes=words)) == {"notes": "password"}
    unofficial = {"standing": "unofficial", "reported_to": "Facebook", "handle": words}
    assert wrong(a_draft(Name.ACCOUNTS, **unofficial)) == {"handle": "password"}


@pytest.mark.parametrize(
    "words",
    ["We pin posts to the top", "Password resets are asked for at the office", "Spin class"],
)
def test_that_words_about_passwords_are_none(words: str) -> None:
    assert not says_a_password(words)


def test_that_an_account_of_ours_has_an_owner_an_approver_and_the_schools_address() -> None:
    bare = a_draft(Name.ACCOUNTS, owner="", approver="", email="", purpose="")
    assert wrong(bare) == dict.fromkeys(("purpose", "owner", "approver", "email"), "missing")
    assert wrong(a_draft(Name.ACCOUNTS, email="the office")) == {"email": "not_an_email"}
    assert wrong(a_draft(Name.ACCOUNTS, approver="Lena Harebell")) == {"approver": "same_person"}


def test_that_somebody_is_told_of_an_account_before_pupils_come_to_it() -> None:
    assert wrong(a_draft(Name.ACCOUNTS, pupils_from="2026-09-14")) == {"notified_on": "missing"}
    late = a_draft(Name.ACCOUNTS, pupils_from="2026-09-14", notified_on="2026-09-15")
    assert wrong(late) == {"notified_on": "after_pupils"}
    in_time = a_draft(Name.ACCOUNTS, pupils_from="2026-09-14", notified_on="2026-09-14")
    assert wrong(in_time) == {}


def test_that_an_account_that_is_not_ours_is_reported() -> None:
    bare = {"standing": "unofficial", "purpose": "", "owner": "", "approver": "", "email": ""}
    assert wrong(a_draft(Name.ACCOUNTS, **bare)) == {"reported_to": "missing"}
    assert wrong(a_draft(Name.ACCOUNTS, **bare, reported_to="Facebook")) == {}


def test_that_an_account_is_looked_through_as_often_as_was_said() -> None:
    due = REGISTERS[Name.ACCOUNTS].due
    assert due(a_draft(Name.ACCOUNTS)) == "2026-11-16"
    assert due(a_draft(Name.ACCOUNTS, checked_on="")) == "2026-09-14"
    assert due(a_draft(Name.ACCOUNTS, check_every="")) == ""
    assert due(a_draft(Name.ACCOUNTS, standing="closed")) == ""
    assert not REGISTERS[Name.ACCOUNTS].is_open(a_draft(Name.ACCOUNTS, standing="closed"))


def test_that_a_consent_is_of_a_child_with_a_record() -> None:
    assert wrong(a_draft(Name.PHOTO_CONSENT)) == {"child": "not_known"}


def test_that_a_consent_in_writing_says_who_why_when_and_where() -> None:
    bare = {"giver": "", "giver_is": "", "signed_on": "", "display": "", "website": ""}
    assert wrong(a_draft(Name.PHOTO_CONSENT, CHILD, **bare)) == {
        "giver": "missing",
        "giver_is": "missing",
        "signed_on": "missing",
        "display": "nowhere",
    }
    assert wrong(a_draft(Name.PHOTO_CONSENT, CHILD, **bare, standing="refused")) == {}


def test_that_a_consent_begins_before_today_and_ends_after_it_began() -> None:
    ahead = a_draft(Name.PHOTO_CONSENT, CHILD, signed_on="2026-11-20")
    assert wrong(ahead) == {"signed_on": "not_yet"}
    over = a_draft(Name.PHOTO_CONSENT, CHILD, expires="2026-09-03")
    assert wrong(over) == {"expires": "before_it_began"}
    due = REGISTERS[Name.PHOTO_CONSENT].due
    assert due(a_draft(Name.PHOTO_CONSENT)) == "2026-11-24"
    assert due(a_draft(Name.PHOTO_CONSENT, standing="withdrawn")) == ""


DECIDED = {
    "decision": "agreed",
    "decided_by": "Hester Winterbourne",
    "decided_on": "2026-11-18",
    "decision_why": "It is read by a teacher first.",
}


def test_that_a_proposal_and_its_decision_are_two_acts() -> None:
    assert wrong(a_draft(Name.APPROVALS, **DECIDED)) == dict.fromkeys(DECIDED, "two_acts")


def test_that_the_role_that_decides_decides_without_a_word_about_how_it_is_known() -> None:
    proposed = a_draft(Name.APPROVALS)
    decided = a_draft(Name.APPROVALS, **DECIDED)
    head = Occasion(NOW, Role.HEAD, proposed, mine=False)
    assert wrong(decided, head) == {}
    assert REGISTERS[Name.APPROVALS].is_open(proposed)
    assert not REGISTERS[Name.APPROVALS].is_open(decided)


@pytest.mark.parametrize(
    "when",
    [
        Occasion(NOW, Role.DSL, a_draft(Name.APPROVALS), mine=False),
        Occasion(NOW, Role.HEAD, a_draft(Name.APPROVALS), mine=True),
    ],
)
def test_that_anybody_else_writes_down_how_they_know_of_a_decision(when: Occasion) -> None:
    assert wrong(a_draft(Name.APPROVALS, **DECIDED), when) == {"told_how": "not_yours"}
    told = a_draft(Name.APPROVALS, **DECIDED, told_how="Her letter of 18 November")
    assert wrong(told, when) == {}


def test_that_nobody_decides_on_their_own_proposal_or_tomorrow_or_without_a_why() -> None:
    head = Occasion(NOW, Role.HEAD, a_draft(Name.APPROVALS), mine=False)
    own = {**DECIDED, "decided_by": "Lena Harebell", "decided_on": "2026-11-20"}
    found = wrong(a_draft(Name.APPROVALS, **own), head)
    assert found == {"decided_by": "own_proposal", "decided_on": "not_yet"}
    bare = a_draft(Name.APPROVALS, decision="refused")
    assert set(wrong(bare, head)) == {"decided_by", "decided_on", "decision_why"}


def test_that_a_decision_by_somebody_the_policy_does_not_name_says_how_it_came_about() -> None:
    proposed = a_draft(Name.APPROVALS)
    leaders = Occasion(NOW, Role.HEAD, proposed, mine=False, deciders=("leaders",))
    assert wrong(a_draft(Name.APPROVALS, **DECIDED), leaders) == {"told_how": "not_as_policy"}
    told = a_draft(Name.APPROVALS, **DECIDED, told_how="The leaders were away; she decided")
    assert wrong(told, leaders) == {}
    both = Occasion(NOW, Role.HEAD, proposed, mine=False, deciders=("leaders", "head"))
    assert wrong(a_draft(Name.APPROVALS, **DECIDED), both) == {}


def test_that_a_decided_proposal_can_be_mended_by_anybody() -> None:
    decided = a_draft(Name.APPROVALS, **DECIDED)
    mended = a_draft(Name.APPROVALS, **DECIDED, platform="A blog")
    assert wrong(mended, occasion(decided)) == {}
    assert wrong(a_draft(Name.APPROVALS, ends="2026-01-01", begins="2026-02-01")) == {
        "ends": "before_it_began"
    }


def test_that_a_departure_that_was_taken_says_when_and_advice_says_what() -> None:
    assert wrong(a_draft(Name.DEPARTURES, at="")) == {"at": "missing"}
    assert wrong(a_draft(Name.DEPARTURES, at="", standing="proposed")) == {}
    assert wrong(a_draft(Name.DEPARTURES, hr_on="2026-11-16")) == {"hr_advice": "missing"}
    assert not REGISTERS[Name.DEPARTURES].is_open(a_draft(Name.DEPARTURES, outcome="agreed"))


def test_that_an_attempt_names_two_people_and_what_was_done() -> None:
    same = a_draft(Name.CONTACT_ATTEMPTS, adult="Wren Tamarisk")
    assert wrong(same) == {"adult": "same_person"}
    found = wrong(a_draft(Name.CONTACT_ATTEMPTS, arrived="answered", parents="no"))
    assert found == {"response": "missing", "parents_why": "missing"}


def test_that_who_has_signed_has_signed_on_a_day_after_the_advice() -> None:
    unsigned = a_draft(Name.ACKNOWLEDGEMENTS, acknowledged_on="")
    assert wrong(unsigned) == {"acknowledged_on": "missing"}
    early = a_draft(Name.ACKNOWLEDGEMENTS, acknowledged_on="2026-09-01")
    assert wrong(early) == {"acknowledged_on": "before_it_began"}
    ahead = a_draft(
        Name.ACKNOWLEDGEMENTS, advised_on="2026-11-20", acknowledged="not_yet", acknowledged_on=""
    )
    assert wrong(ahead) == {"advised_on": "not_yet"}
    assert REGISTERS[Name.ACKNOWLEDGEMENTS].is_open(ahead)


def test_that_filtering_is_looked_at_within_a_year_and_what_is_wrong_is_mended() -> None:
    assert wrong(a_draft(Name.FILTERING)) == {}
    assert wrong(a_draft(Name.FILTERING, looked_on="2026-12-01")) == {
        "looked_on": "not_yet",
        "next_look": "before_it_began",
    }
    assert wrong(a_draft(Name.FILTERING, next_look="2027-01-15")) == {"next_look": "over_a_year"}
    assert wrong(a_draft(Name.FILTERING, result="to_mend")) == {"to_do": "missing"}
    unread = a_draft(Name.FILTERING, looked_on="soon", next_look="later")
    assert wrong(unread) == {"looked_on": "not_a_day", "next_look": "not_a_day"}


def test_that_an_entry_of_before_was_under_no_policy() -> None:
    register = REGISTERS[Name.FILTERING]
    body = register.kind.body(register.said(a_draft(Name.FILTERING)), "Maya Fernsby")
    fields = {name: one for name, one in body.fields.items() if name != "policy"}
    assert register.kind.said_in(replace(body, schema=1, fields=fields)).draft.policy == NO_POLICY


def test_that_an_entry_comes_back_from_the_ledger_as_it_was_written() -> None:
    register = REGISTERS[Name.DEPARTURES]
    draft = RegisterDraft(
        Name.DEPARTURES, {**a_draft(Name.DEPARTURES).answers, "why": " A reason "}, {"who": CHILD}
    )
    body = register.kind.body(register.said(draft), "Maya Fernsby")
    assert body.names["subject"] == body.names["people"] == "Lena Harebell"
    fields = body.fields
    assert isinstance(fields["answers"], dict)
    assert fields["answers"]["why"] == "A reason"
    assert fields["people"] == {"who": CHILD}
    assert register.title_of(draft) == "Lena Harebell"
    assert register.title_of(RegisterDraft(Name.DEPARTURES, {})) == "Departures from the policy"
