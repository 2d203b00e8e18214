from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.fields import Fields
from dsl_desk.domain.person import (
    PERSON,
    PersonDraft,
    PersonKind,
    StaffKind,
    said_of_person,
    where_kept,
)

TODAY = date(2026, 11, 19)
WREN = PersonDraft(
    PersonKind.PUPIL,
    surname="Tamarisk",
    forename="Wrenna",
    known_as="Wren",
    born="2016-03-02",
    sex="F",
    upn="A123456789012",
    year="6",
    form="6H",
)
LENA = PersonDraft(PersonKind.STAFF, "Harebell", "Lena", staff_kind=StaffKind.TEACHER)


def test_that_families_are_kept_with_the_children_and_everybody_else_in_school() -> None:
    parts = {kind: where_kept(kind) for kind in PersonKind}
    assert parts.pop(PersonKind.FAMILY) is Compartment.CHILDREN
    assert set(parts.values()) == {Compartment.SCHOOL}


def test_that_somebody_is_called_by_the_name_they_are_known_as_and_is_on_paper_by_the_legal() -> (
    None
):
    assert (WREN.name, WREN.legal_name) == ("Wren Tamarisk", "Wrenna Tamarisk")
    assert (LENA.name, LENA.legal_name) == ("Lena Harebell", "Lena Harebell")


def test_that_an_agency_is_called_by_its_own_name() -> None:
    agency = PersonDraft(PersonKind.PROFESSIONAL, organisation="Sedge Vale Social Care")
    assert agency.name == agency.legal_name == "Sedge Vale Social Care"
    assert agency.problems(TODAY) == ()


def test_that_a_person_with_one_name_only_can_be_kept() -> None:
    assert PersonDraft(PersonKind.PUPIL, forename="Sorrel").problems(TODAY) == ()


def test_that_every_problem_is_told_at_once() -> None:
    wrong = PersonDraft(
        PersonKind.STAFF,
        known_as=" ",
        born="2027-01-01",
        upn="A12345678901",
        former_upn="a123456789012",
        role="x" * 201,
        starts="2026-02-30",
        ends="20260301",
    )
    assert set(wrong.problems(TODAY)) == {
        Problem("surname", "missing"),
        Problem("staff_kind", "missing"),
        Problem("born", "not_yet"),
        Problem("upn", "not_a_upn"),
        Problem("former_upn", "not_a_upn"),
        Problem("role", "too_long"),
        Problem("starts", "not_a_day"),
        Problem("ends", "not_a_day"),
    }


@pytest.mark.parametrize("upn", ["A123456789012", "A12345678901B", ""])
def test_that_a_upn_may_be_temporary_or_missing(upn: str) -> None:
    assert replace(WREN, upn=upn).problems(TODAY) == ()


def test_that_nobody_ends_before_they_began() -> None:
    wrong = replace(LENA, starts="2026-09-01", ends="2026-08-31")
    assert wrong.problems(TODAY) == (Problem("ends", "before_it_began"),)
    assert replace(LENA, starts="2026-09-01", ends="2026-09-01").problems(TODAY) == ()
    assert replace(LENA, ends="2026-09-01").problems(TODAY) == ()


@pytest.mark.parametrize("draft", [WREN, LENA])
def test_that_a_person_comes_back_from_an_entry_as_they_went_in(draft: PersonDraft) -> None:
    body = PERSON.body(said_of_person(draft), "Maya Fernsby")
    assert PERSON.of_fields(Fields(dict(body.fields))) == draft


def test_that_no_name_stands_in_what_a_log_would_show() -> None:
    assert "Tamarisk" not in repr(WREN)
