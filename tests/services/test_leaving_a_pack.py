"""A referral pack: what was recorded, what somebody stands for, and never what nobody does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.allegation import OnlinePart
from dsl_desk.domain.allegation_choices import AllegationStepSort, Held
from dsl_desk.domain.child_file import ChildFileDraft
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.cover import Showing
from dsl_desk.domain.leaving import LeavingDraft, PaperSort, Recipient, RecipientSort
from dsl_desk.domain.leaving_errors import NotConfirmedByError
from dsl_desk.domain.person import PersonKind, StaffKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.viewing import Stands
from dsl_desk.services.lado_forms import form_of
from tests.builders import an_entry_id
from tests.conftest import FONTS
from tests.services.adults import (
    ROWAN,
    a_contact,
    a_low_level_draft,
    a_step,
    about,
    advice,
    an_adult,
    an_allegation_draft,
    begin,
    do,
    four,
)
from tests.services.looking import captured, decided
from tests.services.staffroom import HESTER, MAYA, Staffroom
from tests.services.way_out import exports, somebody, text_of, wish

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.leaving import Parcel
    from tests.conftest import TrainingVault

LADO = FONTS.parent / "lado"
RUTH = Recipient(RecipientSort.LADO, PersonRef("Ruth Saltmarsh"), "Merrowshire")
DRAFT = LeavingDraft(RUTH, "Referral")


def an_allegation(desk: Desk) -> RecordId:
    wren = somebody(desk, "Wren Tamarisk", born="2016-03-02")
    rowan = somebody(desk, ROWAN, kind=PersonKind.STAFF, staff_kind=StaffKind.CONTRACTOR)
    authority = desk.lado.all()[0]
    desk.lado.confirm(replace(authority, opens="09:00", closes="17:00"))
    adult = an_adult(person=rowan.person)
    earlier = a_low_level_draft(adult)
    desk.low_level.record(earlier, an_entry_id(desk.sitting.clock))
    begin(desk, an_allegation_draft(adult, words="An earlier thing", told_at="2026-10-01T09:00"))
    online = OnlinePart(contributed=True, platforms="Snapchat", handles="rk", evidence="Two")
    draft = an_allegation_draft(adult, children=(wren,), online=online)
    record = begin(desk, draft)
    view = do(desk, record, four(), a_contact(), advice(Held.TELL_PARENTS))
    step = view.line.steps[0]
    why, entry = replace(step.draft, why="As the police said"), an_entry_id(desk.sitting.clock)
    desk.allegations.change_step(step, why, "They rang", entry)
    return record


def left(desk: Desk, record: RecordId, draft: LeavingDraft = DRAFT) -> Parcel:
    return desk.leaving.leave(
        wish(record, PaperSort.LADO_PACK), draft, an_entry_id(desk.sitting.clock)
    ).answer


def test_that_a_pack_says_all_that_was_recorded(desk: Desk) -> None:
    record = an_allegation(desk)
    text = text_of(left(desk, record))
    for told in (
        *("Referral to the Local Authority Designated Officer", "Ruth Saltmarsh, Merrowshire"),
        *("His coach messages him", "Harm threshold, as answered by the school", "Snapchat"),
        *("Told by A parent, in person to Hester Winterbourne", "Reason: They rang"),
        *("2 March 2016", "Earlier allegations: 1", "Low-level concerns: 1", "An earlier thing"),
        *("Gave one child sweets", "LL-2026-001", "AL-2026-001", "Send the pack today"),
        *("What the form of the authority asks", "An enquiry first, then a notification"),
    ):
        assert told in text, told
    (entry,) = exports(desk, Compartment.STAFF)
    assert record in entry.body.fields["carries"]  # type: ignore[operator]  # a list
    assert exports(desk) == []


def test_that_what_was_not_done_is_said_only_if_the_case_manager_stands_for_it(
    vault: TrainingVault,
) -> None:
    room = Staffroom(vault).add_everybody()
    with room.desk(MAYA) as desk:
        record = an_allegation(desk)
        text = text_of(left(desk, record))
        assert "The adult was told: none recorded." in text
        assert "has not been told" not in text
        confirming = replace(DRAFT, confirmed=("not_told",))
        with pytest.raises(NotConfirmedByError):
            left(desk, record, confirming)
        assert len(exports(desk, Compartment.STAFF)) == 1
    with room.desk(HESTER) as desk:
        text = text_of(left(desk, record, confirming))
        assert "The adult has not been told. Confirmed by Hester Winterbourne" in text
        assert "The adult was questioned: none recorded." in text
        do(desk, record, a_step(AllegationStepSort.ADULT_TOLD, answers={"told_by_whom": HESTER}))
        gathered = desk.leaving.gather(wish(record, PaperSort.LADO_PACK))
        assert "not_told" not in {one.code for one in gathered.statements}
        assert "The adult was told: Thu 19 Nov 2026, 12:10" in text_of(left(desk, record))


def test_that_earlier_words_are_left_out_with_a_reason_and_never_their_number(desk: Desk) -> None:
    record = an_allegation(desk)
    text = text_of(left(desk, record, replace(DRAFT, left_out_why="Not like this one")))
    assert "sweets" not in text
    assert "An earlier thing" not in text
    for told in ("Low-level concerns: 1", "LL-2026-001", "Why: Not like this one", "AL-2026-001"):
        assert told in text
    (entry,) = exports(desk, Compartment.STAFF)
    assert entry.body.fields["left_out_why"] == "Not like this one"


def test_that_a_child_is_covered_in_a_pack_with_a_reason_only(desk: Desk) -> None:
    record = an_allegation(desk)
    gathered = desk.leaving.gather(wish(record, PaperSort.LADO_PACK))
    wren = next(one for one in gathered.named if one.name == "Wren Tamarisk")
    assert gathered.named[0].name == ROWAN
    assert wren.child
    covering = replace(DRAFT, shown={wren.key: Showing.ALIAS}, covered_why="Asked for by the LADO")
    text = text_of(left(desk, record, covering))
    assert "Tamarisk" not in text
    assert "Child " in text


def test_that_a_pack_out_of_a_sealed_case_is_noted_there_and_nowhere_else(
    vault: TrainingVault,
) -> None:
    room = Staffroom(vault).add_everybody()
    with room.desk(HESTER) as desk:
        sealed = an_allegation_draft(about(desk, MAYA))
        record = desk.allegations.record(sealed, an_entry_id(desk.sitting.clock)).answer.written.id
        parcel = left(desk, record)
        assert parcel.pages > 3
        assert exports(desk, Compartment.STAFF) == []
        kinds = [one.body.kind for _row, case in desk.cases.written() for one in case]
        assert "export" in kinds
        assert desk.allegations.open(record).line.sealed


def test_that_a_form_is_read_as_it_is_installed() -> None:
    form = form_of(LADO, "one-form")
    assert form is not None
    assert form.questions[0] == ("adult_name", "The adult: name, other names")
    assert form_of(LADO, "../fields") is None
    assert form_of(LADO, "nobody-has-this") is None


def test_that_evidence_about_the_adult_stands_in_the_pack_with_its_fingerprint(desk: Desk) -> None:
    record = an_allegation(desk)
    adult = desk.allegations.open(record).line.allegation.draft.adult
    stands = Stands.UNDER_ALLEGATION
    viewing = decided(desk, whose=adult.ref(), stands=stands, advice="The LADO said yes")
    evidence = captured(desk, viewing.id)
    gathered = desk.leaving.gather(wish(record, PaperSort.LADO_PACK))
    assert evidence.id in gathered.carries
    text = text_of(left(desk, record)).replace(" ", "")
    assert evidence.captured.facts.sha256 in text


def test_that_whoever_holds_no_key_to_children_makes_a_pack_without_front_sheets(
    desk: Desk,
) -> None:
    record = an_allegation(desk)
    wren = desk.allegations.open(record).line.allegation.draft.children[0]
    sheet = ChildFileDraft(wren, send="Speech and language")
    desk.people.keep_file(None, sheet, "", an_entry_id(desk.sitting.clock))
    assert "Speech and language" in text_of(left(desk, record))
    desk.sitting.leave(Compartment.CHILDREN)
    assert "Speech and language" not in text_of(left(desk, record))
