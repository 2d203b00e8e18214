from __future__ import annotations

from dataclasses import replace

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.fields import Fields
from dsl_desk.domain.identity import (
    IDENTITY,
    MOST_PAST,
    IdentityDraft,
    Sureness,
    plain_handle,
    said_of_identity,
    where_identities_are_kept,
)
from dsl_desk.domain.person import PersonKind
from dsl_desk.domain.person_ref import PersonRef

WREN = PersonRef("Wren Tamarisk", "0a" * 16)
QUIET = IdentityDraft(
    "Chirrup",
    "@quiet_fern",
    ("fern2015",),
    Sureness.SAID,
    "2026-09-01",
    "2026-11-19",
    WREN,
    "Wren showed it to Miss Harebell",
)


def test_that_accounts_of_staff_are_kept_with_staff_and_all_others_with_the_children() -> None:
    parts = {kind: where_identities_are_kept(kind) for kind in (*PersonKind, None)}
    assert parts.pop(PersonKind.STAFF) is Compartment.STAFF
    assert set(parts.values()) == {Compartment.CHILDREN}


@pytest.mark.parametrize("draft", [QUIET, replace(QUIET, person=None, basis="", past=())])
def test_that_an_account_comes_back_from_an_entry_as_it_went_in(draft: IdentityDraft) -> None:
    body = IDENTITY.body(said_of_identity(draft), "Maya Fernsby")
    assert IDENTITY.of_fields(Fields(dict(body.fields))) == draft
    assert draft.problems() == ()


def test_that_nobody_is_said_to_hold_an_account_without_a_basis() -> None:
    assert replace(QUIET, basis=" ").problems() == (Problem("basis", "missing"),)
    assert replace(QUIET, person=None, basis="").problems() == ()


def test_that_every_problem_of_an_account_is_told_at_once() -> None:
    wrong = IdentityDraft(" ", "", ("",), first_seen="soon", last_seen="2026-02-30")
    assert set(wrong.problems()) == {
        Problem("platform", "missing"),
        Problem("handle", "missing"),
        Problem("past", "missing"),
        Problem("first_seen", "not_a_day"),
        Problem("last_seen", "not_a_day"),
    }
    late = replace(QUIET, last_seen="2026-08-01", past=("x",) * (MOST_PAST + 1))
    assert set(late.problems()) == {
        Problem("past", "too_many"),
        Problem("last_seen", "before_it_began"),
    }


def test_that_the_name_of_an_account_is_the_same_however_it_is_typed() -> None:
    assert plain_handle(" @Quiet_Fern ") == plain_handle("quiet_fern")
    assert plain_handle("quiet fern") == "quietfern"


def test_that_neither_a_name_nor_an_account_stands_in_what_a_log_would_show() -> None:
    assert "Wren" not in repr(QUIET)
    assert "fern" not in repr(QUIET)
