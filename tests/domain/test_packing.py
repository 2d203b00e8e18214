from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsl_desk.domain.packing import (
    Json,
    PackingError,
    canonical_json,
    pack,
    pack_number,
    unpack,
    unpack_number,
)

FIELDS = st.lists(st.binary(max_size=40), max_size=8)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(FIELDS)
def test_that_unpacking_gives_back_every_field(fields: list[bytes]) -> None:
    assert list(unpack(pack(fields))) == fields


@given(FIELDS, FIELDS)
def test_that_two_lists_of_fields_never_share_their_bytes(
    one: list[bytes], other: list[bytes]
) -> None:
    assert (pack(one) == pack(other)) == (one == other)


@given(FIELDS.filter(bool), st.data())
def test_that_packed_bytes_cut_short_are_refused_or_are_fewer_whole_fields(
    fields: list[bytes], data: st.DataObject
) -> None:
    packed = pack(fields)
    cut = packed[: data.draw(st.integers(0, len(packed) - 1))]
    try:
        assert pack(unpack(cut)) == cut
    except PackingError:
        return


def test_that_a_length_cut_short_is_refused() -> None:
    with pytest.raises(PackingError):
        unpack(b"\0\0\0")


def test_that_a_field_cut_short_is_refused() -> None:
    with pytest.raises(PackingError):
        unpack(b"\0\0\0\2x")


@given(st.integers(0, 2**64 - 1))
def test_that_a_number_comes_back(number: int) -> None:
    assert unpack_number(pack_number(number)) == number


def test_that_a_number_of_another_length_is_refused() -> None:
    with pytest.raises(PackingError):
        unpack_number(b"\0" * 7)


@given(JSON)
def test_that_canonical_json_reads_back_and_is_spelled_one_way(value: Json) -> None:
    try:
        written = canonical_json(value)
    except PackingError:  # a lone half of a pair has no UTF-8
        return
    assert json.loads(written) == value
    assert canonical_json(json.loads(written)) == written


def test_that_the_order_keys_were_given_in_does_not_matter() -> None:
    assert canonical_json({"b": 1, "a": "é"}) == b'{"a":"\xc3\xa9","b":1}'


@pytest.mark.parametrize("value", [1.5, {1: "x"}, {"x": [b"bytes"]}, "\ud800"])
def test_that_what_has_no_single_spelling_is_refused(value: Json) -> None:
    with pytest.raises(PackingError):
        canonical_json(value)


def test_that_a_refusal_does_not_carry_the_words() -> None:
    with pytest.raises(PackingError) as refusal:
        canonical_json("Wren Tamarisk \ud800")
    assert "Tamarisk" not in repr(refusal.value)
    assert refusal.value.__cause__ is None
