"""A parcel of another vault: taken in whole, with signatures and origin."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.documents.leaf import words_of
from dsl_desk.domain.chronology import ItemSort
from dsl_desk.domain.entry import Body
from dsl_desk.domain.entry_form import write_body
from dsl_desk.domain.errors import RecordMissingError
from dsl_desk.domain.found_in import FoundIn
from dsl_desk.domain.parcel import is_plain, words_in
from dsl_desk.domain.received import told_of
from dsl_desk.domain.registers.register import RegisterDraft
from dsl_desk.domain.registers.register import RegisterName as Name
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services import parcels
from dsl_desk.services.parcels import entry_in, open_parcel
from tests.builders import an_entry_id
from tests.conftest import FONTS
from tests.registers import a_draft
from tests.services.parcel_post import (
    HERE,
    WORDS,
    a_parcel,
    deep,
    hostile,
    resealed,
)
from tests.services.test_leaving_a_transfer import a_leaver, a_transfer_draft, the_wish
from tests.services.way_out import somebody

if TYPE_CHECKING:
    from dsl_desk.domain.packing import Json
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.parcels import Arrived
    from tests.fakes.clock import FakeClock


@pytest.fixture(autouse=True)
def _at_the_lowest_price(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch less: what a parcel really costs is asked where a paper leaves with one."""
    monkeypatch.setattr(parcels, "USUAL", FLOOR)


@pytest.fixture
def parcel(desk: Desk) -> bytes:
    """A parcel sealed as the way out does it, without the paper it goes beside."""
    return a_parcel(desk, a_leaver(desk))


@pytest.fixture
def arrived(parcel: bytes) -> Arrived:
    return open_parcel(parcel, WORDS)


def test_that_a_parcel_is_taken_in_with_origin_signatures_and_chronology(
    desk: Desk, arrived: Arrived
) -> None:
    sorrel = somebody(desk, "Sorrel Yarrow")
    taken = desk.parcels.take_in(arrived, sorrel).answer
    assert taken.new
    assert taken.entries == len(arrived.entries)
    rows = desk.chronology.of(sorrel.person, 0, 100).rows
    assert {row.sort for row in rows} == {ItemSort.RECEIVED}
    assert any(row.title == "File received from Fernhollow Primary School" for row in rows)
    assert any("Received from Fernhollow Primary School." in row.line for row in rows)
    parcel = desk.parcels.parcel(taken.record)
    assert (parcel.school, parcel.sha256) == ("Fernhollow Primary School", arrived.sha256)
    assert parcel.sent_by == "Maya Fernsby"
    for row in rows:
        view = desk.parcels.open(row.record)
        if row.record == taken.record:
            assert view is None
            continue
        assert view is not None
        assert view.author == "Maya Fernsby"
        assert view.as_signed is not view.draft.carried.covered
        assert view.known
        assert desk.parcels.parcel(row.record) == parcel
    assert desk.vault.check(lambda _checked, _of: None).entries


def test_that_the_same_parcel_again_changes_nothing(desk: Desk, arrived: Arrived) -> None:
    sorrel = somebody(desk, "Sorrel Yarrow")
    before = desk.parcels.take_in(arrived, sorrel).answer
    count = desk.sitting.part(HERE).ledger.count()
    again = desk.parcels.take_in(arrived, sorrel).answer
    assert (again.record, again.new) == (before.record, False)
    assert desk.sitting.part(HERE).ledger.count() == count


def test_that_taking_one_in_fills_what_the_register_asks_once_and_keeps_what_was_written(
    desk: Desk, arrived: Arrived
) -> None:
    sorrel = somebody(desk, "Sorrel Yarrow")
    said = {"asked_of": "Sedge Vale School", "asked_on": "2026-11-10", "kept_at": "The grey drive"}
    child = {"child": "Sorrel Yarrow"}
    draft = RegisterDraft(Name.FILES_RECEIVED, {**child, **said}, {"child": sorrel.person})
    record = desk.registers.record(draft, an_entry_id(desk.sitting.clock)).answer.id
    assert desk.parcels_registered.take_in(arrived, sorrel, record).answer.new
    entry = desk.registers.open(record)
    told = {name: entry.draft.said(name) for name in (*said, "answer", "form", "state")}
    assert told == {**said, "answer": "came", "form": "parcel", "state": "came"}
    assert entry.draft.said("came_from") == "Maya Fernsby, Fernhollow Primary School"
    assert entry.draft.said("received_by") == "Maya Fernsby"
    assert entry.draft.said("answered_on") == "2026-11-19"
    again = desk.parcels_registered.take_in(arrived, sorrel, record).answer
    assert not again.new
    assert desk.registers.open(record).version == entry.version == 2


def test_that_older_versions_are_kept_and_stand_in_no_list(desk: Desk, clock: FakeClock) -> None:
    record = a_leaver(desk)
    entry = desk.registers.open(record)
    clock.advance(seconds=1)
    draft = replace(entry.draft, answers={**entry.draft.answers, "contact": "01632 960 333"})
    desk.registers.change(entry.entry.id, draft, "Another number", an_entry_id(clock))
    arrived = open_parcel(a_parcel(desk, record), WORDS)
    sorrel = somebody(desk, "Sorrel Yarrow")
    desk.parcels.take_in(arrived, sorrel)
    rows = desk.chronology.of(sorrel.person, 0, 100).rows
    assert len(rows) == len({one.header.record for one in arrived.entries}) + 1
    assert len(arrived.entries) > len(rows) - 1


