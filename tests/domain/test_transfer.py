"""Both time limits of a transfer, its states, and what its two registers ask."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from dsl_desk.domain.member import Role
from dsl_desk.domain.registers.all import REGISTERS
from dsl_desk.domain.registers.register import Occasion, RegisterDraft
from dsl_desk.domain.registers.register import RegisterName as Name
from dsl_desk.domain.school_calendar import (
    CALENDAR,
    CalendarDraft,
    Days,
    RetainedCopy,
    SchoolCalendar,
    Stretch,
)
from dsl_desk.domain.transfer import (
    ReceivedState,
    TransferState,
    limits_of,
    next_look,
    received_state,
    state_of,
)
from dsl_desk.domain.working_days import WEEKENDS_ONLY
from tests.registers import a_draft

TERMS = (
    Stretch("Autumn 2", "2026-11-02", "2026-12-18"),
    Stretch("Spring 1", "2027-01-04", "2027-02-12"),
)
OURS = SchoolCalendar(WEEKENDS_ONLY, CalendarDraft(terms=TERMS))
NOW = datetime(2026, 11, 19, 14, 0, tzinfo=UTC)


def wrong(draft: RegisterDraft) -> dict[str, str]:
    problems = REGISTERS[draft.register].problems(draft, Occasion(NOW, Role.DSL))
    return {one.field: one.code for one in problems}


def counted(draft: RegisterDraft, calendar: SchoolCalendar = OURS) -> dict[str, str]:
    return dict(REGISTERS[draft.register].completes(draft, calendar))


def test_that_in_the_year_five_school_days_count_from_the_last_day_here() -> None:
    limits = limits_of({"left_on": "2026-11-13"}, OURS)
    assert limits.in_year == date(2026, 11, 20)
    assert limits.new_term is None


def test_that_at_the_start_of_a_term_the_first_day_there_is_one_of_the_five() -> None:
    answers = {"left_on": "2026-12-18", "starts_on": "2027-01-04", "timing": "new_term"}
    limits = limits_of(answers, OURS)
    assert limits.new_term == date(2027, 1, 8)
    assert limits.counted("new_term") == date(2027, 1, 8)
    assert limits.counted("in_year") == limits.in_year == date(2027, 1, 8)


def test_that_the_school_says_which_days_are_counted_and_how_many() -> None:
    working = CalendarDraft(terms=TERMS, transfers=Days.WORKING, transfer_days=3)
    calendar = SchoolCalendar(WEEKENDS_ONLY, working)
    answers = {"left_on": "2026-12-18"}
    assert limits_of(answers, calendar).in_year == date(2026, 12, 23)
    assert next_look("2026-12-18", calendar) == "2026-12-23"
    assert next_look("", calendar) == ""


@pytest.mark.parametrize(("count", "code"), [(0, "not_a_count"), (16, "not_a_count"), (15, "")])
def test_that_a_count_of_days_has_a_limit(count: int, code: str) -> None:
    problems = CalendarDraft(transfer_days=count).problems()
    assert [one.code for one in problems] == ([code] if code else [])


def test_that_a_calendar_of_before_counts_five_days_and_keeps_every_copy() -> None:
    fields = dict(CALENDAR.to_fields(CalendarDraft(terms=TERMS)))
    for newer in ("transfer_days", "retained"):
        del fields[newer]
    (step,) = CALENDAR.steps
    read = step(fields)
    assert (read["transfer_days"], read["retained"]) == (5, "keep")


@pytest.mark.parametrize(
    ("answers", "made", "state"),
    [
        ({}, False, TransferState.NOT_MADE),
        ({}, True, TransferState.MADE),
        ({"sent_on": "2026-11-16"}, True, TransferState.SENT),
        ({"sent_on": "2026-11-16", "chased": "Rang them"}, True, TransferState.CHASED),
        ({"acknowledged_on": "2026-11-17"}, True, TransferState.ACKNOWLEDGED),
    ],
)
def test_that_a_file_is_made_sent_chased_and_signed_for(
    answers: dict[str, str], *, made: bool, state: TransferState
) -> None:
    assert state_of(answers, made=made) is state


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ({"answer": "waiting"}, ReceivedState.ASKED),
        ({"answer": "none"}, ReceivedState.NONE_HELD),
        ({"answer": "came", "receipt_on": "2026-11-16"}, ReceivedState.CAME),
        ({"answer": "came", "told": "The SENCO"}, ReceivedState.CAME),
        (
            {"answer": "came", "receipt_on": "2026-11-16", "told": "The SENCO"},
            ReceivedState.COMPLETE,
        ),
    ],
)
def test_that_a_file_received_is_settled_once_its_sender_and_the_staff_know(
    answers: dict[str, str], state: ReceivedState
) -> None:
    assert received_state(answers) is state


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"school": ""}, {"school"}),
        ({"to": "home"}, {"authority", "authority_on"}),
        ({"to": "unknown", "authority": "Admissions", "authority_on": "2026-11-16"}, set()),
        ({"timing": "new_term"}, {"starts_on"}),
        ({"sent_on": "2026-11-16"}, {"way", "apart", "sent_by"}),
        ({"sent_on": "2026-11-16", "dsl": ""}, {"dsl", "way", "apart", "sent_by"}),
        ({"starts_on": "2026-11-01"}, {"starts_on"}),
        ({"retained": "not_kept"}, {"retained_why"}),
        (
            {"acknowledged_on": "2026-11-16"},
            {"acknowledged_by", "acknowledged_how", "sent_on"},
        ),
    ],
)
def test_that_a_transfer_asks_for_what_has_to_be_known(
    changes: dict[str, str], fields: set[str]
) -> None:
    assert set(wrong(a_draft(Name.TRANSFERS, **changes))) == fields


def test_that_a_file_to_the_authority_needs_no_school() -> None:
    said = {"to": "home", "authority": "Ash Rookwood", "authority_on": "2026-11-16", "dsl": ""}
    sent = {"sent_on": "2026-11-16", "way": "by_hand", "apart": "yes", "sent_by": "Maya Fernsby"}
    assert wrong(a_draft(Name.TRANSFERS, **said, **sent, school="")) == {}


def test_that_no_way_goes_by_parents_or_by_the_ordinary_post() -> None:
    register = REGISTERS[Name.TRANSFERS]
    assert {one.code for one in register.blank("way").choices} == {"by_hand", "recorded", "secure"}
    assert wrong(a_draft(Name.TRANSFERS, way="parents")) == {"way": "not_a_choice"}


def test_that_what_is_counted_is_never_asked_for() -> None:
    asked = {one.name for one in REGISTERS[Name.TRANSFERS].asked}
    assert asked.isdisjoint({"due", "state"})
    told = counted(a_draft(Name.TRANSFERS, due="2031-01-01", state="acknowledged"))
    assert told == {"due": "2026-11-20", "state": "not_made"}
    assert counted(a_draft(Name.TRANSFERS, timing="", left_on=""))["due"] == ""


def test_that_a_receipt_is_chased_after_as_many_days_and_a_day_that_was_chosen_stays() -> None:
    assert counted(a_draft(Name.TRANSFERS, sent_on="2026-11-16"))["next_check"] == "2026-11-23"
    chosen = a_draft(Name.TRANSFERS, sent_on="2026-11-16", next_check="2026-11-18")
    assert "next_check" not in counted(chosen)
    due = REGISTERS[Name.TRANSFERS].due
    assert due(chosen) == "2026-11-18"
    assert due(a_draft(Name.TRANSFERS, due="2026-11-20")) == "2026-11-20"
    assert due(a_draft(Name.TRANSFERS, acknowledged_on="2026-11-18")) == ""
    assert REGISTERS[Name.TRANSFERS].is_open(chosen)


def test_that_the_rule_of_our_own_copy_is_the_schools() -> None:
    signed = a_draft(Name.TRANSFERS, sent_on="2026-11-16", acknowledged_on="2026-11-18")
    assert counted(signed)["retained"] == "kept"
    ask = SchoolCalendar(WEEKENDS_ONLY, CalendarDraft(retained=RetainedCopy.ASK))
    assert "retained" not in counted(signed, ask)


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"answer": "came"}, {"answered_on", "came_from", "received_by", "form", "kept_at"}),
        ({"answer": "none"}, {"answered_on", "came_from"}),
        ({"asked_of": "", "asked_on": ""}, {"asked_of", "asked_on"}),
        ({"receipt_on": "2026-11-16"}, {"answer"}),
    ],
)
def test_that_a_file_received_says_from_whom_when_how_and_where(
    changes: dict[str, str], fields: set[str]
) -> None:
    assert set(wrong(a_draft(Name.FILES_RECEIVED, **changes))) == fields


def test_that_whoever_does_not_answer_is_chased_until_they_do() -> None:
    register = REGISTERS[Name.FILES_RECEIVED]
    assert counted(a_draft(Name.FILES_RECEIVED))["next_check"] == "2026-11-16"
    came = {"answer": "came", "answered_on": "2026-11-18"}
    told = counted(a_draft(Name.FILES_RECEIVED, **came))
    assert told == {"state": "came", "next_check": "2026-11-25"}
    assert "next_check" not in counted(a_draft(Name.FILES_RECEIVED, next_check="2026-11-20"))
    assert counted(a_draft(Name.FILES_RECEIVED, answer="none")) == {"state": "none_held"}
    assert register.due(a_draft(Name.FILES_RECEIVED, next_check="2026-11-20")) == "2026-11-20"
    assert register.due(a_draft(Name.FILES_RECEIVED, answer="none", next_check="2026-11-20")) == ""
    assert register.is_open(a_draft(Name.FILES_RECEIVED))
