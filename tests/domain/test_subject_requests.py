"""A request to see what is kept: until when it is answered, and what stands in its way."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dsl_desk.domain.entry import Body, Entry
from dsl_desk.domain.member import Role
from dsl_desk.domain.registers.register import Occasion, RegisterDraft, RegisterName
from dsl_desk.domain.registers.subject_requests import (
    SUBJECT_REQUESTS,
    answer_by,
    begins,
    months_after,
)
from dsl_desk.domain.school_calendar import SchoolCalendar
from dsl_desk.domain.subject_facts import named_by
from dsl_desk.domain.subject_words import kind_in_words
from dsl_desk.domain.told_rows import rows_of
from dsl_desk.domain.working_days import WEEKENDS_ONLY, Calendar
from tests.builders import a_header
from tests.registers import a_draft

NOW = datetime(2026, 11, 19, 12, 14, tzinfo=UTC)
CHRISTMAS = Calendar(frozenset({date(2026, 12, 25), date(2026, 12, 28)}))


def an_entry_of(body: Body) -> Entry:
    return Entry(a_header(), body, b"e" * 32)


def asked(**answers: str) -> RegisterDraft:
    return a_draft(RegisterName.SUBJECT_REQUESTS, **answers)


def wrong(**answers: str) -> dict[str, str]:
    problems = SUBJECT_REQUESTS.problems(asked(**answers), Occasion(NOW, Role.DSL))
    return {one.field: one.code for one in problems}


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-11-16", 1, "2026-12-16"),
        ("2026-12-16", 1, "2027-01-16"),
        ("2027-01-31", 1, "2027-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-10-31", 14, "2027-12-31"),
    ],
)
def test_that_a_month_ends_on_its_own_day_or_on_its_last(day: str, months: int, later: str) -> None:
    assert months_after(date.fromisoformat(day), months).isoformat() == later


def last_day(calendar: Calendar = WEEKENDS_ONLY, /, **answers: str) -> str:
    return answer_by(asked(**answers), SchoolCalendar(calendar))["answer_by"]


def test_that_the_last_day_is_one_on_which_people_work() -> None:
    assert last_day(CHRISTMAS, received="2026-11-25") == "2026-12-29"
    assert last_day(received="2026-11-05") == "2026-12-07"
    assert last_day(received="2026-11-05", extended_why="Much to read") == "2027-02-05"
    assert last_day(received="") == ""


def test_that_proof_that_had_to_be_asked_for_begins_the_month() -> None:
    waited = {"identity": "asked", "identity_on": "2026-11-18"}
    assert begins(asked(**waited)) == "2026-11-18"
    assert begins(asked(identity="asked")) == "2026-11-16"
    assert begins(asked(identity="seen", identity_on="2026-11-18")) == "2026-11-16"
    assert last_day(**waited) == "2026-12-18"


def test_that_the_clock_stops_with_an_outcome_and_with_nothing_else() -> None:
    draft = asked(answer_by="2026-12-16")
    assert SUBJECT_REQUESTS.due(draft) == "2026-12-16"
    assert SUBJECT_REQUESTS.is_open(draft)
    done = replace(draft, answers={**draft.answers, "outcome": "part"})
    assert SUBJECT_REQUESTS.due(done) == ""
    assert not SUBJECT_REQUESTS.is_open(done)


def test_that_an_extension_is_told_within_the_first_month() -> None:
    why = {"extended_why": "Twelve years of records"}
    assert wrong(**why) == {"extended_told": "missing"}
    assert wrong(**why, extended_told="2026-11-18") == {}
    assert wrong(**why, received="2026-09-01", extended_told="2026-10-02") == {
        "extended_told": "after_a_month"
    }
    assert wrong(**why, received="not a day", extended_told="2026-10-02") == {
        "received": "not_a_day"
    }
    assert wrong(**why, extended_told="2026-11-20") == {"extended_told": "not_yet"}


def test_that_nothing_is_given_to_somebody_nobody_knows() -> None:
    over = {"outcome": "given", "answered_on": "2026-11-18", "searched": "Everything"}
    assert wrong(**over) == {}
    assert wrong(**over, identity="not_yet") == {"identity": "not_checked"}
    assert wrong(**over, identity="asked") == {"identity_on": "missing"}
    assert wrong(**{**over, "outcome": "withdrawn"}, identity="not_yet") == {}
    assert wrong(outcome="given") == {"answered_on": "missing", "searched": "missing"}
    assert wrong(answered_on="2026-11-18") == {"outcome": "missing"}


def test_that_all_a_body_says_is_told_and_no_key_and_no_id() -> None:
    entry = an_entry_of(
        Body(
            "step",
            1,
            fields={
                "words": "Rang her",
                "told_by": {"name": "Lena Harebell", "person": "a" * 32},
                "people": [{"name": "Rowan", "person": ""}, {"name": " ", "person": ""}],
                "concern": "0" * 32,
                "yes": True,
                "no": False,
                "nothing": None,
                "count": 3,
                "key": "secret",
            },
        )
    )
    rows = rows_of(entry.body)
    assert rows == (
        ("In words", "Rang her"),
        ("Told by", "Lena Harebell"),
        ("About", "Rowan"),
        ("Yes", "Yes"),
        ("Count", "3"),
    )
    assert [one.name for one in named_by(entry.body.fields)] == ["Lena Harebell", "Rowan"]


def test_that_an_entry_of_a_register_is_told_in_its_own_questions() -> None:
    register = SUBJECT_REQUESTS
    body = register.kind.body(register.said(asked()), "Maya Fernsby")
    rows = dict(rows_of(body))
    assert rows["Who asks?"] == "Carys Tamarisk"
    assert rows["When did it come?"] == "16 November 2026"


def test_that_every_kind_has_words() -> None:
    assert kind_in_words("subject_request") == "Register: access requests"
    assert kind_in_words("concern") == "Concern"
    assert kind_in_words("something_new") == "Something new"
