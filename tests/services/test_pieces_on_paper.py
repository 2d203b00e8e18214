"""Evidence that goes out on paper: told of with its custody, proved, and written down beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.custody import EVIDENCE_PRINTED, CustodySort
from dsl_desk.domain.entry import Body
from dsl_desk.domain.handed_in import HandedInDraft
from dsl_desk.domain.keeping_errors import BlobDamagedError
from dsl_desk.domain.leaving import PaperSort
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.progress import untold
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.domain.viewing import Stands
from dsl_desk.services.places import evidence_folder
from tests.builders import an_entry_id
from tests.registers import a_draft
from tests.services.adults import ROWAN, an_adult, an_allegation_draft, begin
from tests.services.looking import captured, decided, fresh_entry
from tests.services.sharing_day import a_copy
from tests.services.staffroom import HESTER, WHY, Staffroom
from tests.services.way_out import (
    DRAFT,
    a_concern_of,
    a_school,
    exports,
    own_copy,
    somebody,
    text_of,
    wish,
)

if TYPE_CHECKING:
    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.leaving import Parcel
    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock

GIVEN = HandedInDraft(
    "Wren's mother", "2026-11-19T11:50", "By e-mail to the office", "A post that names Wren"
)


def left(desk: Desk, record: RecordId, sort: PaperSort = PaperSort.ENTRY) -> Parcel:
    return desk.leaving.leave(wish(record, sort), DRAFT, an_entry_id(desk.sitting.clock)).answer


def sorts(desk: Desk, evidence: Evidence) -> list[CustodySort]:
    return [line.sort for line in desk.custody.trail(evidence.id)]


def test_that_whatever_leaves_stands_in_the_trail_of_each_piece_on_it(desk: Desk) -> None:
    wren, *_others = a_school(desk)
    concern = a_concern_of(desk, wren)
    shown = captured(desk, decided(desk, concern=concern.id, whose=wren).id)
    handed = desk.told.take(replace(GIVEN, concern=concern.id), fresh_entry(desk)).answer
    given = captured(desk, handed.id)
    elsewhere = captured(desk, decided(desk, whose=PersonRef("Ivy Redstart"), handle="ivy.x").id)
    parcel = left(desk, concern.id)
    for piece in (shown, given):
        line = desk.custody.trail(piece.id)[-1]
        assert (line.sort, line.ref) == (CustodySort.EXPORTED, f"Concern {concern.ref}")
        assert line.words == f"Concern {concern.ref}, for Tansy Hollybank, Sedge Vale School"
    assert CustodySort.EXPORTED not in sorts(desk, elsewhere)
    text = text_of(parcel)
    assert text.count("Captured, original sealed") == 2
    assert given.captured.basis_ref in text
    assert {shown.id, given.id} <= set(exports(desk)[-1].body.fields["carries"])  # type: ignore[arg-type]  # a list


def test_that_a_later_paper_tells_of_an_earlier_one_but_not_for_whom(desk: Desk) -> None:
    wren, *_others = a_school(desk)
    concern = a_concern_of(desk, wren)
    captured(desk, decided(desk, concern=concern.id, whose=wren).id)
    left(desk, concern.id)
    text = text_of(left(desk, concern.id))
    assert f"Copy on paper made Concern {concern.ref}. Maya Fernsby" in text
    assert text.count("Tansy Hollybank") == text_of(left(desk, concern.id)).count("Tansy Hollybank")


def test_that_a_file_tells_of_evidence_that_belongs_to_no_concern(desk: Desk) -> None:
    wren, *_others = a_school(desk)
    concern = a_concern_of(desk, wren)
    under = captured(desk, decided(desk, whose=wren).id)
    handed = desk.told.take(replace(GIVEN, people=(wren,)), fresh_entry(desk)).answer
    alone = captured(desk, handed.id)
    text = text_of(left(desk, wren.person, PaperSort.FILE))  # type: ignore[arg-type]  # a person
    for piece in (under, alone):
        assert sorts(desk, piece)[-1] is CustodySort.EXPORTED
        assert f"Evidence {piece.ref}" in text
    assert concern.ref in text


def test_that_what_is_set_aside_is_named_and_counts_as_no_export(desk: Desk) -> None:
    wren, *_others = a_school(desk)
    concern = a_concern_of(desk, wren)
    evidence = captured(desk, decided(desk, concern=concern.id, whose=wren).id)
    a_copy(desk, evidence)
    desk.quarantines.set_aside(evidence.id, "By mistake", fresh_entry(desk))
    assert "Captured by mistake. Nobody opens, prints or copies it." in text_of(
        left(desk, concern.id)
    )
    assert CustodySort.EXPORTED not in sorts(desk, evidence)
    own_copy(desk, PaperSort.VIEWING, evidence.captured.basis)
    assert CustodySort.EXPORTED not in sorts(desk, evidence)


def test_that_an_altered_original_lets_nothing_leave_and_is_written_down(desk: Desk) -> None:
    wren, *_others = a_school(desk)
    concern = a_concern_of(desk, wren)
    evidence = captured(desk, decided(desk, concern=concern.id, whose=wren).id)
    (path,) = evidence_folder(desk.sitting.folder, Compartment.CHILDREN).iterdir()
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    with pytest.raises(BlobDamagedError):
        left(desk, concern.id)
    assert exports(desk) == []
    assert CustodySort.MISMATCH in sorts(desk, evidence)


def test_that_an_altered_copy_stops_the_paper_of_its_decision(desk: Desk) -> None:
    evidence = captured(desk, decided(desk).id)
    before = set(evidence_folder(desk.sitting.folder, Compartment.CHILDREN).iterdir())
    a_copy(desk, evidence)
    (path,) = set(evidence_folder(desk.sitting.folder, Compartment.CHILDREN).iterdir()) - before
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    with pytest.raises(BlobDamagedError):
        own_copy(desk, PaperSort.VIEWING, evidence.captured.basis)
    assert CustodySort.MISMATCH in sorts(desk, evidence)


def test_that_a_referral_pack_prints_the_custody_of_its_evidence(desk: Desk) -> None:
    rowan = somebody(desk, ROWAN)
    record = begin(desk, an_allegation_draft(an_adult(person=rowan.person)))
    advice = "The LADO said on 18 November: look"
    kept = decided(desk, whose=rowan, stands=Stands.STAFF, advice=advice)
    first, second = captured(desk, kept.id), captured(desk, kept.id, b"another")
    desk.quarantines.set_aside(second.id, "By mistake", fresh_entry(desk))
    text = text_of(left(desk, record, PaperSort.LADO_PACK))
    assert text.count("Captured, original sealed") == 2
    assert "Captured by mistake" in text
    assert sorts(desk, first)[-1] is CustodySort.EXPORTED
    assert CustodySort.EXPORTED not in sorts(desk, second)


def test_that_a_request_to_take_it_down_stands_in_its_trail(desk: Desk, clock: FakeClock) -> None:
    evidence = captured(desk, decided(desk).id)
    clock.advance(minutes=5)
    draft = a_draft(
        RegisterName.TAKE_DOWNS,
        evidence=evidence.ref,
        to="report_remove",
        reference="RR 77",
        outcome="",
        outcome_on="",
    )
    asked = desk.registers.record(draft, an_entry_id(clock)).answer
    line = desk.custody.trail(evidence.id)[-1]
    assert (line.sort, line.words) == (CustodySort.TAKE_DOWN, "Report Remove, RR 77")
    clock.advance(minutes=5)
    ended = replace(
        draft, answers={**draft.answers, "outcome": "removed", "outcome_on": "2026-11-19"}
    )
    desk.registers.change(asked.entry.id, ended, "It is gone", an_entry_id(clock))
    line = desk.custody.trail(evidence.id)[-1]
    assert (line.sort, line.words) == (CustodySort.TAKE_DOWN_ENDED, "Taken down, Report Remove")


def test_that_a_request_about_another_piece_is_not_taken_for_one_about_this(
    desk: Desk, clock: FakeClock
) -> None:
    evidence = captured(desk, decided(desk).id)
    draft = a_draft(RegisterName.TAKE_DOWNS, evidence=f"{evidence.ref}7")
    desk.registers.record(draft, an_entry_id(clock))
    assert CustodySort.TAKE_DOWN not in sorts(desk, evidence)


def test_that_whoever_holds_no_key_to_the_register_has_a_trail_without_it(
    vault: TrainingVault,
) -> None:
    school = Staffroom(vault).add_everybody()
    with school.desk() as desk:
        evidence = captured(desk, decided(desk, stands=Stands.STAFF).id)
        desk.registers.record(
            a_draft(RegisterName.TAKE_DOWNS, evidence=evidence.ref), fresh_entry(desk)
        )
        assert CustodySort.TAKE_DOWN in sorts(desk, evidence)
        hester = next(one.id for one in desk.face.members if one.name == HESTER)
        desk.members.take_back_key(hester, Compartment.CHILDREN, WHY, untold)
    with school.desk(HESTER) as desk:
        assert CustodySort.TAKE_DOWN not in sorts(desk, evidence)
        assert CustodySort.CAPTURED in sorts(desk, evidence)


def test_that_a_line_of_before_was_for_nobody_else() -> None:
    fields = {"evidence": "a", "record": "b", "printed": "VD-2026-001", "sha256": "c", "copies": []}
    told = EVIDENCE_PRINTED.said_in(Body("evidence_printed", 1, fields={**fields, "ref": ""})).draft
    assert (told.words(), told.for_whom) == ("VD-2026-001", "")