def test_that_what_came_is_found_by_its_words_and_leads_to_the_child(
    desk: Desk, arrived: Arrived
) -> None:
    sorrel = somebody(desk, "Sorrel Yarrow")
    before = desk.search.find("second thing", 0, 10).records
    desk.parcels.take_in(arrived, sorrel)
    found = desk.search.find("second thing", 0, 10)
    assert len(found.records) == len(before) + 1
    assert any(
        one.person == sorrel.person and FoundIn.RECEIVED in one.found_in for one in found.records
    )


def test_that_what_is_no_parcel_is_not_opened_as_one(desk: Desk) -> None:
    record = a_leaver(desk)
    assert desk.parcels.open(record) is None
    with pytest.raises(RecordMissingError):
        desk.parcels.parcel(record)


def test_that_an_entry_of_a_newer_program_is_kept_and_named_as_such(desk: Desk) -> None:
    body = Body("never_heard_of", 1, fields={"at": "never", "words": "quillwort"})
    contents = hostile(desk, body)
    arrived = open_parcel(resealed(desk, contents), WORDS)
    sorrel = somebody(desk, "Sorrel Yarrow")
    desk.parcels.take_in(arrived, sorrel)
    rows = desk.chronology.of(sorrel.person, 0, 10).rows
    (row,) = [one for one in rows if one.title == "Kept, not understood"]
    view = desk.parcels.open(row.record)
    assert view is not None
    assert not view.known
    assert ("In words", "quillwort") in view.told


def test_that_a_time_that_is_none_does_not_stop_a_list(desk: Desk) -> None:
    said = {"title": "Ring", "due": "", "who": "", "concern": "", "person": "x", "ref": ""}
    fields: dict[str, Json] = {**said, "note": "done", "done": True}
    body = Body("task", 1, fields=fields)
    contents = hostile(desk, replace(body, kind="never_heard_of"))
    (one,) = contents.entries
    known = replace(one, body=write_body(body), salt=b"", covered=True)
    arrived = open_parcel(resealed(desk, replace(contents, entries=(known,))), WORDS)
    sorrel = somebody(desk, "Sorrel Yarrow")
    desk.parcels.take_in(arrived, sorrel)
    assert all(row.at or row.written_at for row in desk.chronology.of(sorrel.person, 0, 9).rows)


def test_that_every_answer_of_a_body_is_told_but_for_ids() -> None:
    body = Body(
        "concern",
        1,
        fields={
            "words": "Said",
            "ref": "C-1",
            "record": "0a" * 16,
            "people": [{"name": "Wren", "person": "0b" * 16}, {"name": "Wren", "person": ""}],
            "where_online": {"platform": "Discord", "empty": ""},
            "count": 7,
        },
    )
    told = {"In words": "Said", "Its number": "C-1", "About": "Wren", "Platform": "Discord"}
    assert dict(told_of(body)) == {**told, "Count": "7"}
    assert words_in(write_body(body)).split("\n")[:1] == ["Wren"]
    assert words_in(b"no body") == ""
    assert is_plain({"a": [1]})
    assert not is_plain(deep(30))


def test_that_what_came_goes_on_in_full_with_the_file(desk: Desk, arrived: Arrived) -> None:
    sorrel = somebody(desk, "Sorrel Yarrow")
    desk.parcels.take_in(arrived, sorrel)
    draft = a_draft(Name.TRANSFERS, sorrel.person)
    entry = desk.registers.record(draft, an_entry_id(desk.sitting.clock)).answer
    gathered = desk.leaving.gather(the_wish(entry.id))
    leaf = gathered.leaf.answered(a_transfer_draft(gathered))
    words = words_of(leaf, FONTS)
    for told in (
        *("Received from Fernhollow Primary School", "A second thing", "Written by Maya Fernsby"),
        "covered another child's name",
    ):
        assert told in words
    assert gathered.contents is not None
    kinds = {entry_in(one).body.kind for one in gathered.contents.entries}
    assert {"parcel", "received_entry"} <= kinds


def test_that_what_came_goes_on_in_a_parcel_with_other_children_covered(
    desk: Desk, arrived: Arrived
) -> None:
    sorrel = somebody(desk, "Sorrel Yarrow")
    plain = {"people": ["Rowan", "Ashby"], "words": "Rowan Ashby wrote it"}
    told = hostile(desk, Body("never_heard_of", 1, fields=plain))
    desk.parcels.take_in(open_parcel(resealed(desk, told), WORDS), sorrel)
    desk.parcels.take_in(arrived, sorrel)
    draft = a_draft(Name.TRANSFERS, sorrel.person)
    entry = desk.registers.record(draft, an_entry_id(desk.sitting.clock)).answer
    onward = open_parcel(a_parcel(desk, entry.id), WORDS)
    written = onward.contents.written().decode()
    assert "Ashby" not in written
    ivy = somebody(desk, "Ivy Pipit")
    desk.parcels.take_in(onward, ivy)
    rows = desk.chronology.of(ivy.person, 0, 100).rows
    assert all(row.sort is ItemSort.RECEIVED for row in rows)
    for row in rows:
        desk.parcels.open(row.record)
