from __future__ import annotations

from dataclasses import replace

import pytest

from dsl_desk.domain.cover import Named, Showing
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.leaving import (
    HowItLeaves,
    LeavingDraft,
    PaperSort,
    Recipient,
    RecipientSort,
    Wish,
    first_shown,
    is_kept_from,
)
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.went_out import Left, copy_number

TANSY = Recipient(RecipientSort.OTHER_SCHOOL, PersonRef("Tansy Hollybank"), "Sedge Vale")
DRAFT = LeavingDraft(TANSY, "Wren moves there on 30 November")
OF = RecordId("0a" * 16)


def test_that_everything_that_is_missing_is_told_at_once() -> None:
    assert DRAFT.problems() == ()
    assert set(LeavingDraft(how=HowItLeaves.OPEN).problems()) == {
        Problem("sort", "missing"),
        Problem("who", "missing"),
        Problem("purpose", "missing"),
        Problem("unlocked_why", "missing"),
    }


def test_that_whoever_has_to_act_sees_names_unless_there_is_a_reason() -> None:
    covering = replace(DRAFT, shown={"0b": Showing.COVERED, "0c": Showing.SHOWN})
    assert covering.problems() == ()
    to_lado = replace(covering, recipient=replace(TANSY, sort=RecipientSort.LADO))
    assert to_lado.problems() == (Problem("covered_why", "missing"),)
    assert replace(to_lado, covered_why="Not concerned").problems() == ()
    also = replace(DRAFT, also=("Sedge Lane",))
    assert also.covers() == ("Sedge Lane",)
    assert covering.covers() == ("0b",)


def test_that_our_own_file_has_no_name() -> None:
    assert replace(DRAFT, recipient=Recipient(RecipientSort.OWN_FILE)).problems() == ()


def test_that_other_children_begin_under_an_alias_for_families_and_governors() -> None:
    wren = Named("0a", "Wren Tamarisk", child=True, about=True)
    linnet = Named("0b", "Linnet Tamarisk", child=True)
    lena = Named("0c", "Lena Harebell")
    everybody = (wren, linnet, lena)
    for sort in RecipientSort:
        shown = first_shown(everybody, sort)
        aliased = {key for key, how in shown.items() if how is Showing.ALIAS}
        families = {RecipientSort.PARENT, RecipientSort.PERSON_THEMSELVES, RecipientSort.GOVERNORS}
        assert aliased == ({"0b"} if sort in families else set())
    assert set(first_shown(everybody, None).values()) == {Showing.SHOWN}


@pytest.mark.parametrize(
    ("name", "person", "kept"),
    [
        ("Edmund Tamarisk", "", True),
        ("  edmund  TAMARISK ", "", True),
        ("Somebody Else", "0d", True),
        ("Edmund", "", False),
        ("", "", False),
    ],
)
def test_that_whoever_stands_as_not_shared_with_is_known_by_record_or_name(
    name: str, person: str, *, kept: bool
) -> None:
    listed = (PersonRef("Edmund Tamarisk", "0d"), PersonRef(""))
    assert is_kept_from(Recipient(RecipientSort.PARENT, PersonRef(name, person)), listed) is kept


def test_that_days_of_a_file_are_days_in_order() -> None:
    assert Wish(PaperSort.FILE, OF, "2026-11-01", "2026-11-30").problems() == ()
    wrong = Wish(PaperSort.FILE, OF, "yesterday", "2026-11-30").problems()
    assert wrong == (Problem("since", "not_a_day"),)
    turned = Wish(PaperSort.FILE, OF, "2026-11-30", "2026-11-01").problems()
    assert turned == (Problem("until", "before_it_began"),)


def test_that_the_entry_of_a_copy_says_for_whom_why_and_what_it_carries() -> None:
    open_file = replace(DRAFT, how=HowItLeaves.OPEN, unlocked_why="They have no reader")
    left = Left(Wish(PaperSort.ENTRY, OF), open_file, (OF,), 2, 3, "ab" * 32)
    fields = left.body("Maya Fernsby").fields
    assert fields["for"] == "other_school"
    assert fields["who"] == {"name": "Tansy Hollybank", "person": ""}
    assert fields["unlocked_why"] == "They have no reader"
    assert (fields["pages"], fields["version"], fields["carries"]) == (3, 2, [OF])
    nobody = Left(Wish(PaperSort.ENTRY, OF), LeavingDraft(), (), 1, 1, "")
    assert nobody.body("Maya Fernsby").fields["for"] == ""
    assert copy_number(EntryId("0" * 24 + "aea506cd")) == "aea5 06cd"
    assert TANSY.words() == "Tansy Hollybank, Sedge Vale"
