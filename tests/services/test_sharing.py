from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.custody import CustodySort
from dsl_desk.domain.errors import DraftError, NotEntitledError, RecordDisposedError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.keeping_errors import BlobDamagedError
from dsl_desk.domain.leaving import PaperSort
from dsl_desk.domain.picture import Decoded, PictureFacts, PictureSort, Pixels
from dsl_desk.domain.plain_picture import written
from dsl_desk.domain.quarantine import QuarantineDraft
from dsl_desk.domain.sharing_copy import SHARING_COPY
from dsl_desk.domain.sharing_marks import CopyDraft, CoverReason
from dsl_desk.domain.stop_errors import NoPictureError, QuarantinedError
from dsl_desk.services import sharing
from dsl_desk.services.doorway import blob_of
from dsl_desk.services.places import evidence_folder, evidence_set_aside
from dsl_desk.services.sharing import CopyMaker
from tests.services.looking import a_picture, captured, decided, fresh_entry
from tests.services.sharing_day import DRAFT, FACE, a_copy, rows, seen, unpainted
from tests.services.staffroom import HESTER, OWEN
from tests.services.way_out import own_copy

if TYPE_CHECKING:
    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.progress import Progress
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.doorway import Looking
    from tests.services.staffroom import Staffroom


def in_folder(desk: Desk) -> set[str]:
    return {
        each.name for each in evidence_folder(desk.sitting.folder, Compartment.CHILDREN).iterdir()
    }


def an_original(desk: Desk) -> Evidence:
    return captured(desk, decided(desk).id)


def test_that_a_copy_has_its_own_number_fingerprint_and_lineage(desk: Desk) -> None:
    evidence = an_original(desk)
    first, second = a_copy(desk, evidence), a_copy(desk, evidence)
    assert [first.ref, second.ref] == [f"{evidence.ref}-C1", f"{evidence.ref}-C2"]
    copied = first.copied
    assert (copied.evidence, copied.evidence_ref) == (evidence.id, evidence.ref)
    assert copied.original == evidence.captured.facts.sha256
    assert copied.sha256 != copied.original
    assert copied.draft == DRAFT
    assert desk.sharing.of(evidence.id) == (first, second)
    assert desk.sharing.read(first.id) == first
    assert desk.evidence.open(evidence.id).content() == a_picture()


def test_that_two_pictures_that_differ_only_under_a_cover_have_the_same_copy(desk: Desk) -> None:
    evidence = an_original(desk)
    area = FACE.area

    def other(looking: Looking, progress: Progress, _page: int) -> Decoded:
        known = seen(looking, progress)
        assert known.pixels is not None
        changed = bytearray(known.pixels.rgba)
        for line in range(area.top, area.top + area.height):
            start = (line * 24 + area.left) * 4
            changed[start : start + area.width * 4] = bytes([250, 1, 2, 255]) * area.width
        return replace(known, pixels=Pixels(24, 16, bytes(changed)))

    fingerprints = set()
    for show in (seen, other):
        maker = CopyMaker(show, unpainted, desk.sitting.clock)
        sealed = maker.seal(desk.evidence.open(evidence.id), DRAFT)
        fingerprints.add(sealed.blob.sha256)
    assert len(fingerprints) == 1


def test_that_the_file_of_a_copy_holds_its_picture_and_nothing_else(desk: Desk) -> None:
    copy = a_copy(desk, an_original(desk))
    looking = desk.sharing.open(copy.id)
    picture = looking.picture()
    content = b"".join(looking.store.read(blob_of(looking.file)))
    assert hashlib.sha256(content).hexdigest() == copy.copied.sha256
    parts = [content[at : at + 4] for at in (12, 37, len(content) - 8)]
    assert parts == [b"IHDR", b"IDAT", b"IEND"]
    for line in range(FACE.area.top, FACE.area.top + FACE.area.height):
        start = (line * 24 + FACE.area.left) * 3
        assert picture.rgb[start : start + FACE.area.width * 3] == bytes(FACE.area.width * 3)
    assert picture.rgb[:3] == rows(24, 16)[:3]


def test_that_a_copy_without_reasons_is_not_kept(desk: Desk) -> None:
    evidence = an_original(desk)
    bare = CopyDraft((replace(FACE, reason=CoverReason.UNANSWERED),))
    with pytest.raises(DraftError):
        a_copy(desk, evidence, bare)
    assert not desk.sharing.of(evidence.id)


def test_that_nothing_is_copied_of_what_is_no_picture(desk: Desk) -> None:
    looking = desk.evidence.open(an_original(desk).id)
    maker = CopyMaker(
        lambda _looking, _progress, _page: Decoded(PictureFacts(PictureSort.TEXT)),
        unpainted,
        desk.sitting.clock,
    )
    before = in_folder(desk)
    with pytest.raises(NoPictureError):
        maker.seal(looking, DRAFT)
    assert in_folder(desk) == before


