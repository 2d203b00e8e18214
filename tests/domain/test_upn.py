"""The check letter of a pupil number: known answers, and what is only doubted."""

from __future__ import annotations

import pytest

from dsl_desk.domain.upn import check_letter, looks_mistyped


@pytest.mark.parametrize(
    ("upn", "letter"),
    [
        ("B801200005001", "B"),  # 93 in all, 1 left over
        ("A801200005001", "B"),
        ("B207000016049", "P"),  # 266 in all, 13 left over; I, O and S are no letters here
        ("A00000000000B", "P"),  # a temporary one: B is 1, at place 13
        ("A00000000000I", ""),
    ],
)
def test_that_the_letter_is_worked_out_from_the_digits(upn: str, letter: str) -> None:
    assert check_letter(upn) == letter


@pytest.mark.parametrize(
    ("upn", "doubted"),
    [
        ("B801200005001", False),
        ("A801200005001", True),
        ("B801200005010", True),
        ("A00000000000I", True),
        ("B80120000500", False),  # not a number yet: another question
        ("", False),
    ],
)
def test_that_only_a_whole_number_is_doubted(upn: str, doubted: bool) -> None:  # noqa: FBT001  # pytest hands it over
    assert looks_mistyped(upn) is doubted
