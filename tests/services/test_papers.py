"""Papers: a scan is kept sealed beside its concern, and given out again byte for byte."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.disk_errors import DiskFailedError
from dsl_desk.domain.disposal import blobs_of
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.keeping_errors import BlobDamagedError, PaperRefusedError
from dsl_desk.domain.paper import LARGEST, PaperDraft
from dsl_desk.services.places import evidence_folder
from dsl_desk.storage.shelves.keeping import what_goes_with
from tests.builders import a_concern_draft, an_entry_id

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.paper import Paper
    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock

NOTE = b"%PDF-1.7 a scan of Miss Harebell's note" * 4000


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "Note of Wren.PDF"
    path.write_bytes(NOTE)
    return path


def a_concern_of(desk: Desk, clock: FakeClock) -> RecordId:
    return desk.concerns.record(a_concern_draft(), an_entry_id(clock)).answer.id


def kept(desk: Desk, clock: FakeClock, scan: Path) -> Paper:
    told = desk.papers.keep(a_concern_of(desk, clock), scan, an_entry_id(clock))
    assert told.things == {Thing.STEPS}
    return told.answer


def test_that_a_scan_is_kept_sealed_beside_its_concern_and_the_file_stays(
    desk: Desk, clock: FakeClock, scan: Path
) -> None:
    paper = kept(desk, clock, scan)
    assert desk.papers.of(paper.draft.of) == (paper,)  # type: ignore[arg-type]  # its id
    assert (paper.draft.length, paper.draft.ending) == (len(NOTE), ".pdf")
    assert paper.draft.sha256 == hashlib.sha256(NOTE).hexdigest()
    assert scan.read_bytes() == NOTE
    (file,) = evidence_folder(desk.sitting.folder, Compartment.CHILDREN).iterdir()
    assert b"Harebell" not in file.read_bytes()
    assert "Wren" not in repr(paper)
    assert paper.draft.key not in repr(paper)


def test_that_what_is_given_out_is_what_came_in_and_is_written_down_first(
    desk: Desk, clock: FakeClock, scan: Path
) -> None:
    paper = kept(desk, clock, scan)
    before = desk.sitting.part(Compartment.CHILDREN).ledger.heads()
    told = desk.papers.take_out(paper)
    assert told.answer == NOTE
    assert told.things == {Thing.VAULT}
    assert desk.sitting.part(Compartment.CHILDREN).ledger.heads() != before
    assert desk.vault.check(lambda _done, _of: None).entries


@pytest.mark.parametrize(("content", "large"), [(b"", 0), (b"x" * (LARGEST + 1), 26)])
def test_that_an_empty_file_and_one_too_large_are_refused_and_nothing_is_kept(
    desk: Desk, clock: FakeClock, tmp_path: Path, content: bytes, large: int
) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(content)
    concern = a_concern_of(desk, clock)
    with pytest.raises(PaperRefusedError) as refused:
        desk.papers.keep(concern, path, an_entry_id(clock))
    assert (refused.value.megabytes, refused.value.most) == (large, 25)
    assert not evidence_folder(desk.sitting.folder, Compartment.CHILDREN).exists()
    assert desk.papers.of(concern) == ()


def test_that_a_file_that_is_not_there_is_told_as_a_fact_of_the_disk(
    desk: Desk, clock: FakeClock, tmp_path: Path
) -> None:
    with pytest.raises(DiskFailedError):
        desk.papers.keep(a_concern_of(desk, clock), tmp_path / "none.pdf", an_entry_id(clock))


def test_that_a_changed_file_of_a_paper_is_damage_and_nothing_is_given_out(
    desk: Desk, clock: FakeClock, scan: Path
) -> None:
    paper = kept(desk, clock, scan)
    (file,) = evidence_folder(desk.sitting.folder, Compartment.CHILDREN).iterdir()
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    before = desk.sitting.part(Compartment.CHILDREN).ledger.heads()
    with pytest.raises(BlobDamagedError):
        desk.papers.take_out(paper)
    assert desk.sitting.part(Compartment.CHILDREN).ledger.heads() == before


def test_that_a_paper_goes_with_its_concern_and_its_file_is_known_to_it(
    desk: Desk, clock: FakeClock, scan: Path
) -> None:
    paper = kept(desk, clock, scan)
    part = desk.sitting.part(Compartment.CHILDREN)
    (beside,) = what_goes_with(part.database, RecordId(paper.draft.of))
    assert beside.record == paper.id
    assert blobs_of(part.ledger.newest(paper.id).body) == (paper.draft.name,)


@pytest.mark.parametrize(
    ("length", "size"), [(1, "1 KB"), (300_000, "293 KB"), (1_258_291, "1.2 MB")]
)
def test_that_its_size_and_fingerprint_are_told_in_words(length: int, size: str) -> None:
    draft = PaperDraft("", "", "", "4be109d7aa00bb11cc", length)
    assert draft.size() == size
    assert draft.fingerprint() == "4be1 09d7 aa00 bb11"
