from __future__ import annotations

import pytest

from dsl_desk.app import wire
from dsl_desk.system.frames import Frame, FrameError

WORDS = [
    wire.Painted(),
    wire.HandedOver(),
    wire.Covered("12"),
    wire.Cover("idle", "2026-11-19T12:14:00+00:00", {"who": "maya"}),
    wire.Waiting(),
    wire.Opened(),
    wire.Refused("VaultInUseError", {"who": "maya"}),
    wire.Beat(),
    wire.Lock("asked"),
    wire.Seal(),
    wire.Sealed(),
    wire.Quit(),
    wire.Training(),
]


@pytest.mark.parametrize("word", WORDS)
def test_that_a_word_comes_back_from_its_frame(word: wire.Word) -> None:
    assert wire.from_frame(wire.to_frame(word)) == word


def test_that_every_word_is_tried_above() -> None:
    assert {type(word) for word in WORDS} == set(wire.Word.__subclasses__())


def test_that_two_words_without_facts_are_not_the_same_word() -> None:
    words: list[wire.Word] = [wire.Seal(), wire.Sealed()]
    assert words[0] != words[1]


@pytest.mark.parametrize(
    "untrusted",
    [
        {},
        {"word": "Nonsense"},
        {"word": "Word"},
        {"word": "Lock"},
        {"word": "Seal", "more": "x"},
        {"word": "Lock", "why": 3},
        {"word": "Cover", "why": "idle", "at": "now", "facts": {"a": 1}},
        {"word": "Refused", "code": "x", "facts": ["a"]},
        {"word": ["Lock"]},
    ],
)
def test_that_what_is_no_word_of_ours_is_refused(untrusted: Frame) -> None:
    with pytest.raises(FrameError):
        wire.from_frame(untrusted)


def test_that_facts_about_people_are_not_shown_by_accident() -> None:
    assert "maya" not in repr(wire.Refused("VaultInUseError", {"who": "maya"}))
    assert "maya" not in repr(wire.Cover("VaultInUseError", "now", {"who": "maya"}))
