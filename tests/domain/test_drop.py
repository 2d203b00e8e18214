from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.drop import (
    LONGEST_NOTE,
    Left,
    LeftAbout,
    LeftSort,
    NoteDraft,
    Whom,
    fresh_code,
)
from dsl_desk.domain.fields import FieldError, Fields
from dsl_desk.domain.member import Role
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from dsl_desk.domain.packing import Json

LENA = NoteDraft(" At lunch. ", "Lena Harebell", "Room 4")


def a_left(whom: Whom | None = None) -> Left:
    at = FakeClock().now()
    return Left.fresh(LeftSort.NOTE, whom or Whom(LeftAbout.CHILD), LENA.as_json(), at)


@pytest.mark.parametrize(
    "whom",
    [
        Whom(LeftAbout.CHILD),
        Whom(LeftAbout.ADULT, "01" * 16),
        Whom(LeftAbout.ADULT, post=Role.HEAD),
    ],
)
def test_that_what_is_left_comes_back_as_it_was(whom: Whom) -> None:
    left = a_left(whom)
    assert Left.of(Fields.of_json(left.written())) == left


def test_that_a_note_is_trimmed_and_comes_back() -> None:
    assert NoteDraft.of(a_left().fields) == NoteDraft("At lunch.", "Lena Harebell", "Room 4")
    assert NoteDraft.of({}) == NoteDraft()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "01"),
        ("id", "zz" * 16),
        ("id", "FF" * 16),
        ("id", "ff" * 16),
        ("written_at", "yesterday"),
        ("written_at", "2026-11-19T12:14:00"),
        ("code", "x" * 17),
        ("sort", "parcel"),
        ("fields", []),
        ("fields", {"part": 0.5}),
        ("whom", {"about": "child", "member": "01", "post": ""}),
        ("whom", {"about": "child", "member": "", "post": "caretaker"}),
    ],
)
def test_that_what_no_program_of_ours_writes_is_refused(field: str, value: Json) -> None:
    fields = a_left().plain() | {field: value}
    with pytest.raises(FieldError):
        Left.of(Fields(fields))


def test_that_each_leaving_has_a_code_of_its_own() -> None:
    codes = {fresh_code() for _ in range(100)}
    assert len(codes) > 95
    assert all(len(code) == 7 and code[3] == "-" for code in codes)


def test_that_a_note_needs_words_and_nothing_else() -> None:
    assert NoteDraft("At lunch.").problems() == ()
    codes = {one.field: one.code for one in NoteDraft().problems()}
    assert codes == {"words": "missing"}
    long = replace(LENA, words="w" * (LONGEST_NOTE + 1), reach="r" * 201)
    assert {one.field: one.code for one in long.problems()} == {
        "words": "too_long",
        "reach": "too_long",
    }


def test_that_nothing_left_shows_its_words_to_whoever_prints_it() -> None:
    assert "lunch" not in repr(a_left()) + repr(LENA)
