from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsl_desk.domain.conversation import (
    MOST_SHOTS,
    ConversationDraft,
    Meets,
    Shot,
    Speaker,
    begins_at,
    draft_of_fields,
    fields_of_draft,
)
from dsl_desk.domain.conversation_file import Stretch, stretches_of
from dsl_desk.domain.conversation_words import met, set_aside_words
from dsl_desk.domain.fields import Fields
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.shot_order import OrderBy, ordered

if TYPE_CHECKING:
    from dsl_desk.domain.evidence import Evidence

WREN = Speaker("wren.t", PersonRef("Wren Tamarisk"))
DRAFT = ConversationDraft("A chat", "A group", (Shot("a"), Shot("b")), (WREN,), "basis")


def wrong(**more: object) -> dict[str, str]:
    draft = replace(DRAFT, **more)  # type: ignore[arg-type]  # a test names fields it knows
    return {one.field: one.code for one in draft.problems()}


def test_that_a_conversation_with_a_title_and_pictures_can_be_kept() -> None:
    assert wrong() == {}
    assert begins_at(DRAFT) == ""
    assert begins_at(replace(DRAFT, shots=(Shot("a"), Shot("b", seen_at="2026-11-18")))) != ""


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"title": " "}, {"title": "missing"}),
        ({"place": "x" * 201}, {"place": "too_long"}),
        ({"shots": ()}, {"shots": "missing"}),
        ({"shots": (Shot("a"), Shot("a"))}, {"shots": "twice"}),
        ({"shots": tuple(Shot(str(n)) for n in range(MOST_SHOTS + 1))}, {"shots": "too_many"}),
        ({"shots": (Shot("a", seen_at="3ish"),)}, {"shots": "not_a_time"}),
        ({"shots": (Shot("a", words="x" * 20_001),)}, {"shots": "too_long"}),
        ({"shots": (Shot("a", note="\ud800"),)}, {"shots": "not_text"}),
        ({"speakers": (WREN, Speaker("WREN.T "))}, {"speakers": "twice"}),
        ({"speakers": (Speaker("", PersonRef("Wren Tamarisk")),)}, {"speakers": "missing"}),
    ],
)
def test_that_what_stands_in_the_way_is_said_beside_its_field(
    more: dict[str, object], expected: dict[str, str]
) -> None:
    assert wrong(**more) == expected


def test_that_a_draft_comes_back_from_its_fields() -> None:
    shot = Shot("a", Meets.GAP, "ten minutes", "2026-11-18T19:02", "wren.t: hi")
    draft = replace(DRAFT, shots=(shot, Shot("b", Meets.OVERLAPS)))
    assert draft_of_fields(Fields(fields_of_draft(draft))) == draft


def test_that_an_overlap_is_read_once_only_where_it_is_marked() -> None:
    first = Shot("a", words="wren.t: one\nwren.t: two")
    second = Shot("b", Meets.OVERLAPS, words="wren.t: two\nwren.t: three")
    draft = replace(DRAFT, shots=(first, second))
    told = stretches_of(draft)[1]
    assert [turn.words for turn in told.turns] == ["three"]
    assert met(told) == (
        "Overlaps the picture before: its first message stands in both and is read there."
    )
    draft = replace(DRAFT, shots=(first, replace(second, meets=Meets.FOLLOWS)))
    told = stretches_of(draft)[1]
    assert ([turn.words for turn in told.turns], told.shared) == (["two", "three"], 1)
    assert met(told) == ""


def test_that_gaps_and_overlaps_are_said_in_words() -> None:
    gap = Stretch(2, Shot("b", Meets.GAP, "Ten minutes"), ())
    assert met(gap) == "Gap: what came before this picture was not captured. Ten minutes"
    overlap = Stretch(2, Shot("b", Meets.OVERLAPS), ())
    assert met(overlap) == "Overlaps the picture before."
    both = replace(overlap, shared=2, told_before=True)
    assert "its first 2 messages stand in both and are read there" in met(both)
    assert set_aside_words(set_aside=True) != set_aside_words(set_aside=False)


def a_piece(name: str, taken_at: str = "") -> Evidence:
    facts = SimpleNamespace(name=name, taken_at=taken_at)
    return cast("Evidence", SimpleNamespace(captured=SimpleNamespace(facts=facts)))


def test_that_nine_comes_before_ten() -> None:
    pieces = {"a": a_piece("Shot 10.png"), "b": a_piece("shot 9.png")}
    shots = (Shot("a"), Shot("b"), Shot("lost"))
    assert [shot.evidence for shot in ordered(shots, pieces, OrderBy.NAME)] == ["b", "lost", "a"]


def test_that_the_time_of_the_file_is_an_order_too() -> None:
    pieces = {"a": a_piece("x", "2026-11-18T20:00"), "b": a_piece("x", "2026-11-18T19:00")}
    shots = (Shot("a"), Shot("b"))
    assert [shot.evidence for shot in ordered(shots, pieces, OrderBy.MADE)] == ["b", "a"]
    assert ordered(shots, {}, OrderBy.MADE) == shots


@given(st.lists(st.sampled_from(["", "2026-11-18T19:00", "2026-11-18T20:00", "2026-11-17"])))
def test_that_what_has_no_time_stays_behind_what_it_followed(times: list[str]) -> None:
    shots = tuple(Shot(str(number), seen_at=time) for number, time in enumerate(times))
    found = ordered(shots, {}, OrderBy.VISIBLE)
    assert sorted(shot.evidence for shot in found) == sorted(shot.evidence for shot in shots)
    known = [shot.seen_at for shot in found if shot.seen_at]
    assert known == sorted(known)
    for before, shot in pairwise(shots):
        if not shot.seen_at:
            assert found.index(shot) == found.index(before) + 1
