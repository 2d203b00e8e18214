"""A parcel of another vault: taken in whole with signatures and origin, or refused in words."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.chronology import ItemSort
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.cover import NO_COVER, cover_of
from dsl_desk.domain.disk_errors import DiskFailedError
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.entry_form import write_body
from dsl_desk.domain.errors import RecordMissingError
from dsl_desk.domain.found_in import FoundIn
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.parcel import CarriedEntry, Contents, Signer, covered, is_plain, words_in
from dsl_desk.domain.parcel_errors import ParcelError, ParcelTrouble
from dsl_desk.domain.received import told_of
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services import parcels
from dsl_desk.services.parcels import LARGEST, MAGIC, Ready, open_parcel, read_parcel, seal
from tests.builders import an_entry_id
from tests.services.test_leaving_a_transfer import a_leaver, a_transfer_draft, the_wish
from tests.services.way_out import somebody

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dsl_desk.domain.packing import Json
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.parcels import Arrived
    from dsl_desk.storage.proof import Line
    from tests.fakes.clock import FakeClock

HERE = Compartment.CHILDREN


WORDS = "amber kettle river moss"


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


def a_parcel(desk: Desk, record: RecordId) -> bytes:
    gathered = desk.leaving.gather(the_wish(record))
    assert gathered.contents is not None
    cover = cover_of(gathered.named, a_transfer_draft(gathered).shown, record)
    return resealed(desk, covered(gathered.contents, cover))


def trouble(untrusted: bytes, passphrase: str) -> ParcelTrouble:
    with pytest.raises(ParcelError) as refused:
        open_parcel(untrusted, passphrase)
    return refused.value.trouble


def test_that_a_file_that_is_no_parcel_is_told_from_one_of_a_newer_program(parcel: bytes) -> None:
    words = WORDS
    assert trouble(b"%PDF-1.7", words) is ParcelTrouble.NOT_ONE
    assert trouble(b"", words) is ParcelTrouble.NOT_ONE
    newer = MAGIC.replace(b"1", b"2") + parcel[len(MAGIC) :]
    assert trouble(newer, words) is ParcelTrouble.NEWER
    assert trouble(MAGIC + b"short", words) is ParcelTrouble.DAMAGED


def test_that_wrong_words_open_nothing_and_spaces_do_not_count(parcel: bytes) -> None:
    assert trouble(parcel, "amber kettle river mouse") is ParcelTrouble.SHUT
    assert open_parcel(parcel, "  " + WORDS.replace(" ", "   ")).entries


def test_that_a_parcel_cut_short_or_changed_by_a_byte_is_refused(parcel: bytes) -> None:
    whole, words = parcel, WORDS
    assert trouble(whole[:-1], words) in (ParcelTrouble.SHUT, ParcelTrouble.DAMAGED)
    assert trouble(whole + b"x", words) in (ParcelTrouble.SHUT, ParcelTrouble.DAMAGED)
    for at in (len(MAGIC), len(MAGIC) + 20, len(MAGIC) + 34, len(whole) - 3):
        changed = bytearray(whole)
        changed[at] ^= 1
        assert trouble(bytes(changed), words) in (ParcelTrouble.SHUT, ParcelTrouble.DAMAGED)


def test_that_a_long_parcel_changed_at_its_end_is_damaged_and_not_shut(
    arrived: Arrived, desk: Desk
) -> None:
    long = replace(arrived.contents, entries=arrived.contents.entries * 40)
    whole = resealed(desk, long)
    changed = bytearray(whole)
    changed[-5] ^= 1
    assert trouble(bytes(changed), WORDS) is ParcelTrouble.DAMAGED


def test_that_a_file_too_large_is_not_even_opened(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(parcels, "LARGEST", 1024)
    file = tmp_path / "big.parcel"
    file.write_bytes(MAGIC + bytes(4096))
    assert len(read_parcel(file)) == 1025
    assert trouble(read_parcel(file), "any words") is ParcelTrouble.TOO_LARGE
    with pytest.raises(DiskFailedError):
        read_parcel(tmp_path)
    assert LARGEST > 1024


def resealed(desk: Desk, contents: Contents, **fields: object) -> bytes:
    """Seal contents anew as a sender who can sign an entry of their own, and nobody else's."""
    ready = parcels.make_ready(contents, NO_COVER, WORDS)
    return seal(ready, left_by(desk, {"beside": ready.sha256, **fields}))


def left_by(desk: Desk, fields: dict[str, object], kind: str = "export") -> Line:
    entry = an_entry_id(desk.sitting.clock)
    body = Body(kind, 2, names={"author": "Maya Fernsby"}, fields=fields)  # type: ignore[arg-type]  # plain JSON
    with desk.sitting.writing(HERE, EntryClass.EXPORT) as write:
        write.enter(Act(entry, RecordId(entry), EntryClass.EXPORT, body))
    (line,) = desk.sitting.part(HERE).ledger.lines_of(RecordId(entry))
    return line


def first(contents: Contents, change: Callable[[CarriedEntry], CarriedEntry]) -> Contents:
    entries = list(contents.entries)
    at = next(number for number, one in enumerate(entries) if not one.covered)
    entries[at] = change(entries[at])
    return replace(contents, entries=tuple(entries))


def other_words(entry: CarriedEntry) -> CarriedEntry:
    return replace(entry, body=entry.body.replace(b"Wren", b"Lark"))


