from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsl_desk.system.frames import (
    LIMIT,
    FrameError,
    PipeEndedError,
    read_exactly,
    read_frame,
    write_frame,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

Ends = tuple[int, int]


@pytest.fixture
def pipe() -> Iterator[Ends]:
    ends = os.pipe()
    yield ends
    for end in ends:
        try:
            os.close(end)
        except OSError:
            continue  # closed by the test


def written(octets: bytes) -> int:
    reading, writing = os.pipe()
    os.write(writing, octets)
    os.close(writing)
    return reading


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=50)


@given(frame=st.dictionaries(texts, texts | st.dictionaries(texts, texts, max_size=3), max_size=5))
def test_that_a_frame_comes_out_as_it_went_in(frame: dict[str, object]) -> None:
    reading, writing = os.pipe()
    write_frame(writing, frame)
    assert read_frame(reading) == frame
    os.close(reading)
    os.close(writing)


def test_that_two_frames_stay_two(pipe: Ends) -> None:
    write_frame(pipe[1], {"a": "1"})
    write_frame(pipe[1], {"b": "2"})
    assert [read_frame(pipe[0]), read_frame(pipe[0])] == [{"a": "1"}, {"b": "2"}]


def test_that_a_pipe_that_ends_between_frames_has_ended(pipe: Ends) -> None:
    os.close(pipe[1])
    assert read_frame(pipe[0]) is None


@pytest.mark.parametrize(
    "untrusted",
    [
        b"\0\0",
        b"\0\0\0\x05{}",
        b"\0\0\0\x05",
        (LIMIT + 1).to_bytes(4, "big") + b"{}",
        b"\0\0\0\x02no",
        b"\0\0\0\x02\xff\xff",
        b"\0\0\0\x02[]",
    ],
    ids=[
        "half a length",
        "half a body",
        "no body",
        "too large",
        "no JSON",
        "no UTF-8",
        "no object",
    ],
)
def test_that_what_is_no_frame_is_refused(untrusted: bytes) -> None:
    reading = written(untrusted)
    with pytest.raises(FrameError) as refused:
        read_frame(reading)
    os.close(reading)
    assert refused.value.__cause__ is None


def test_that_too_large_a_frame_is_not_even_begun(pipe: Ends) -> None:
    with pytest.raises(FrameError):
        write_frame(pipe[1], {"text": "x" * LIMIT})
    os.close(pipe[1])
    assert read_frame(pipe[0]) is None


def test_that_a_pipe_without_a_reader_is_said_to_have_ended(pipe: Ends) -> None:
    os.close(pipe[0])
    with pytest.raises(PipeEndedError):
        write_frame(pipe[1], {})


def test_that_bytes_are_collected_however_they_come(pipe: Ends) -> None:
    os.write(pipe[1], b"ab")
    os.write(pipe[1], b"cd")
    assert read_exactly(pipe[0], 3) == bytearray(b"abc")
