from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.custody import CustodySort
from dsl_desk.domain.keeping_errors import BlobDamagedError
from dsl_desk.domain.leaving import PaperSort
from dsl_desk.domain.picture import Oddity, PictureSort
from dsl_desk.domain.viewing_standing import Agreed, AnswerDraft
from dsl_desk.services.places import evidence_folder
from dsl_desk.services.seeing import facts_of, shown
from tests.services.looking import (
    a_picture,
    a_stop,
    an_evidence_draft,
    captured,
    decided,
    fresh_entry,
)
from tests.services.staffroom import HESTER, Staffroom
from tests.services.way_out import own_copy

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock


def test_that_custody_tells_decision_capture_and_each_opening_with_its_length(
    desk: Desk, clock: FakeClock
) -> None:
    evidence = captured(desk, decided(desk).id)
    clock.advance(minutes=1)
    looking = desk.evidence.open(evidence.id)
    desk.evidence.closed(looking, 130)
    clock.advance(minutes=1)
    desk.evidence.open(evidence.id)  # and the desk was locked while it stood open
    trail = desk.custody.trail(evidence.id)
    assert [line.sort for line in trail] == [
        CustodySort.DECIDED,
        CustodySort.CAPTURED,
        CustodySort.OPENED,
        CustodySort.OPENED,
    ]
    assert [line.seconds for line in trail[2:]] == [130, None]
    assert all(line.by == "Maya Fernsby" for line in trail)
    week = desk.custody.opened_this_week()
    assert [line.ref for line in week] == [evidence.ref, evidence.ref]
    clock.advance(days=8)
    assert desk.custody.opened_this_week() == ()


def test_that_custody_tells_answers_and_the_end_of_the_look(vault: TrainingVault) -> None:
    staff = Staffroom(vault).add_everybody()
    with staff.desk() as desk:
        viewing = decided(desk)
        evidence = captured(desk, viewing.id)
    with staff.desk(HESTER) as desk:
        answer = AnswerDraft(viewing.id, 1, Agreed.YES, "Agreed by telephone")
        desk.viewings.answer(answer, fresh_entry(desk))
        desk.evidence.open(evidence.id)
    with staff.desk() as desk:
        desk.viewings.end(viewing, "Nothing that matters", fresh_entry(desk))
        lines = {line.sort: line for line in desk.custody.trail(evidence.id)}
        assert lines[CustodySort.ANSWERED].words == "Agreed: Agreed by telephone"
        assert lines[CustodySort.ENDED].words == "Nothing that matters"
        assert lines[CustodySort.OPENED].by == HESTER
        assert desk.custody.opened_this_week() == ()  # somebody else's openings are theirs
        assert own_copy(desk, PaperSort.VIEWING, viewing.id).startswith(b"%PDF-")


def test_that_a_real_decoder_tells_the_facts_and_shows_the_picture(desk: Desk) -> None:
    door = desk.evidence.let_in(a_stop(desk, decided(desk).id))
    sealed = door.seal(io.BytesIO(a_picture(40, 30)), "one.jpg", facts_of)
    kept = desk.evidence.keep(sealed, an_evidence_draft(desk.sitting.clock), fresh_entry(desk))
    facts = kept.answer.captured.facts
    assert (facts.sort, facts.width, facts.height) == (PictureSort.PNG, 40, 30)
    assert facts.odd == (Oddity.OTHER_NAME,)
    seen = shown(desk.evidence.open(kept.answer.id))
    assert seen.pixels is not None
    assert (seen.pixels.width, seen.pixels.height) == (40, 30)


def test_that_an_altered_file_stops_and_is_written_down(desk: Desk) -> None:
    evidence = captured(desk, decided(desk).id)
    (path,) = evidence_folder(desk.sitting.folder, Compartment.CHILDREN).iterdir()
    raw = bytearray(path.read_bytes())
    raw[-1] ^= 1
    path.write_bytes(raw)
    looking = desk.evidence.open(evidence.id)
    with pytest.raises(BlobDamagedError):
        looking.content()
    with pytest.raises(BlobDamagedError):
        own_copy(desk, PaperSort.VIEWING, evidence.captured.basis)
    desk.evidence.note_mismatch(evidence.id)
    assert CustodySort.MISMATCH in {line.sort for line in desk.custody.trail(evidence.id)}