def test_that_a_copy_that_is_not_what_was_painted_is_refused(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking = desk.evidence.open(an_original(desk).id)
    maker = CopyMaker(seen, unpainted, desk.sitting.clock)
    real = written
    monkeypatch.setattr(
        sharing, "written", lambda picture: real(replace(picture, rgb=bytes(len(picture.rgb))))
    )
    with pytest.raises(BlobDamagedError):
        maker.seal(looking, DRAFT)


def test_that_a_changed_file_of_a_copy_is_not_shown(desk: Desk) -> None:
    copy = a_copy(desk, an_original(desk))
    looking = desk.sharing.open(copy.id)
    other = replace(copy, copied=replace(copy.copied, sha256="0" * 64))
    with pytest.raises(BlobDamagedError):
        replace(looking, copy=other).picture()


def test_that_opening_a_copy_and_how_long_is_in_its_trail_and_making_it_in_the_originals(
    desk: Desk,
) -> None:
    evidence = an_original(desk)
    copy = a_copy(desk, evidence)
    looking = desk.sharing.open(copy.id)
    desk.sharing.closed(looking, 61)
    made, opened = desk.custody.trail_of_copy(copy.id)
    assert (made.sort, made.ref, made.words) == (CustodySort.COPIED, copy.ref, "1 area covered")
    assert (opened.sort, opened.seconds, opened.ref) == (CustodySort.COPY_OPENED, 61, copy.ref)
    sorts = [line.sort for line in desk.custody.trail(evidence.id)]
    assert sorts[-2:] == [CustodySort.OPENED, CustodySort.COPIED]
    two = replace(DRAFT, marks=(FACE, FACE.moved(8, 0)))
    again = a_copy(desk, evidence, two)
    assert desk.custody.trail_of_copy(again.id)[0].words == "2 areas covered"


def test_that_copies_are_set_aside_and_removed_with_their_original(desk: Desk) -> None:
    evidence = an_original(desk)
    copy = a_copy(desk, evidence)
    pending = CopyMaker(seen, unpainted, desk.sitting.clock).seal(
        desk.evidence.open(evidence.id), DRAFT
    )
    aside = desk.quarantines.set_aside(evidence.id, "The wrong file", fresh_entry(desk)).answer
    assert len(in_folder(desk)) == 1  # the one that was never written down
    folder = evidence_set_aside(desk.sitting.folder, Compartment.CHILDREN)
    assert len(list(folder.iterdir())) == 2
    with pytest.raises(QuarantinedError):
        desk.sharing.open(copy.id)
    with pytest.raises(QuarantinedError):
        desk.sharing.keep(pending, fresh_entry(desk))
    said = QuarantineDraft(evidence.id, "", "PC Dunnock", "2026-11-19T12:00", "Ref 4", "Remove it")
    aside = desk.quarantines.write_advice(aside, said, fresh_entry(desk)).answer
    desk.quarantines.remove(aside, fresh_entry(desk))
    assert not list(folder.iterdir())
    with pytest.raises(RecordDisposedError):
        desk.sharing.picture(copy)
    desk.quarantines.settle()
    assert desk.sharing.of(evidence.id) == (copy,)


def test_that_whoever_may_only_read_makes_no_copy(school: Staffroom) -> None:
    with school.desk() as desk:
        evidence = an_original(desk)
        copy = a_copy(desk, evidence)
    with school.desk(HESTER) as desk:
        assert desk.sharing.of(evidence.id) == (copy,)
        with pytest.raises(NotEntitledError):
            a_copy(desk, evidence)


def test_that_a_copy_is_a_kind_of_its_own_and_of_before_shows_a_first_page(desk: Desk) -> None:
    assert (SHARING_COPY.name, SHARING_COPY.schema) == ("sharing_copy", 2)
    copy = a_copy(desk, an_original(desk))
    body = desk.sitting.part(Compartment.CHILDREN).ledger.newest(copy.id).body
    fields = {name: one for name, one in body.fields.items() if name != "page"}
    assert SHARING_COPY.said_in(replace(body, schema=1, fields=fields)).draft == copy.copied


def test_that_a_copy_goes_with_its_original_file_and_key_and_all(school: Staffroom) -> None:
    with school.desk() as desk:
        evidence = an_original(desk)
        copy = a_copy(desk, evidence)
        desk.sharing.closed(desk.sharing.open(copy.id), 9)
        assert len(in_folder(desk)) == 2
        why = "Its day has come"
        entry = fresh_entry(desk)
        proposal = desk.disposals.propose(evidence.id, why, entry, why).answer.id
    with school.desk(OWEN) as desk:
        agreed = desk.disposals.agree(proposal, "Read it, and agree", fresh_entry(desk)).answer
        files = {evidence.captured.file, copy.copied.file}
        assert set(agreed.draft.with_it) == {copy.id, *files}
        assert not in_folder(desk)
        assert desk.custody.opened_this_week() == ()


def test_that_a_changed_original_stops_the_paper_in_words_and_is_written_down(desk: Desk) -> None:
    evidence = an_original(desk)
    a_copy(desk, evidence)
    basis = RecordId(evidence.captured.basis)
    own_copy(desk, PaperSort.VIEWING, basis)
    file = desk.evidence.open(evidence.id).file
    path = evidence_folder(desk.sitting.folder, Compartment.CHILDREN) / f"{file.name}.blob"
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    with pytest.raises(BlobDamagedError):
        own_copy(desk, PaperSort.VIEWING, basis)
    sorts = [line.sort for line in desk.custody.trail(evidence.id)]
    assert sorts.count(CustodySort.EXPORTED) == 1
    assert CustodySort.MISMATCH in sorts


def test_that_a_paper_stands_in_the_trail_of_the_original_and_of_its_copy(desk: Desk) -> None:
    evidence = an_original(desk)
    copy = a_copy(desk, evidence)
    own_copy(desk, PaperSort.VIEWING, evidence.captured.basis)
    later = a_copy(desk, evidence)
    for trail in (desk.custody.trail(evidence.id), desk.custody.trail_of_copy(copy.id)):
        [line] = [line for line in trail if line.sort is CustodySort.EXPORTED]
        named = f"Viewing decision {evidence.captured.basis_ref}"
        assert (line.ref, line.by) == (named, "Maya Fernsby")
    sorts = [line.sort for line in desk.custody.trail_of_copy(later.id)]
    assert CustodySort.EXPORTED not in sorts
