"""Everything a member may open, for a machine: what is in it, how it is locked, who is told."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

from dsl_desk.documents.machine_readable import _locked, _zipped, prove_locked
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.leaving import HowItLeaves, LeavingDraft, Recipient, RecipientSort
from dsl_desk.domain.leaving_errors import (
    Flaw,
    NothingInItError,
    NotProvedError,
)
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.today import NeedSort
from dsl_desk.domain.went_out import EVERYTHING
from tests.builders import a_concern_draft, an_entry_id
from tests.schemas import problems_with, records_schema
from tests.services.looking import a_picture, captured, decided
from tests.services.sealed import begin
from tests.services.sharing_day import a_copy
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN
from tests.services.way_out import a_concern_of, a_school, exports

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.services.desk import Desk
    from dsl_desk.services.leaving import Parcel
    from tests.services.staffroom import Staffroom

NEW_SYSTEM = Recipient(RecipientSort.OWN_FILE, PersonRef("Tansy Hollybank"), "The trust")
DRAFT = LeavingDraft(NEW_SYSTEM, "To move to another system")


def unlocked(content: bytes, passphrase: str) -> bytes:
    """Open a locked zip by the description of its format, without the library that made it."""
    name, extra = struct.unpack_from("<HH", content, 26)
    size = struct.unpack_from("<I", content, 18)[0]
    fields = content[30 + name : 30 + name + extra]
    mark, length, _vendor_version = struct.unpack_from("<HHH", fields)
    assert (mark, length, fields[6:8], fields[8]) == (0x9901, 7, b"AE", 3)
    body = content[30 + name + extra :][:size]
    salt, check, sealed, code = body[:16], body[16:18], body[18:-10], body[-10:]
    keys = PBKDF2HMAC(SHA1(), 66, salt, 1000).derive(passphrase.encode())  # noqa: S303 the format's
    assert keys[64:] == check
    sealer = HMAC(keys[32:64], SHA1())  # noqa: S303 as above
    sealer.update(sealed)
    assert sealer.finalize()[:10] == code
    # The format counts from its lowest byte, which no mode of the library does.
    blocks = Cipher(algorithms.AES(keys[:32]), modes.ECB()).encryptor()  # noqa: S305 as above
    out = b""
    for number, first in enumerate(range(0, len(sealed), 16), start=1):
        counter = number.to_bytes(16, "little")
        block = blocks.update(counter)
        out += bytes(
            one ^ other for one, other in zip(sealed[first : first + 16], block, strict=False)
        )
    return out


def taken_out(desk: Desk) -> Parcel:
    entry = an_entry_id(desk.sitting.clock)
    return desk.machine_readable.leave(DRAFT, entry).answer


def files_in(parcel: Parcel) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(unlocked(parcel.content, parcel.passphrase))) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_that_a_locked_file_opens_for_a_reader_that_did_not_write_it(desk: Desk) -> None:
    wren, *_others = a_school(desk)
    concern = a_concern_of(desk, wren)
    captured(desk, decided(desk, concern=concern.id, whose=wren).id)
    parcel = taken_out(desk)
    assert desk.machine_readable.gather().file_name == "records-2026-11-19.zip"
    assert len(parcel.passphrase.split()) == 8
    told = json.loads(files_in(parcel)["records.json"])
    assert problems_with(told, records_schema()) == []
    records = {one["id"]: one for one in told["records"]}
    assert records[concern.id]["versions"][0]["fields"]["words"] == concern.draft.words
    assert told["why"] == DRAFT.purpose
    kinds = {one["kind"] for one in told["records"]}
    assert kinds >= {"concern", "person", "viewing", "evidence", "identity"}
    assert not kinds & {"unlock", "opened", "evidence_file", "founding"}


def test_that_no_name_of_a_file_or_a_record_can_be_read_without_the_words(desk: Desk) -> None:
    wren, *_others = a_school(desk)
    a_concern_of(desk, wren)
    parcel = taken_out(desk)
    with zipfile.ZipFile(io.BytesIO(parcel.content)) as outside:
        assert outside.namelist() == ["records.zip"]
    for sign in (b"concern", b"Tamarisk", b"records.json"):
        assert sign not in parcel.content


def test_that_no_key_of_a_sealed_file_is_in_it(desk: Desk, tmp_path: Path) -> None:
    wren, *_others = a_school(desk)
    scan = tmp_path / "note.pdf"
    scan.write_bytes(b"%PDF-1.7 a scan")
    desk.papers.keep(a_concern_of(desk, wren).id, scan, an_entry_id(desk.sitting.clock))
    captured(desk, decided(desk, whose=wren).id)
    part = desk.sitting.part(Compartment.CHILDREN)
    keys = [
        str(entry.body.fields["key"])
        for entry in part.ledger.entries()
        if entry.body.kind in ("evidence_file", "paper")
    ]
    assert len(keys) == 2
    files = files_in(taken_out(desk))
    for key in keys:
        assert all(key.encode() not in content for content in files.values())


def test_that_what_was_captured_by_mistake_is_not_in_it_and_that_it_was_is(desk: Desk) -> None:
    wren, *_others = a_school(desk)
    basis = decided(desk, whose=wren).id
    mistaken, twice = captured(desk, basis), captured(desk, basis)
    kept = captured(desk, basis, a_picture(40))
    copy = a_copy(desk, mistaken)
    desk.quarantines.set_aside(mistaken.id, "By mistake", an_entry_id(desk.sitting.clock))
    told = {one.id: one.kind for one in desk.machine_readable.gather().records}
    for gone in (mistaken.id, twice.id, copy.id, mistaken.captured.file, copy.copied.file):
        assert gone not in told
    assert told[kept.id] == "evidence"
    assert "quarantine" in told.values()


def test_that_every_version_is_a_row_and_a_formula_is_a_word(desk: Desk) -> None:
    draft = a_concern_draft(words='=cmd|"/c calc"!A1')
    concern = desk.concerns.record(draft, an_entry_id(desk.sitting.clock)).answer
    clock = desk.sitting.clock
    again = replace(concern.draft, outcome="Done")
    desk.concerns.add_version(concern.entry.id, again, "Twice", an_entry_id(clock))
    table = files_in(taken_out(desk))["tables/concern.csv"].decode("utf-8-sig")
    assert "'=cmd|" in table
    assert ",=cmd" not in table
    assert table.count(concern.id) == 2
    assert table.splitlines()[0].startswith("part,id,ref,version,written_at,author")


def test_that_what_two_people_let_go_of_is_not_in_it(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        concern = desk.concerns.record(
            a_concern_draft(words="quillwort"), an_entry_id(desk.sitting.clock)
        ).answer
        proposal = desk.disposals.propose(
            concern.id, "Its day has come", an_entry_id(desk.sitting.clock), "Its day has come"
        ).answer
    with school.desk(OWEN) as desk:
        desk.disposals.agree(proposal.id, "Read it", an_entry_id(desk.sitting.clock))
        files = files_in(taken_out(desk))
    assert b"quillwort" not in b"".join(files.values())
    records = json.loads(files["records.json"])["records"]
    assert concern.id not in {one["id"] for one in records}


def test_that_each_part_says_what_came_out_of_it_and_of_no_other(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        said = a_concern_draft()  # no person is kept: School tells of it all the same
        desk.concerns.record(said, an_entry_id(desk.sitting.clock))
        parcel = taken_out(desk)
        told = json.loads(files_in(parcel)["records.json"])["records"]
        for part in Compartment:
            left = [
                one for one in exports(desk, part) if one.body.fields.get("paper") == EVERYTHING
            ]
            here = sum(one["part"] == part.value for one in told)
            assert [one.body.fields["records"] for one in left] == (
                [here] if here or part is Compartment.SCHOOL else []
            )
            assert all(one.body.fields["sha256"] == parcel.sha256 for one in left)


def test_that_a_sealed_case_is_not_in_it_and_nothing_tells_of_one(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        a_school(desk)
    with school.desk(HESTER) as desk:
        begin(desk, MAYA, words="quillwort")
        files = files_in(taken_out(desk))
    assert b"quillwort" not in b"".join(files.values())


def test_that_another_member_is_told_until_one_of_them_has_seen_it(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        a_school(desk)
        parcel = taken_out(desk)
        assert list(desk.machine_readable.needs()) == []
        desk.machine_readable.see(parcel.entry, an_entry_id(desk.sitting.clock))  # by herself
    with school.desk(OWEN) as desk:
        needs = [one for one in desk.today.read().now if one.sort is NeedSort.EVERYTHING_LEFT]
        assert [(one.about, one.everything) for one in needs] == [(MAYA, parcel.entry)]
        assert "Tansy Hollybank, The trust" in needs[0].what
        copies = len(exports(desk, Compartment.SCHOOL))
        desk.machine_readable.see(parcel.entry, an_entry_id(desk.sitting.clock))
        assert list(desk.machine_readable.needs()) == []
        assert len(exports(desk, Compartment.SCHOOL)) == copies  # seeing it is no copy
    with school.desk(HESTER) as desk:
        assert list(desk.machine_readable.needs()) == []


def test_that_whoever_opens_no_part_takes_nothing_out(school: Staffroom) -> None:
    with school.desk(ALBAN) as desk:
        assert list(desk.machine_readable.needs()) == []
        with pytest.raises(NothingInItError):
            desk.machine_readable.gather()


def test_that_it_leaves_for_somebody_and_with_a_reason_or_not_at_all(desk: Desk) -> None:
    a_school(desk)
    before = len(exports(desk, Compartment.SCHOOL))
    nobody = LeavingDraft(how=HowItLeaves.OPEN)
    with pytest.raises(DraftError) as refused:
        desk.machine_readable.leave(nobody, an_entry_id(desk.sitting.clock))
    assert {one.field for one in refused.value.problems} == {"sort", "who", "purpose"}
    assert len(exports(desk, Compartment.SCHOOL)) == before


def test_that_a_file_that_is_not_locked_or_not_whole_is_caught() -> None:
    inside = _zipped({"records.json": b"{}"})
    good = _locked(inside, "meadow lantern")
    prove_locked(good, inside, "meadow lantern")
    for bad, flaw in (
        (inside, Flaw.NOT_LOCKED),
        (good[: len(good) // 2], Flaw.UNREADABLE),
        (_locked(b"another", "meadow lantern"), Flaw.UNREADABLE),
        (_locked(inside, "other words"), Flaw.UNREADABLE),
        (good + inside, Flaw.UNREADABLE),
    ):
        with pytest.raises(NotProvedError) as caught:
            prove_locked(bad, inside, "meadow lantern")
        assert caught.value.flaw in (flaw, Flaw.NOT_LOCKED)


@pytest.mark.parametrize(
    "change",
    [
        {"format": "another"},
        {"version": 2},
        {"more": 1},
        {"records": [{"id": "x"}]},
        {"made_at": "today"},
    ],
)
def test_that_the_published_description_refuses_what_it_does_not_describe(
    desk: Desk, change: dict[str, object]
) -> None:
    a_school(desk)
    told = json.loads(files_in(taken_out(desk))["records.json"])
    assert problems_with({**told, **change}, records_schema())
