from __future__ import annotations

from dataclasses import replace
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsl_desk.domain.entry import Body, Head, Header, RollMark
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.entry_form import read_body, read_header, write_body, write_header
from dsl_desk.domain.ids import EntryId, MemberId, RecordId
from dsl_desk.domain.packing import PackingError, pack, unpack
from tests.builders import a_header

IDS = st.binary(min_size=16, max_size=16).map(bytes.hex)
HASHES = st.binary(min_size=32, max_size=32)
NUMBERS = st.integers(0, 2**64 - 1)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
MOMENTS = st.datetimes(timezones=st.just(UTC)).map(lambda moment: moment.isoformat())


def replacing(header: Header, replaced: list[EntryId]) -> Header:
    first = replaced[0] if replaced else None
    return replace(header, replaces=first, beside=tuple(replaced[1:]))


PLAIN_HEADERS = st.builds(
    Header,
    id=IDS.map(EntryId),
    record=IDS.map(RecordId),
    version=NUMBERS,
    replaces=st.none(),
    entry_class=st.sampled_from(EntryClass),
    author=IDS.map(MemberId),
    device=IDS,
    strand=IDS,
    number=NUMBERS,
    written_at=MOMENTS,
    hlc=NUMBERS,
    roll=st.builds(RollMark, NUMBERS, HASHES),
    epoch=NUMBERS,
    previous=HASHES,
    seen=st.lists(st.builds(Head, IDS, NUMBERS, HASHES), max_size=3).map(tuple),
    body_digest=HASHES,
    suite=NUMBERS,
    beside=st.just(()),
)
HEADERS = st.builds(replacing, PLAIN_HEADERS, st.lists(IDS.map(EntryId), max_size=3))
BODIES = st.builds(
    Body,
    kind=TEXT,
    schema=NUMBERS,
    happened_at=TEXT,
    reason=TEXT,
    names=st.dictionaries(TEXT, TEXT, max_size=3),
    fields=st.dictionaries(TEXT, TEXT | st.integers() | st.none(), max_size=4),
)


@given(HEADERS)
def test_that_a_header_reads_back_as_it_was_written(header: Header) -> None:
    assert read_header(write_header(header)) == header


@given(HEADERS, HEADERS)
def test_that_two_headers_never_share_their_bytes(one: Header, other: Header) -> None:
    assert (write_header(one) == write_header(other)) == (one == other)


@given(HEADERS, st.data())
def test_that_a_header_with_one_flipped_bit_is_another_header_or_none(
    header: Header, data: st.DataObject
) -> None:
    written = bytearray(write_header(header))
    bit = data.draw(st.integers(0, len(written) * 8 - 1))
    written[bit // 8] ^= 1 << bit % 8
    try:
        assert read_header(bytes(written)) != header
    except PackingError:
        return


@given(BODIES)
def test_that_a_body_reads_back_as_it_was_written(body: Body) -> None:
    assert read_body(write_body(body)) == body


@pytest.mark.parametrize(
    ("place", "bad"),
    [(0, b"another form"), (5, b"no such class"), (3, b"short"), (10, b"\xff"), (16, b"\0\0")],
)
def test_that_a_header_out_of_form_is_refused(place: int, bad: bytes) -> None:
    fields = list(unpack(write_header(a_header())))
    fields[place] = bad
    with pytest.raises(PackingError):
        read_header(pack(fields))


def test_that_a_header_with_a_field_too_many_is_refused() -> None:
    with pytest.raises(PackingError):
        read_header(write_header(a_header()) + pack((b"more",)))


@pytest.mark.parametrize("bad", [b"", b"[]", b'{"kind":1}', b"[" * 100_000])
def test_that_a_body_out_of_form_is_refused(bad: bytes) -> None:
    with pytest.raises(PackingError):
        read_body(bad)


@pytest.mark.parametrize(("field", "wrong"), [(4, b"\x01" * 17), (10, b"yesterday")])
def test_that_a_field_of_another_form_is_refused(field: int, wrong: bytes) -> None:
    fields = list(unpack(write_header(a_header())))
    fields[field] = wrong
    with pytest.raises(PackingError):
        read_header(pack(fields))