def no_header(entry: CarriedEntry) -> CarriedEntry:
    return replace(entry, header=b"no header")


def other_signature(entry: CarriedEntry) -> CarriedEntry:
    return replace(entry, signature=bytes(64))


def not_a_body(entry: CarriedEntry) -> CarriedEntry:
    return replace(entry, body=b"{}")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (other_words, ParcelTrouble.SIGNATURE),
        (no_header, ParcelTrouble.DAMAGED),
        (other_signature, ParcelTrouble.SIGNATURE),
        (not_a_body, ParcelTrouble.DAMAGED),
    ],
)
def test_that_an_entry_that_is_not_as_it_was_signed_refuses_the_whole(
    desk: Desk,
    arrived: Arrived,
    change: Callable[[CarriedEntry], CarriedEntry],
    told: ParcelTrouble,
) -> None:
    assert trouble(resealed(desk, first(arrived.contents, change)), WORDS) is told


def test_that_covered_words_with_a_salt_are_taken_for_a_forgery(
    desk: Desk, arrived: Arrived
) -> None:
    forged = first(arrived.contents, lambda one: replace(other_words(one), covered=True))
    assert trouble(resealed(desk, forged), WORDS) is ParcelTrouble.SIGNATURE


def test_that_strangers_keys_that_are_none_and_a_missing_signer_are_refused(
    desk: Desk, arrived: Arrived
) -> None:
    contents = arrived.contents
    broken = tuple(replace(one, key=b"short") for one in contents.signers)
    assert trouble(resealed(desk, replace(contents, signers=broken)), WORDS) is (
        ParcelTrouble.SIGNATURE
    )
    nobody: tuple[Signer, ...] = ()
    assert trouble(resealed(desk, replace(contents, signers=nobody)), WORDS) is (
        ParcelTrouble.SIGNATURE
    )


def test_that_a_parcel_its_sender_did_not_sign_for_is_refused(desk: Desk, arrived: Arrived) -> None:
    contents = arrived.contents
    other = resealed(desk, contents, beside="0" * 64)
    assert trouble(other, WORDS) is ParcelTrouble.SIGNATURE
    ready = parcels.make_ready(contents, NO_COVER, WORDS)
    no_export = seal(ready, left_by(desk, {"beside": ready.sha256}, kind="export_refused"))
    assert trouble(no_export, WORDS) is ParcelTrouble.SIGNATURE


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"version": 2}, ParcelTrouble.NEWER),
        ({"form": "other"}, ParcelTrouble.DAMAGED),
        ({"entries": []}, ParcelTrouble.DAMAGED),
        ({"school": 7}, ParcelTrouble.DAMAGED),
    ],
)
def test_that_a_parcel_of_another_form_is_refused(
    desk: Desk, arrived: Arrived, change: dict[str, object], told: ParcelTrouble
) -> None:
    fields = {**json.loads(arrived.contents.written()), **change}
    ready = parcels.make_ready(arrived.contents, NO_COVER, WORDS)
    written = Ready(json.dumps(fields).encode(), ready.salt, ready.key)
    whole = seal(written, left_by(desk, {"beside": written.sha256}))
    assert trouble(whole, WORDS) is told


def hostile(desk: Desk, body: Body) -> Contents:
    """Return a parcel with one entry that its sender signed, and that no list could show."""
    entry = an_entry_id(desk.sitting.clock)
    with desk.sitting.writing(HERE, EntryClass.EXPORT) as write:
        write.enter(Act(entry, RecordId(entry), EntryClass.EXPORT, body))
    (line,) = desk.sitting.part(HERE).ledger.lines_of(RecordId(entry))
    assert line.salt is not None
    carried = CarriedEntry(line.header, line.signature, line.salt, write_body(body))
    me = desk.cases.book.page().members[0]
    signer = Signer(me.member.id, me.member.name, me.member.role.value, me.signing)
    return Contents("Sedge Vale School", "0a" * 16, "2026-11-19", {}, (carried,), (signer,))


def deep(levels: int) -> object:
    value: object = "here"
    for _level in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    "body",
    [
        Body("never_heard_of", 1, fields={"words": deep(200)}),  # type: ignore[dict-item]  # plain JSON
        Body("task", 1, fields={"title": "no day, no done"}),
        Body("concern", 1, fields={"about": {"far": "away"}}),
    ],
)
def test_that_what_no_list_could_show_is_refused_whoever_signed_it(desk: Desk, body: Body) -> None:
    # A body of a kind we know would go on our own shelves as it is written: it is sealed only.
    contents = hostile(desk, replace(body, kind="never_heard_of"))
    if body.kind == "never_heard_of":
        assert trouble(resealed(desk, contents), WORDS) is ParcelTrouble.DAMAGED
        return
    (one,) = contents.entries
    forged = replace(one, body=write_body(body), salt=b"", covered=True)
    damaged = replace(contents, entries=(forged,))
    assert trouble(resealed(desk, damaged), WORDS) is ParcelTrouble.DAMAGED


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
    assert ("Words", "quillwort") in view.told


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
    assert dict(told_of(body)) == {"Words": "Said", "People": "Wren", "Platform": "Discord"}
    assert words_in(write_body(body)).split("\n")[:1] == ["Wren"]
    assert words_in(b"no body") == ""
    assert is_plain({"a": [1]})
    assert not is_plain(deep(30))
