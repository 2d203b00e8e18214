"""The signed paper of a declaration: its scan sealed in the part, in words alone in a slot."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.disposal import blobs_of
from dsl_desk.domain.errors import (
    DraftError,
    NotEntitledError,
    RecordDisposedError,
    RecordMissingError,
)
from dsl_desk.domain.keeping_errors import BlobDamagedError, PaperRefusedError
from dsl_desk.domain.machine_readable import records_of
from dsl_desk.domain.rights import Right
from dsl_desk.domain.signed_paper import SignedPaperDraft
from dsl_desk.services.pictures_out import Album, files_of
from dsl_desk.services.places import evidence_folder
from tests.builders import an_entry_id
from tests.services.declaring import (
    a_declaration,
    codes,
    declare,
    entry_of,
    give_passphrase,
    state,
)
from tests.services.sealed import round_of
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.signed_paper import SignedPaper
    from dsl_desk.services.desk import Desk
    from tests.services.staffroom import Staffroom

pytestmark = pytest.mark.gate_story

PART = Compartment.DECLARATIONS
SCAN = b"%PDF-1.7 signed by Priya Oakhollow" * 3000
LIES = "Green folder, the Head's cabinet"


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "Form of Priya.PDF"
    path.write_bytes(SCAN)
    return path


def keep(desk: Desk, declaration: RecordId, scan: Path | None = None) -> SignedPaper:
    draft = SignedPaperDraft(declaration, LIES)
    told = desk.signed_papers.keep(draft, scan, entry_of(desk))
    assert told.things == {Thing.STEPS}
    return told.answer


def files(desk: Desk) -> list[Path]:
    return sorted(desk.sitting.folder.glob("evidence/**/*.blob"))


def test_that_a_scan_can_go_with_what_somebody_asked_to_see_and_words_alone_cannot(
    signing_school: Staffroom, scan: Path
) -> None:
    with signing_school.desk(HESTER) as desk:
        record = declare(desk).written.id
        in_words, scanned = keep(desk, record), keep(desk, record, scan)
        ledger, album = desk.sitting.part(PART).ledger, Album(desk.looks)
        shot = album.of_entry(ledger.newest(scanned.written.id), PART)
        assert shot is not None
        (file,) = files_of((shot,), (scanned.written.id,))
        assert (file.name, file.content) == (shot.name, SCAN)
        assert file.name.startswith("scan-")
        assert files_of((shot,), ()) == ()
        for other in (in_words.written.id, record):
            assert album.of_entry(ledger.newest(other), PART) is None


def test_that_a_scan_is_sealed_beside_its_declaration_and_comes_out_as_it_came(
    signing_school: Staffroom, scan: Path
) -> None:
    with signing_school.desk(HESTER) as desk:
        record = declare(desk).written.id
        there = desk.signed_papers.of(record)
        assert (there.papers, there.may_keep, there.sealed) == ((), True, False)
        paper = keep(desk, record, scan)
        only = keep(desk, record)
        assert desk.signed_papers.of(record).papers == (paper, only)
        assert paper.draft.scan is not None
        assert paper.draft.scan.sha256 == hashlib.sha256(SCAN).hexdigest()
        assert paper.draft.scan.key not in repr(paper)
        assert LIES not in repr(paper)
        (file,) = evidence_folder(desk.sitting.folder, PART).iterdir()
        assert b"Oakhollow" not in file.read_bytes()
        assert scan.read_bytes() == SCAN
        heads = desk.sitting.part(PART).ledger.heads()
        assert desk.signed_papers.read(paper).answer == SCAN
        assert desk.sitting.part(PART).ledger.heads() != heads
        with pytest.raises(RecordMissingError):
            desk.signed_papers.read(only)
        assert desk.vault.check(lambda _done, _of: None).entries
        list(desk.sweep())
        assert files(desk) == [file]
    with signing_school.desk(MAYA) as desk:  # she reads, and writes nothing here
        assert not desk.signed_papers.of(record).may_keep
        with pytest.raises(NotEntitledError):
            keep(desk, record, scan)
        assert files(desk) == [file]
    with signing_school.desk(OWEN) as desk, pytest.raises(NotEntitledError):
        desk.signed_papers.of(record)


def test_that_the_key_of_its_scan_is_in_no_copy_a_machine_reads(
    signing_school: Staffroom, scan: Path
) -> None:
    with signing_school.desk(HESTER) as desk:
        paper = keep(desk, declare(desk).written.id, scan)
        assert paper.draft.scan is not None
        told = records_of(PART, desk.sitting.part(PART).ledger.entries())
        (fields,) = (one.versions[-1].fields for one in told if one.id == paper.written.id)
        assert fields["lies"] == LIES
        assert paper.draft.scan.key not in fields.values()


def test_that_a_scan_can_go_for_machines_and_a_paper_in_words_has_no_file(
    signing_school: Staffroom, scan: Path
) -> None:
    with signing_school.desk(HESTER) as desk:
        record = declare(desk).written.id
        keep(desk, record)
        scanned = keep(desk, record, scan)
        (file,) = desk.machine_readable.gather().files
        assert (file.record, file.part) == (scanned.written.id, PART)
        assert file.carry().content == SCAN


def test_that_nothing_is_kept_of_no_file_and_of_a_paper_that_lies_nowhere(
    signing_school: Staffroom, tmp_path: Path
) -> None:
    empty = tmp_path / "form.pdf"
    empty.write_bytes(b"")
    with signing_school.desk(HESTER) as desk:
        record = declare(desk).written.id
        with pytest.raises(PaperRefusedError):
            keep(desk, record, empty)
        with pytest.raises(DraftError) as refused:
            desk.signed_papers.keep(SignedPaperDraft(record, " "), None, entry_of(desk))
        assert codes(refused) == [("lies", "missing")]
        assert desk.signed_papers.of(record).papers == ()
        assert files(desk) == []


def test_that_a_changed_file_is_damage_and_is_not_opened(
    signing_school: Staffroom, scan: Path
) -> None:
    with signing_school.desk(HESTER) as desk:
        paper = keep(desk, declare(desk).written.id, scan)
        (file,) = files(desk)
        content = bytearray(file.read_bytes())
        content[-1] ^= 1
        file.write_bytes(content)
        heads = desk.sitting.part(PART).ledger.heads()
        with pytest.raises(BlobDamagedError):
            desk.signed_papers.read(paper)
        assert desk.sitting.part(PART).ledger.heads() == heads


def test_that_a_sealed_slot_keeps_where_the_paper_lies_and_never_a_file(
    signing_school: Staffroom, scan: Path
) -> None:
    give_passphrase(signing_school, ALBAN)
    with signing_school.desk(ALBAN) as desk:
        record = declare(desk, a_declaration(by=HESTER, signed=HESTER)).written.id
        before = state(desk)
        assert desk.signed_papers.of(record).sealed
        with pytest.raises(DraftError) as refused:
            keep(desk, record, scan)
        assert codes(refused) == [("scan", "no_file_in_a_slot")]
        assert files(desk) == []
        paper = keep(desk, record)
        assert state(desk) is before
    round_of(signing_school, ALBAN)
    with signing_school.desk(ALBAN) as desk:
        (there,) = desk.signed_papers.of(record).papers
        assert (there.written.id, there.draft) == (paper.written.id, paper.draft)
        assert there.draft.lies == LIES
        assert desk.cases.mine() == ()
    with signing_school.desk(HESTER) as desk, pytest.raises(RecordMissingError):
        desk.signed_papers.of(record)


def test_that_it_goes_with_its_declaration_and_its_file_as_well(
    signing_school: Staffroom, scan: Path
) -> None:
    school, why = signing_school, "Its day has come"
    with school.desk(HESTER) as desk:
        desk.members.give_key(school.ids[OWEN], PART, "To agree to disposals", Right.WRITE)
        record = declare(desk).written.id
        paper = keep(desk, record, scan)
        entry = desk.sitting.part(PART).ledger.newest(paper.written.id)
        assert len(blobs_of(entry.body)) == 1
        proposal = desk.disposals.propose(record, why, an_entry_id(desk.sitting.clock), why).answer
    with school.desk(OWEN) as desk:
        agreed = desk.disposals.agree(proposal.id, why, an_entry_id(desk.sitting.clock)).answer
        assert tuple(agreed.draft.with_it) == (paper.written.id,)
        with pytest.raises(RecordDisposedError):
            desk.sitting.part(PART).ledger.newest(paper.written.id)
        assert files(desk) == []
