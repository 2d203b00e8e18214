from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsl_desk.domain.way_errors import WrongKitError
from dsl_desk.keys.kit_code import KIT_KEY_LENGTH, SIGNS, fresh_code, read_code

PLACES = st.integers(0, 29)
CODES = st.builds(fresh_code)


def with_sign(code: str, place: int, sign: str) -> str:
    signs = code.replace("-", "")
    return signs[:place] + sign + signs[place + 1 :]


def misread(code: str) -> bool:
    with pytest.raises(WrongKitError) as told:
        read_code(code)
    return told.value.misread


def test_that_a_code_is_six_groups_of_five_and_holds_130_bits() -> None:
    codes = {fresh_code() for _ in range(200)}
    assert len(codes) == 200
    for code in codes:
        assert [len(group) for group in code.split("-")] == [5] * 6
        assert set(code) <= set(SIGNS + "-")
        number = int.from_bytes(read_code(code), "big")
        assert len(read_code(code)) == KIT_KEY_LENGTH
        assert number < 2**130
    assert max(int.from_bytes(read_code(code), "big") for code in codes) > 2**128


def test_that_every_sign_of_a_code_counts() -> None:
    keys = {read_code(fresh_code()) for _ in range(200)}
    bits = range(130)
    assert all(len({int.from_bytes(key, "big") >> bit & 1 for key in keys}) == 2 for bit in bits)


@given(CODES, PLACES, st.sampled_from(SIGNS))
def test_that_any_one_wrong_sign_is_found(code: str, place: int, sign: str) -> None:
    wrong = with_sign(code, place, sign)
    if wrong == code.replace("-", ""):
        assert read_code(wrong) == read_code(code)
    else:
        assert misread(wrong)


def test_that_all_wrong_signs_and_all_swaps_of_some_codes_are_found() -> None:
    for code in (fresh_code() for _ in range(10)):
        signs = code.replace("-", "")
        for place, right in enumerate(signs):
            assert all(misread(with_sign(code, place, s)) for s in SIGNS if s != right)
            swapped = signs[:place] + signs[place + 1 : place + 2] + right + signs[place + 2 :]
            assert swapped == signs or misread(swapped)


@given(CODES, st.lists(st.tuples(PLACES, st.sampled_from(SIGNS)), min_size=1, max_size=4))
def test_that_up_to_four_wrong_signs_are_found(code: str, slips: list[tuple[int, str]]) -> None:
    wrong = code
    for place, sign in slips:
        wrong = with_sign(wrong, place, sign)
    if wrong != code.replace("-", ""):
        assert misread(wrong)


@given(CODES, st.integers(0, 28))
def test_that_two_neighbours_that_changed_places_are_found(code: str, place: int) -> None:
    signs = code.replace("-", "")
    swapped = signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :]
    if swapped != signs:
        assert misread(swapped)


@given(CODES)
def test_that_a_code_may_be_typed_as_people_type(code: str) -> None:
    key = read_code(code)
    for typed in (
        code.lower(),
        code.replace("-", " "),
        f" {code} \n",
        code.replace("0", "O").replace("1", "I"),
        code.replace("0", "o").replace("1", "l"),
        code.replace("-", "\u2013"),
    ):
        assert read_code(typed) == key


@pytest.mark.parametrize("typed", ["", "0QFQ8", "U" * 30, "0" * 29, "0" * 31, "\u00e9" * 30])
def test_that_what_is_no_code_is_told_as_misread(typed: str) -> None:
    assert misread(typed)


def test_that_no_code_is_all_of_one_sign_by_way_of_its_check_signs() -> None:
    # An all-zero word is a word of every such code; a fresh code is one of 2^130.
    assert read_code("0" * 30) == bytes(KIT_KEY_LENGTH)
