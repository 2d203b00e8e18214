"""A request to see what is kept: the clock, the items, the answers, the copy and the schedule."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import About
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.errors import DraftError, NotEntitledError, RecordMissingError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import (
    PaperSort,
)
from dsl_desk.domain.leaving_errors import (
    UndecidedError,
)
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.domain.step import StepDraft, StepSort
from dsl_desk.domain.subject_access import (
    SUBJECT_ANSWER,
    SUBJECT_DECISION,
    DecisionDraft,
    Judged,
    Verdict,
)
from dsl_desk.domain.today import NeedSort
from tests.builders import a_concern_draft, an_entry_id
from tests.registers import a_draft
from tests.services.requests import a_wish, asked, decide
from tests.services.sealed import begin
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN
from tests.services.way_out import a_concern_of, a_school, somebody

if TYPE_CHECKING:
    from dsl_desk.domain.person_ref import PersonRef
    from dsl_desk.services.desk import Desk
from tests.services.staffroom import Staffroom

CHILDREN, SCHOOL, STAFF = Compartment.CHILDREN, Compartment.SCHOOL, Compartment.STAFF


def test_that_a_request_is_answered_within_a_month_on_a_working_day(desk: Desk) -> None:
    wren, *_others = a_school(desk)
    request = asked(desk, wren.person, received="2026-11-16")
    assert request.draft.said("answer_by") == "2026-12-16"
    for received, by in {"2026-11-05": "2026-12-07", "2026-10-25": "2026-11-25"}.items():
        assert asked(desk, wren.person, received=received).draft.said("answer_by") == by


def test_that_a_request_on_its_last_week_stands_on_today(desk: Desk) -> None:
    wren, *_others = a_school(desk)
    request = asked(desk, wren.person, received="2026-10-23")
    needs = [one for one in desk.today.read().now if one.sort is NeedSort.SUBJECT_CLOCK]
    later = [one for one in desk.today.read().later if one.sort is NeedSort.SUBJECT_CLOCK]
    assert [(one.register, one.due) for one in (*needs, *later)] == [(request.id, "2026-11-23")]


def test_that_the_clock_runs_for_somebody_who_has_left(desk: Desk) -> None:
    gone = somebody(desk, "Sorrel Teasel", ends="2025-07-22")
    asked(desk, gone.person, about="Sorrel Teasel", received="2026-10-20")
    assert NeedSort.SUBJECT_CLOCK in {one.sort for one in desk.registers.needs()}


def test_that_an_extension_moves_the_day_and_a_day_by_hand_stays(desk: Desk) -> None:
    wren, *_others = a_school(desk)
    request = asked(desk, wren.person)
    more = {"extended_why": "Twelve years of records", "extended_told": "2026-11-18"}
    longer = replace(request.draft, answers={**request.draft.answers, **more})
    clock = desk.sitting.clock
    changed = desk.registers.change(request.entry.id, longer, "Much to read", an_entry_id(clock))
    assert changed.answer.draft.said("answer_by") == "2027-02-16"
    own = replace(longer, answers={**longer.answers, "answer_by": "2027-01-11"})
    again = desk.registers.change(changed.answer.entry.id, own, "Agreed", an_entry_id(clock))
    assert again.answer.draft.said("answer_by") == "2027-01-11"


def test_that_what_names_somebody_is_found_with_what_stands_beside_it(desk: Desk) -> None:
    wren, linnet, _lena = a_school(desk)
    concern = a_concern_of(desk, wren)
    note = StepDraft(StepSort.NOTE, "2026-11-18T10:00", "Rang her aunt", concern.id)
    desk.steps.record(note, an_entry_id(desk.sitting.clock))
    request = asked(desk, wren.person)
    standing = desk.subject.standing(request.id)
    kinds = {one.kind for one in standing.of(CHILDREN)}
    assert kinds >= {"concern", "step"}
    assert {one.kind for one in standing.of(SCHOOL)} == {"person"}
    assert standing.parts() == (SCHOOL, CHILDREN)
    assert standing.waiting(CHILDREN) == len(standing.of(CHILDREN))
    assert standing.by_words >= 1
    other = asked(desk, linnet.person, about="Linnet Tamarisk")
    theirs = {one.record for one in desk.subject.items(other, SCHOOL)}
    assert theirs == {linnet.person}


def test_that_a_name_that_was_only_typed_finds_no_record(desk: Desk) -> None:
    a_school(desk)
    standing = desk.subject.standing(asked(desk, "").id)
    assert standing.items == ()


def test_that_another_register_is_no_request(desk: Desk) -> None:
    breach = a_draft(RegisterName.BREACHES)
    entry = desk.registers.record(breach, an_entry_id(desk.sitting.clock)).answer
    with pytest.raises(RecordMissingError):
        desk.subject.standing(entry.id)


def test_that_a_decision_is_kept_where_its_records_are_and_nowhere_else(desk: Desk) -> None:
    wren, *_others = a_school(desk)
    a_concern_of(desk, wren)
    request = asked(desk, wren.person)
    decide(desk, request.id, CHILDREN, {"*": Verdict.GIVE})
    written = {
        part: [
            entry.body.kind
            for entry in opened.part.ledger.entries()
            if entry.body.kind == SUBJECT_DECISION.name
        ]
        for part, opened in desk.sitting.parts.items()
    }
    assert written[CHILDREN]
    assert not written[SCHOOL]


def test_that_a_record_that_changed_is_decided_again(desk: Desk) -> None:
    wren, *_others = a_school(desk)
    concern = a_concern_of(desk, wren)
    request = asked(desk, wren.person)
    decide(desk, request.id, CHILDREN, {"*": Verdict.GIVE})
    again = replace(concern.draft, outcome="She is safe at home")
    clock = desk.sitting.clock
    desk.concerns.add_version(concern.entry.id, again, "It goes on", an_entry_id(clock))
    item = next(one for one in desk.subject.items(request, CHILDREN) if one.kind == "concern")
    assert item.changed_since
    assert item.stands is None
    with pytest.raises(UndecidedError) as refused:
        desk.leaving.gather(a_wish(request.id, PaperSort.SUBJECT_COPY))
    assert refused.value.count == 1


def test_that_what_stands_in_the_way_of_a_decision_is_told_all_at_once(desk: Desk) -> None:
    wren, *_others = a_school(desk)
    request = asked(desk, wren.person)
    clock = desk.sitting.clock
    draft = DecisionDraft(request.id, ())
    with pytest.raises(DraftError) as refused:
        desk.subject.decide(CHILDREN, draft, an_entry_id(clock))
    assert {one.field for one in refused.value.problems} == {
        *("items", "verdict", "dpo", "decided_on")
    }
    held = DecisionDraft(
        request.id, (Judged(wren_id(wren), 1),), Verdict.WITHHOLD, dpo="P", decided_on="2027-11-18"
    )
    with pytest.raises(DraftError) as refused:
        desk.subject.decide(CHILDREN, held, an_entry_id(clock))
    assert {(one.field, one.code) for one in refused.value.problems} == {
        ("exemption", "missing"),
        ("why", "missing"),
        ("decided_on", "not_yet"),
    }


def wren_id(wren: PersonRef) -> RecordId:
    return RecordId(wren.person)


def test_that_every_key_holder_is_asked_and_today_says_so_until_she_has_answered(
    school: Staffroom,
) -> None:
    with school.desk(MAYA) as desk:
        wren, *_others = a_school(desk)
        request = asked(desk, wren.person)
        standing = desk.subject.standing(request.id)
        assert {one.name for one in standing.asked} == {MAYA, OWEN, HESTER, ALBAN}
        assert [one.request for one in desk.subject.needs()] == [request.id]
        desk.subject.answer(request.id, an_entry_id(desk.sitting.clock))
        assert list(desk.subject.needs()) == []
        desk.subject.answer(request.id, an_entry_id(desk.sitting.clock), school.ids[ALBAN])
        told = {one.name: one for one in desk.subject.standing(request.id).asked}
        assert told[ALBAN].noted_by == MAYA
        assert not told[MAYA].noted_by
        assert desk.subject.standing(request.id).i_answered
    with school.desk(HESTER) as desk:
        assert [one.request for one in desk.subject.needs()] == [request.id]
    with school.desk(ALBAN) as desk:
        assert list(desk.subject.needs()) == []


def test_that_an_answer_is_the_same_with_a_sealed_case_and_without(school: Staffroom) -> None:
    """Two holders answer, one of whom holds a sealed case: nothing in School tells them apart."""
    with school.desk(MAYA) as desk:
        wren, *_others = a_school(desk)
        request = asked(desk, wren.person)
        desk.subject.answer(request.id, an_entry_id(desk.sitting.clock))
    with school.desk(HESTER) as desk:
        begin(desk, MAYA)
        desk.subject.answer(request.id, an_entry_id(desk.sitting.clock))
        ledger = desk.sitting.part(SCHOOL).ledger
        said = [one for one in ledger.entries() if one.body.kind == SUBJECT_ANSWER.name]
        assert len(said) == 2
        fields = [dict(one.body.fields) for one in said]
        for one in fields:
            assert one.pop("member") in school.ids.values()
        assert fields[0] == fields[1]
        assert len({one.body.reason for one in said}) == 1


def test_that_a_deputy_finds_nothing_of_staff_and_cannot_decide_there(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        _wren, _linnet, lena = a_school(desk)
        draft = a_draft(RegisterName.SUBJECT_REQUESTS, lena.person, about="Lena Harebell")
        request = desk.registers.record(draft, an_entry_id(desk.sitting.clock)).answer
        said = replace(a_concern_draft(), about=About.ADULT, people=(Involved(lena),))
        concern = desk.concerns.record(said, an_entry_id(desk.sitting.clock)).answer
        assert STAFF in desk.subject.standing(request.id).parts()
        judged = (Judged(concern.id, 1),)
    with school.desk(OWEN) as desk:
        assert STAFF not in desk.subject.standing(request.id).parts()
        draft_of = DecisionDraft(
            request.id, judged, Verdict.GIVE, dpo="Piran Sedgewick", decided_on="2026-11-18"
        )
        with pytest.raises(NotEntitledError):
            desk.subject.decide(STAFF, draft_of, an_entry_id(desk.sitting.clock))


def test_that_what_was_searched_is_written_into_the_request(desk: Desk) -> None:
    wren, *_others = a_school(desk)
    request = asked(desk, wren.person)
    desk.subject.write_searched(request.id, an_entry_id(desk.sitting.clock))
    desk.subject.write_searched(request.id, an_entry_id(desk.sitting.clock))
    said = desk.registers.open(request.id).draft.said("searched")
    assert said.count("every record that names Wren Tamarisk") == 2
    assert "Children" in said
