"""What a holder gives out of a sealed case: decided there, noted there, and told nowhere else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.case import Carried
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.cover import Showing
from dsl_desk.domain.errors import RecordMissingError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import (
    READ_EVERY_PAGE,
    LeavingDraft,
    PaperSort,
    RecipientSort,
    Wish,
    first_shown,
)
from dsl_desk.domain.leaving_errors import NothingInItError, NotReadError, UnjudgedError
from dsl_desk.domain.sealed_facts import DECIDED_BY, GIVEN, WITHHELD_WHY, items_of
from dsl_desk.domain.subject_access import Exemption
from dsl_desk.domain.went_out import EXPORT
from dsl_desk.domain.written import Written
from dsl_desk.services.leaving_sealed import as_it_stood
from tests.builders import an_entry_id
from tests.services.adults import about, an_allegation_draft
from tests.services.requests import ICO
from tests.services.sealed import begin, round_of
from tests.services.staffroom import ALBAN, HESTER, MAYA, Staffroom
from tests.services.way_out import a_concern_of, a_school, exports, text_of

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.leaving import Parcel

WHY = "It would tell what the police asked to keep back"
COPY, SCHEDULE = PaperSort.SEALED_COPY, PaperSort.SEALED_SCHEDULE


def out(desk: Desk, case: RecordId, verdicts: dict[str, str], *, read: bool = True) -> Parcel:
    """Let the copy go as it was decided, everybody under an alias but whoever is shown."""
    wish = Wish(COPY, case)
    named = desk.leaving.gather(wish).named
    draft = LeavingDraft(
        ICO,
        "Her own request",
        first_shown(named, RecipientSort.PERSON_THEMSELVES, COPY),
        confirmed=(READ_EVERY_PAGE,) if read else (),
        answers={DECIDED_BY: "Piran Sedgewick", WITHHELD_WHY: WHY},
        verdicts=verdicts,
    )
    return desk.leaving.leave(wish, draft, an_entry_id(desk.sitting.clock)).answer


def judged(desk: Desk, case: RecordId) -> list[str]:
    return [one.record for one in desk.leaving.gather(Wish(COPY, case)).judged]


def noted(desk: Desk, case: RecordId) -> list[dict[str, object]]:
    return [
        dict(written.body.fields)
        for _who, written in desk.cases.signed(case)
        if written.body.kind == EXPORT
    ]


def a_case(desk: Desk) -> RecordId:
    case = begin(desk, MAYA, words="Quillwort was said in the office", told_by="Lena Harebell").id
    desk.cases.write(case, "Bogbean was asked to look", an_entry_id(desk.sitting.clock))
    return case


def test_that_each_record_is_given_or_withheld_and_nobody_is_named(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        case = a_case(desk)
        first, second = judged(desk, case)
        parcel = out(desk, case, {first: GIVEN, second: Exemption.SERIOUS_HARM.value})
        text = text_of(parcel)
        assert "Quillwort was said in the office" in text
        for gone in ("Bogbean", "Lena", "Harebell", "Maya", "Fernsby"):
            assert gone not in text
        (entry,) = noted(desk, case)
        assert entry["carries"] == [first]
        assert entry["verdicts"] == {first: GIVEN, second: "serious_harm"}
        schedule = Wish(SCHEDULE, case)
        draft = LeavingDraft(ICO, "Our file")
        told = desk.leaving.leave(schedule, draft, an_entry_id(desk.sitting.clock)).answer
        text = text_of(told)
        for there in ("Likely to cause serious harm", "Schedule 3, parts 2 to 4", WHY):
            assert there in text
        for gone in ("Bogbean", "Quillwort", "Harebell"):
            assert gone not in text
        assert desk.leaving.gather(schedule).carries == ()  # its own note is no copy


def test_that_nothing_leaves_undecided_unread_or_withheld_as_a_whole(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        case = a_case(desk)
        first, second = judged(desk, case)
        with pytest.raises(UnjudgedError) as undecided:
            out(desk, case, {first: GIVEN})
        assert undecided.value.count == 1
        withheld = Exemption.THIRD_PARTY.value
        with pytest.raises(NothingInItError):
            out(desk, case, {first: withheld, second: withheld})
        with pytest.raises(NotReadError):
            out(desk, case, {first: GIVEN, second: GIVEN}, read=False)
        assert noted(desk, case) == []
        with pytest.raises(NothingInItError):
            desk.leaving.gather(Wish(SCHEDULE, case))
        out(desk, case, {first: GIVEN, second: GIVEN})
        with pytest.raises(NothingInItError):
            desk.leaving.gather(Wish(SCHEDULE, case))  # nothing is withheld


def test_that_a_case_gives_nothing_to_whoever_does_not_hold_it(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        case = a_case(desk)
    with school.desk(MAYA) as desk, pytest.raises(RecordMissingError):
        desk.leaving.gather(Wish(COPY, case))


def test_that_of_two_cases_each_gives_what_is_its_own(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        first = a_case(desk)
        second = begin(desk, MAYA, words="Something else", told_by="Lena Harebell").id
        assert (len(judged(desk, first)), len(judged(desk, second))) == (2, 1)


def test_that_no_part_and_no_answer_tells_that_a_copy_left(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        case = a_case(desk)
        before = {part: len(exports(desk, part)) for part in desk.sitting.parts}
        first, second = judged(desk, case)
        out(desk, case, {first: GIVEN, second: GIVEN})
        assert {part: len(exports(desk, part)) for part in desk.sitting.parts} == before
    round_of(school, HESTER)
    with school.desk(HESTER) as desk:
        assert len(noted(desk, case)) == 1
        assert len(judged(desk, case)) == 2  # the note of the copy is no record to decide about


def test_that_a_holder_without_a_key_to_school_makes_it_from_their_own_desk(
    school: Staffroom,
) -> None:
    with school.desk(ALBAN) as desk:
        assert Compartment.SCHOOL not in desk.sitting.parts
        case = begin(desk, HESTER, words="Quillwort").id
        (only,) = judged(desk, case)
        assert "Quillwort" in text_of(out(desk, case, {only: GIVEN}))


def test_that_an_allegation_in_a_slot_is_one_record_however_often_it_was_amended(
    school: Staffroom,
) -> None:
    with school.desk(HESTER) as desk:
        draft = an_allegation_draft(about(desk, MAYA))
        written = desk.allegations.record(draft, an_entry_id(desk.sitting.clock)).answer
        again = replace(draft, words="Quillwort, and no more")
        entry = an_entry_id(desk.sitting.clock)
        desk.allegations.amend(written, again, "Said more exactly", entry)
        (case,) = [one.id for one in desk.cases.mine()]
        (record,) = judged(desk, case)
        assert record == written.written.id
        assert "Quillwort, and no more" in text_of(out(desk, case, {record: GIVEN}))


def test_that_whoever_asked_can_be_shown(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        case = a_case(desk)
        gathered = desk.leaving.gather(Wish(COPY, case))
        maya = next(one for one in gathered.named if one.name == MAYA)
        shown = first_shown(gathered.named, RecipientSort.PERSON_THEMSELVES, COPY)
        assert shown[maya.key] is Showing.ALIAS
        draft = LeavingDraft(
            ICO,
            "Her own request",
            {**shown, maya.key: Showing.SHOWN},
            confirmed=(READ_EVERY_PAGE,),
            verdicts=dict.fromkeys(judged(desk, case), GIVEN),
        )
        parcel = desk.leaving.leave(Wish(COPY, case), draft, an_entry_id(desk.sitting.clock)).answer
        assert "Maya Fernsby" in text_of(parcel)
        with pytest.raises(NothingInItError):
            desk.leaving.gather(Wish(SCHEDULE, case))


def test_that_what_was_carried_into_a_case_is_given_as_it_stood(desk: Desk) -> None:
    wren, *_others = a_school(desk)
    concern = a_concern_of(desk, wren)
    (line,) = desk.sitting.part(Compartment.CHILDREN).ledger.lines_of(concern.id)
    assert line.body is not None
    assert line.salt is not None
    carried = Carried(Compartment.CHILDREN, line.header, line.signature, line.salt, line.body)
    entry = an_entry_id(desk.sitting.clock)
    body = carried.kept(HESTER)
    kept = Written(RecordId(entry), entry, 1, "2026-11-19T12:14:00+00:00", body)
    (item,) = items_of((as_it_stood(kept),))
    assert item.record == concern.id
    assert concern.draft.words in dict(item.rows).values()
