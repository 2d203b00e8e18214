from __future__ import annotations

import os

import pytest

from dsl_desk.app.handover import HandedKey, hand_over, take_over, wipe
from dsl_desk.system.frames import FrameError, PipeEndedError

KEY = bytes(range(32))


def test_that_member_and_key_arrive_as_they_were_handed_over() -> None:
    reading, writing = os.pipe()
    hand_over(writing, "mäya", bytearray(KEY))
    assert take_over(reading) == HandedKey("mäya", KEY)
    os.close(reading)
    os.close(writing)


def test_that_a_gate_that_ended_handed_nothing_over() -> None:
    reading, writing = os.pipe()
    os.close(writing)
    assert take_over(reading) is None
    os.close(reading)


@pytest.mark.parametrize("untrusted", [b"\x04", b"\x04maya", b"\x04maya" + KEY[:31]])
def test_that_a_key_cut_short_is_no_key(untrusted: bytes) -> None:
    reading, writing = os.pipe()
    os.write(writing, untrusted)
    os.close(writing)
    with pytest.raises(FrameError):
        take_over(reading)
    os.close(reading)


def test_that_a_name_that_is_no_text_is_refused_without_showing_it() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"\x01\xff" + KEY)
    with pytest.raises(FrameError) as refused:
        take_over(reading)
    assert refused.value.__cause__ is None
    os.close(reading)
    os.close(writing)


@pytest.mark.parametrize(("member", "key"), [("m" * 256, KEY), ("m", KEY[:31]), ("m", KEY + b"x")])
def test_that_only_a_whole_key_of_a_short_name_is_handed_over(member: str, key: bytes) -> None:
    with pytest.raises(FrameError):
        hand_over(-1, member, key)


def test_that_a_desk_that_has_gone_is_said() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with pytest.raises(PipeEndedError):
        hand_over(writing, "maya", KEY)
    os.close(writing)


def test_that_a_handed_key_does_not_show_itself() -> None:
    assert repr(HandedKey("maya", KEY)) == "HandedKey(member='maya')"


def test_that_a_wiped_buffer_holds_only_zeros() -> None:
    octets = bytearray(KEY)
    wipe(octets)
    assert octets == bytearray(32)
