from __future__ import annotations

from typing import BinaryIO, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dsl_desk.storage.chunks import Opener, Sealer, chunks_of
from tests.storage.dribble import Dribble


@given(st.binary(max_size=3000), st.integers(min_value=1, max_value=700))
def test_that_chunks_put_together_are_the_content_and_only_the_end_is_last(
    content: bytes, size: int
) -> None:
    chunks = list(chunks_of(cast("BinaryIO", Dribble(content)), size))
    assert b"".join(chunk for chunk, _ in chunks) == content
    assert [last for _, last in chunks] == [False] * (len(chunks) - 1) + [True]
    assert all(len(chunk) == size for chunk, _ in chunks[:-1])


@settings(max_examples=60)
@given(order=st.permutations(range(4)))
def test_that_chunks_in_another_order_do_not_open(order: list[int]) -> None:
    sealer = Sealer(b"k" * 32, "01" * 16)
    chunks = [sealer.seal(bytes([number]) * 50, last=number == 3) for number in range(4)]
    opener = Opener(b"k" * 32, "01" * 16, sealer.head)
    opened = True
    try:
        for number, place in enumerate(order):
            opener.open(chunks[place], last=number == 3)
    except ValueError:
        opened = False
    assert opened is (order == [0, 1, 2, 3])


def test_that_a_chunk_of_another_file_does_not_open_even_under_the_same_key() -> None:
    here, there = Sealer(b"k" * 32, "01" * 16), Sealer(b"k" * 32, "02" * 16)
    chunk = there.seal(b"content", last=True)
    for head in (here.head, there.head):
        with pytest.raises(ValueError, match=r"^$"):
            Opener(b"k" * 32, "01" * 16, head).open(chunk, last=True)
    assert Opener(b"k" * 32, "02" * 16, there.head).open(chunk, last=True) == b"content"
