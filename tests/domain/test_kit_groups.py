from __future__ import annotations

import pytest

from dsl_desk.domain.kit_groups import grouped, groups_that_differ, signs_of

CODE = "RMSVQ-BNKT3-RFBPE-067CA-3SW57-HWAD6"


@pytest.mark.parametrize(
    ("typed", "signs"),
    [
        ("rmsvq bnkt3", "RMSVQBNKT3"),
        ("O67CA", "067CA"),
        ("i l I L o", "11110"),
        (" -\t\u2013\u2014\n", ""),
    ],
)
def test_that_what_is_typed_is_read_as_people_mean_it(typed: str, signs: str) -> None:
    assert signs_of(typed) == signs


def test_that_a_code_falls_into_groups_and_what_is_too_much_falls_away() -> None:
    assert grouped("rmsvqbnkt3rf") == "RMSVQ-BNKT3-RF"
    assert grouped(CODE.lower().replace("-", " ") + " and more") == CODE


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        (CODE, ()),
        (CODE.replace("067CA", "O67CA"), ()),
        (CODE.replace("067CA", "067CB"), (4,)),
        (CODE.replace("RMSVQ", "RMSQV").replace("HWAD6", "HWAD9"), (1, 6)),
        ("", (1, 2, 3, 4, 5, 6)),
        ("RMSVQ", (2, 3, 4, 5, 6)),
    ],
)
def test_that_the_groups_that_differ_are_named(typed: str, groups: tuple[int, ...]) -> None:
    assert groups_that_differ(typed, CODE) == groups
