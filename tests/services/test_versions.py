"""A concern changed: what it said before stays, and says who changed it, when and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import (
    ChangedSinceError,
    DraftError,
    Problem,
    RecordDisposedError,
)
from tests.builders import a_concern_draft, an_entry_id

if TYPE_CHECKING:
    from dsl_desk.domain.concern import Concern
    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock

WHY = "She remembered more"


@pytest.fixture
def first(desk: Desk, clock: FakeClock) -> Concern:
    draft = a_concern_draft(words="Wren was alone")
    return desk.concerns.record(draft, an_entry_id(clock)).answer


def changed(desk: Desk, clock: FakeClock, of: Concern, words: str) -> Concern:
    clock.advance(minutes=1)
    draft = a_concern_draft(words=words)
    done = desk.concerns.add_version(of.entry.id, draft, f" {WHY} ", an_entry_id(clock))
    assert done.things == {Thing.CONCERNS}
    return done.answer


def test_that_a_version_keeps_the_reference_and_says_why(
    desk: Desk, clock: FakeClock, first: Concern
) -> None:
    second = changed(desk, clock, first, "Wren was with Robin")
    assert (second.id, second.ref, second.version) == (first.id, first.ref, 2)
    assert (second.reason, second.draft.words) == (WHY, "Wren was with Robin")
    assert desk.concerns.open(first.id) == second
    assert desk.concerns.versions(first.id) == (first, second)
    assert desk.concerns.page(0, 9).total == 1


def test_that_a_change_needs_a_reason_and_a_good_draft(
    desk: Desk, clock: FakeClock, first: Concern
) -> None:
    with pytest.raises(DraftError) as told:
        desk.concerns.add_version(first.entry.id, a_concern_draft(words=""), "", an_entry_id(clock))
    assert told.value.problems == (Problem("words", "missing"), Problem("reason", "missing"))
    assert len(desk.concerns.versions(first.id)) == 1


def test_that_trying_again_makes_no_third_version(
    desk: Desk, clock: FakeClock, first: Concern
) -> None:
    name = an_entry_id(clock)
    one, other = (
        desk.concerns.add_version(first.entry.id, a_concern_draft(), WHY, name).answer
        for _ in range(2)
    )
    assert one == other
    assert len(desk.concerns.versions(first.id)) == 2


def test_that_an_old_page_changes_nothing(desk: Desk, clock: FakeClock, first: Concern) -> None:
    changed(desk, clock, first, "Wren was late")
    with pytest.raises(ChangedSinceError):
        changed(desk, clock, first, "from an old page")
    assert desk.concerns.apart() == ()


def test_that_when_it_happened_is_kept_beside_when_it_was_written(
    desk: Desk, clock: FakeClock
) -> None:
    draft = a_concern_draft(happened_at="2026-11-18T15:20")
    concern = desk.concerns.record(draft, an_entry_id(clock)).answer
    assert desk.concerns.open(concern.id).draft.happened.at == "2026-11-18T15:20"


def test_that_what_is_disposed_of_can_be_neither_read_nor_changed(
    desk: Desk, clock: FakeClock, first: Concern
) -> None:
    with desk.sitting.writing(Compartment.CHILDREN, EntryClass.DISPOSAL) as write:
        write.dispose(first.id, "Kept for as long as it had to be")
    for attempt in (
        lambda: desk.concerns.open(first.id),
        lambda: desk.concerns.versions(first.id),
        lambda: changed(desk, clock, first, "x"),
    ):
        with pytest.raises(RecordDisposedError):
            attempt()
    assert desk.search.find("wren", 0, 9).records == ()


def test_that_a_concern_is_found_by_its_words(desk: Desk, clock: FakeClock, first: Concern) -> None:
    desk.concerns.record(a_concern_draft(about="Robin Ash", words="late"), an_entry_id(clock))
    found = desk.search.find("alo", 0, 9)
    assert [hit.concern and hit.concern.id for hit in found.records] == [first.id]
    assert (found.total, found.left) == (1, 0)
