from __future__ import annotations

from dataclasses import replace

import pytest

from dsl_desk.domain.fields import Fields
from dsl_desk.domain.sharing_marks import Area, CopyDraft, CoverReason, Mark, MarkSort

FACE = Mark(MarkSort.COVER, Area(10, 20, 30, 40), CoverReason.OTHER_FACE)
NOTE = Mark(MarkSort.NOTE, Area(0, 0, 80, 20), words="This is the account")
ARROW = Mark(MarkSort.ARROW, Area(50, 50, -20, -30))


def problems(draft: CopyDraft) -> dict[str, str]:
    return {one.field: one.code for one in draft.problems()}


def test_that_every_cover_needs_a_reason_and_every_note_its_words() -> None:
    draft = CopyDraft((FACE, replace(FACE, reason=CoverReason.UNANSWERED), replace(NOTE, words="")))
    assert problems(draft) == {"mark_1": "no_reason", "mark_2": "missing"}
    assert not CopyDraft((FACE, NOTE, ARROW)).problems()


def test_that_a_copy_without_a_cover_says_that_nobody_is_to_be_covered() -> None:
    assert problems(CopyDraft((ARROW,))) == {"nothing_to_cover": "not_ticked"}
    assert not CopyDraft((ARROW,), nothing_to_cover=True).problems()


def test_that_more_marks_than_anybody_draws_are_refused() -> None:
    assert problems(CopyDraft((FACE,) * 201)) == {"marks": "too_many"}


def test_that_a_box_is_moved_and_stretched_but_keeps_a_least_size() -> None:
    assert FACE.moved(8, -8).area == Area(18, 12, 30, 40)
    assert FACE.stretched(-100, 8).area == Area(10, 20, 8, 48)
    assert ARROW.stretched(-8, 8).area == Area(50, 50, -28, -22)


@pytest.mark.parametrize(
    ("area", "within"),
    [
        (Area(-5, -5, 20, 20), Area(0, 0, 15, 15)),
        (Area(90, 90, 20, 20), Area(90, 90, 10, 10)),
        (Area(200, 200, 20, 20), Area(100, 100, 0, 0)),
        (Area(50, 50, -20, -30), Area(30, 20, 20, 30)),
        (Area(-50, 10, 20, 20), Area(0, 10, 0, 20)),
    ],
)
def test_that_only_what_lies_on_the_picture_is_covered(area: Area, within: Area) -> None:
    assert area.within(100, 100) == within


@pytest.mark.parametrize("mark", [FACE, NOTE, ARROW])
def test_that_a_mark_is_read_as_it_was_written(mark: Mark) -> None:
    assert Mark.of(Fields(dict(mark.fields()))) == mark


def test_that_what_hangs_over_the_edge_is_written_from_the_edge_on() -> None:
    hanging = FACE.moved(-15, -30)
    assert Mark.of(Fields(dict(hanging.fields()))).area == Area(0, 0, 25, 30)


def test_that_there_is_one_crop_and_marks_are_numbered_by_their_sort() -> None:
    crop, other = (Mark(MarkSort.CROP, Area(0, 0, side, side)) for side in (50, 60))
    draft = CopyDraft().with_mark(FACE).with_mark(crop).with_mark(FACE).with_mark(other)
    assert draft.crop == other.area
    assert [mark.sort for mark in draft.marks] == [MarkSort.COVER, MarkSort.COVER, MarkSort.CROP]
    assert [draft.number_of(at) for at in range(3)] == [1, 2, 1]
    assert draft.without(0).covers == (FACE,)
    assert draft.with_mark_at(1, ARROW).marks == (FACE, ARROW, other)
    assert draft.without(2).crop is None
