"""A paper with the school's seal, in an envelope for an archive, or with originals inside."""

from __future__ import annotations

import hashlib
import subprocess
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.cover import Showing
from dsl_desk.domain.custody import CustodySort
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.leaving import HowItLeaves, PaperSort
from dsl_desk.domain.leaving_errors import OriginalsNotPrintedError
from dsl_desk.domain.school_seal import SCHOOL_SEAL
from dsl_desk.domain.viewing import Stands
from dsl_desk.services.pressing import stopped_by
from tests.builders import an_entry_id
from tests.services.adults import ROWAN, an_adult, an_allegation_draft, begin
from tests.services.looking import captured, decided
from tests.services.staffroom import HESTER, Staffroom
from tests.services.test_leaving_a_pack import DRAFT as TO_LADO
from tests.services.way_out import DRAFT, a_concern_of, a_school, exports, somebody, text_of, wish

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.leaving import LeavingDraft
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.leaving import Parcel
    from tests.conftest import TrainingVault


def an_entry(desk: Desk, draft: LeavingDraft) -> Parcel:
    wren, _linnet, _lena = a_school(desk)
    concern = a_concern_of(desk, wren)
    return desk.leaving.leave(wish(concern.id), draft, an_entry_id(desk.sitting.clock)).answer


def test_that_a_seal_is_made_once_and_found_by_strangers(desk: Desk, tmp_path: Path) -> None:
    assert desk.leaving.seals.kept() is None
    parcel = an_entry(desk, replace(DRAFT, sealed=True))
    kept = desk.leaving.seals.kept()
    assert kept is not None
    assert parcel.seal == kept.fours()
    assert desk.leaving.seals.wanted() == kept
    written = [
        entry
        for entry in desk.sitting.part(Compartment.SCHOOL).ledger.entries()
        if entry.body.kind == SCHOOL_SEAL.name
    ]
    assert len(written) == 1
    file = tmp_path / "sealed.pdf"
    file.write_bytes(parcel.content)
    told = subprocess.run(
        ["pdfsig", "-nocert", "-upw", parcel.passphrase, str(file)],  # noqa: S607 - found on PATH
        capture_output=True,
        encoding="utf-8",
        check=False,
    ).stdout
    assert "Signature is Valid." in told
    assert exports(desk)[-1].body.fields["sealed"] is True


def test_that_every_copy_says_how_it_is_checked_and_by_which_head(desk: Desk) -> None:
    head = desk.sitting.part(Compartment.CHILDREN).ledger
    parcel = an_entry(desk, DRAFT)
    text = text_of(parcel)
    for told in ("How to check this copy", "certutil -hashfile", "sha256sum", "It is not sealed"):
        assert told in text
    newest = exports(desk)[-1]
    before = [one for one in head.entries() if one.header.number < newest.header.number][-1]
    digits = before.digest.hex()
    assert f"Head code {digits[:4]} {digits[4:8]}" in text
    assert "sealed with the school's own key" in text_of(
        an_entry(desk, replace(DRAFT, sealed=True))
    )


def test_that_an_archive_copy_lies_in_a_locked_envelope(desk: Desk) -> None:
    parcel = an_entry(desk, replace(DRAFT, how=HowItLeaves.ARCHIVE))
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(parcel.content))
    with pikepdf.open(BytesIO(parcel.content), password=parcel.passphrase) as envelope:
        ((name, file),) = envelope.attachments.items()
        inside = file.get_file().read_bytes()
    assert name.endswith(".pdf")
    assert hashlib.sha256(inside).hexdigest()[:4] in text_of(parcel)
    with pikepdf.open(BytesIO(inside)) as archive:
        assert b"pdfaid:part" in archive.Root.Metadata.read_bytes()
        assert len(archive.pages) == parcel.pages
    assert exports(desk)[-1].body.fields["how"] == "archive"


def a_pack(room: Staffroom) -> tuple[RecordId, Evidence]:
    with room.desk(HESTER) as desk:
        rowan = somebody(desk, ROWAN)
        viewing = decided(desk, whose=rowan, stands=Stands.STAFF)
        evidence = captured(desk, viewing.id)
        record = begin(desk, an_allegation_draft(an_adult(person=rowan.person)))
        return record, evidence


def test_that_originals_go_into_a_pack_only_if_each_is_chosen(vault: TrainingVault) -> None:
    room = Staffroom(vault).add_everybody()
    record, evidence = a_pack(room)
    wanted = wish(record, PaperSort.LADO_PACK)
    with room.desk(HESTER) as desk:
        (offered,) = desk.leaving.gather(wanted).originals
        assert offered.record == evidence.id
        without = desk.leaving.leave(wanted, TO_LADO, an_entry_id(desk.sitting.clock)).answer
        with pikepdf.open(BytesIO(without.content), password=without.passphrase) as paper:
            assert not paper.attachments
        chosen = replace(TO_LADO, originals=(evidence.id,))
        parcel = desk.leaving.leave(wanted, chosen, an_entry_id(desk.sitting.clock)).answer
        with pikepdf.open(BytesIO(parcel.content), password=parcel.passphrase) as paper:
            ((name, file),) = paper.attachments.items()
            found = hashlib.sha256(file.get_file().read_bytes()).hexdigest()
        assert found == evidence.captured.facts.sha256
        assert name.startswith(evidence.ref.lower())
        (*_, export) = exports(desk, Compartment.STAFF)
        assert export.body.fields["originals"] == [evidence.id]
        assert CustodySort.EXPORTED in {line.sort for line in desk.custody.trail(evidence.id)}


def test_that_an_original_is_refused_on_paper_and_nothing_says_it_went(
    vault: TrainingVault,
) -> None:
    room = Staffroom(vault).add_everybody()
    record, evidence = a_pack(room)
    wanted = wish(record, PaperSort.LADO_PACK)
    printed = replace(TO_LADO, how=HowItLeaves.PRINTED)
    with room.desk(HESTER) as desk:
        gathered = desk.leaving.gather(wanted)
        assert stopped_by(gathered, printed) is None
        chosen = replace(printed, originals=(evidence.id,))
        assert isinstance(stopped_by(gathered, chosen), OriginalsNotPrintedError)
        with pytest.raises(OriginalsNotPrintedError):
            desk.leaving.leave(wanted, chosen, an_entry_id(desk.sitting.clock))
        assert exports(desk, Compartment.STAFF) == []
        assert CustodySort.EXPORTED not in {line.sort for line in desk.custody.trail(evidence.id)}


def test_that_no_original_goes_where_somebody_is_covered(vault: TrainingVault) -> None:
    room = Staffroom(vault).add_everybody()
    record, evidence = a_pack(room)
    draft = replace(
        TO_LADO,
        originals=(evidence.id,),
        shown={"somebody": Showing.COVERED},
        covered_why="They asked for it",
    )
    with room.desk(HESTER) as desk, pytest.raises(DraftError) as refused:
        desk.leaving.leave(
            wish(record, PaperSort.LADO_PACK), draft, an_entry_id(desk.sitting.clock)
        )
    assert [(one.field, one.code) for one in refused.value.problems] == [("originals", "covered")]
