"""Kept filters: one's own, under a name, in the part they narrow; renamed, removed, undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import ConcernSort, ConcernState
from dsl_desk.domain.concern_list import ALL, Narrowing, Order, OrderBy, Wanted
from dsl_desk.domain.errors import DraftError, NameTakenError, Problem
from dsl_desk.domain.kept_filter import KeptFilter, KeptFilterDraft
from tests.builders import an_entry_id
from tests.services.staffroom import OWEN

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from tests.services.staffroom import Staffroom

NEW_THIS_WEEK = Narrowing(
    states=(ConcernState.NEW,),
    sorts=(ConcernSort.NUDES,),
    days=7,
    order=Order(OrderBy.WHOM, rising=True),
)


def kept(desk: Desk, name: str, narrowing: Narrowing = NEW_THIS_WEEK) -> KeptFilter:
    changed = desk.kept_filters.keep(
        KeptFilterDraft(name, narrowing), an_entry_id(desk.sitting.clock)
    )
    assert changed.things == {Thing.SETTINGS}
    return changed.answer


def names(desk: Desk) -> list[str]:
    return [one.draft.name for one in desk.kept_filters.list()]


def test_that_a_filter_comes_back_as_it_was_kept(desk: Desk) -> None:
    one = kept(desk, " Nudes, new ")
    assert desk.kept_filters.list() == (one,)
    assert one.draft == KeptFilterDraft("Nudes, new", NEW_THIS_WEEK)
    assert NEW_THIS_WEEK.wanted(date(2026, 11, 19)) == Wanted(
        states=(ConcernState.NEW,), sorts=(ConcernSort.NUDES,), since="2026-11-12"
    )
    assert desk.vault.check(lambda _done, _of: None).parts == tuple(Compartment)


def test_that_a_filter_of_nothing_wants_everything() -> None:
    assert Narrowing().wanted(date(2026, 11, 19)) == ALL
    assert not Narrowing(Compartment.STAFF).is_narrow
    assert Narrowing(days=7).is_narrow


def test_that_filters_stand_by_name_and_a_name_stands_once(desk: Desk) -> None:
    first = kept(desk, "waiting")
    kept(desk, "New")
    assert names(desk) == ["New", "waiting"]
    for act in (
        lambda: kept(desk, "WAITING"),
        lambda: desk.kept_filters.rename(first, "new", an_entry_id(desk.sitting.clock)),
    ):
        with pytest.raises(NameTakenError):
            act()
    for name, code in (("", "missing"), ("x" * 61, "too_long")):
        with pytest.raises(DraftError) as told:
            kept(desk, name)
        assert told.value.problems == (Problem("reason", code),)


def test_that_a_filter_is_renamed_removed_and_brought_back(desk: Desk) -> None:
    clock = desk.sitting.clock
    one = kept(desk, "New")
    one = desk.kept_filters.rename(one, "NEW", an_entry_id(clock)).answer
    assert names(desk) == ["NEW"]
    gone = desk.kept_filters.remove(one, an_entry_id(clock)).answer
    assert names(desk) == []
    assert gone.draft == replace(one.draft, removed=True)
    back = desk.kept_filters.bring_back(gone, an_entry_id(clock)).answer
    assert desk.kept_filters.list() == (back,)
    gone = desk.kept_filters.remove(back, an_entry_id(clock)).answer
    kept(desk, "new")
    with pytest.raises(NameTakenError):
        desk.kept_filters.bring_back(gone, an_entry_id(clock))


def test_that_nobody_is_shown_the_filters_of_others_or_of_a_part_they_cannot_read(
    school: Staffroom,
) -> None:
    with school.desk() as desk:
        kept(desk, "About adults", Narrowing(Compartment.STAFF, days=7))
        kept(desk, "New")
    with school.desk(OWEN) as desk:
        assert names(desk) == []
        kept(desk, "New")
        assert names(desk) == ["New"]
    with school.desk() as desk:
        assert names(desk) == ["About adults", "New"]
        desk.sitting.leave(Compartment.STAFF)
        assert names(desk) == ["New"]
