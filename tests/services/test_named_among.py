"""Who is named on a paper is found by an index: a larger school costs a paper nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typing_extensions import override

from dsl_desk.domain.cover import parts_of
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.person import PersonDraft, PersonKind, PersonRow
from dsl_desk.services.directory import Everybody

if TYPE_CHECKING:
    from collections.abc import Iterable

WORDS = "Wren Tamarisk told Lena Harebell of Linnet, and nobody of Pupil0007."


class Asked(frozenset[str]):
    """Words that count how many names were held against them."""

    looked_at = 0

    @override
    def issuperset(self, other: Iterable[object], /) -> bool:
        Asked.looked_at += 1
        return super().issuperset(other)


def row(number: int, forename: str, surname: str) -> PersonRow:
    draft = PersonDraft(PersonKind.PUPIL, surname, forename)
    return PersonRow(RecordId(f"{number:032x}"), EntryId(f"{number:032x}"), draft)


def a_school(size: int) -> Everybody:
    named = (("Wren", "Tamarisk"), ("Linnet", "Tamarisk"), ("Lena", "Harebell"), ("", "J"))
    letters = (f"{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10 % 10]}" for n in range(size))
    many = ((f"Sorrel{one}", f"Teasel{number}") for number, one in enumerate(letters))
    rows = [row(number, *names) for number, names in enumerate((*named, *many))]
    return Everybody({one.id: one for one in rows}, ())


def looked_at(everybody: Everybody) -> int:
    Asked.looked_at = 0
    everybody.named_among(Asked(parts_of((WORDS,))))
    return Asked.looked_at


def test_that_whoever_has_every_part_of_their_name_there_is_found_by_surname() -> None:
    found = a_school(40).named_among(frozenset(parts_of((WORDS,))))
    assert [one.name for one in found] == ["Lena Harebell", "Linnet Tamarisk", "Wren Tamarisk"]


def test_that_nobody_is_found_by_a_part_of_their_name() -> None:
    assert a_school(40).named_among(frozenset({"tamarisk", "harebell"})) == ()


@pytest.mark.parametrize("size", [40, 4000])
def test_that_as_many_names_are_looked_at_in_a_school_of_any_size(size: int) -> None:
    assert looked_at(a_school(size)) == 3
