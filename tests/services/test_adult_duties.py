"""Duties of a case about an adult: asked by its facts, marked as steps, done by what was done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.adult import Standing
from dsl_desk.domain.allegation_choices import Agency
from dsl_desk.domain.allegation_choices import AllegationStepSort as Sort
from dsl_desk.domain.allegation_texts import answers_of, texts_of_low_level
from dsl_desk.domain.chronology import ItemSort
from dsl_desk.domain.concern_choices import SafeNow
from dsl_desk.domain.duty_mark import DutyMark
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.domain.policy.mark import NO_POLICY
from dsl_desk.domain.policy.states import DutyState
from dsl_desk.domain.policy.terms import DutyAct, Recipient
from dsl_desk.domain.today import NeedSort
from tests.builders import an_entry_id
from tests.services.adults import (
    a_contact,
    a_low_level_draft,
    a_step,
    about,
    an_adult,
    an_allegation_draft,
    an_outcome,
    begin,
    do,
    four,
)
from tests.services.staffroom import ALBAN, HESTER, MAYA

if TYPE_CHECKING:
    from dsl_desk.domain.ids import EntryId, RecordId
    from dsl_desk.domain.policy.states import DutyRow
    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock
    from tests.services.staffroom import Staffroom


def fresh(desk: Desk) -> EntryId:
    desk.sitting.clock.advance(minutes=1)  # type: ignore[attr-defined]  # the fake clock
    return an_entry_id(desk.sitting.clock)


def row(desk: Desk, record: RecordId, matter: str, act: DutyAct, who: str = "") -> DutyRow:
    named = Recipient(who) if who else None
    (found,) = [
        one
        for one in desk.adult_duties.of(record)
        if (one.asked.matter, one.asked.act, one.told.recipient) == (matter, act, named)
    ]
    return found


def a_mark(of: DutyRow, record: str, **more: object) -> DutyMark:
    mark = DutyMark(
        record=record,
        matter=of.asked.matter,
        act=of.asked.act,
        recipient=of.told.recipient,
        state=DutyState.DONE,
        at="2026-11-19T12:00",
        how="In the office",
        clauses=of.told.clauses,
        words=of.asked.words,
    )
    return replace(mark, **more)  # type: ignore[arg-type]  # a test names fields it knows


def test_that_what_was_done_about_a_case_does_the_duty_it_is_about(desk: Desk) -> None:
    record = begin(desk)
    assert row(desk, record, "lado", DutyAct.REFER, "lado").state is DutyState.NOW
    assert row(desk, record, "suspension", DutyAct.DECIDE).state is DutyState.LATER
    do(desk, record, four(), a_contact())
    lado = row(desk, record, "lado", DutyAct.REFER, "lado")
    assert lado.state is DutyState.DONE
    assert lado.mark is not None
    assert (lado.mark.at, lado.mark.how) == ("2026-11-19T12:10", "Ruth Saltmarsh, duty LADO")
    assert row(desk, record, "threshold", DutyAct.DECIDE).state is DutyState.DONE
    assert row(desk, record, "suspension", DutyAct.DECIDE).state is DutyState.NOW


def test_that_what_is_done_before_closing_is_asked_once_there_is_an_outcome(desk: Desk) -> None:
    record = begin(desk)
    do(desk, record, an_outcome())
    barring = row(desk, record, "barring", DutyAct.DECIDE, "dbs")
    assert barring.state is DutyState.NOW
    answers = {"left_activity": "no", "harm_test": "no", "referred": "no"}
    do(desk, record, a_step(Sort.DBS, why="Neither limb", answers=answers))
    assert row(desk, record, "barring", DutyAct.DECIDE, "dbs").state is DutyState.DONE
    assert row(desk, record, "barring", DutyAct.DECIDE, "tra").state is DutyState.NOW
    answers = {"dismissed": "no", "referred": "no"}
    do(desk, record, a_step(Sort.TRA, why="Not dismissed", answers=answers))
    assert row(desk, record, "barring", DutyAct.DECIDE, "tra").state is DutyState.DONE
    do(desk, record, a_step(Sort.CLOSED, why="The outcome stands"))
    assert desk.adult_duties.of(record)


def test_that_whom_a_policy_names_is_told_by_a_step(desk: Desk) -> None:
    record = begin(desk, an_allegation_draft(safe_now=SafeNow.NO))
    do(desk, record, a_step(Sort.AGENCY_TOLD, with_whom="PC Elder", answers=agency(Agency.POLICE)))
    done = [one for one in desk.adult_duties.of(record) if one.told.recipient is Recipient.POLICE]
    assert done
    assert {one.state for one in done if one.asked.act is DutyAct.TELL} == {DutyState.DONE}


def agency(one: Agency) -> dict[str, str]:
    return {"agency": one.value}


def test_that_a_mark_is_a_step_with_its_versions_and_no_line_in_the_adults_file(
    desk: Desk,
) -> None:
    draft = PersonDraft(PersonKind.STAFF, "Kestrel", "Rowan", staff_kind=StaffKind.VOLUNTEER)
    rowan = desk.people.add(draft, fresh(desk)).answer.id
    record = begin(desk, an_allegation_draft(an_adult(person=rowan)))
    duty = row(desk, record, "lado", DutyAct.REFER, "lado")
    with pytest.raises(DraftError):
        desk.adult_duties.mark(a_mark(duty, record, how=""), fresh(desk))
    waiting = a_mark(duty, record, state=DutyState.WAITING, how="Left a message")
    entry = fresh(desk)
    for _ in range(2):
        desk.adult_duties.mark(waiting, entry)
    marked = row(desk, record, "lado", DutyAct.REFER, "lado")
    assert marked.state is DutyState.WAITING
    never = a_mark(
        duty, record, state=DutyState.DOES_NOT_APPLY, at="", how="", why="No such clause"
    )
    desk.adult_duties.mark(never, fresh(desk))
    marked = row(desk, record, "lado", DutyAct.REFER, "lado")
    assert marked.state is DutyState.DOES_NOT_APPLY
    assert marked.mark is not None
    assert (marked.mark.at, marked.mark.why) == ("", "No such clause")
    (step,) = [one for one in desk.allegations.line(record).steps if one.sort is Sort.DUTY]
    assert (step.written.version, step.written.body.reason) == (2, "No such clause")
    assert answers_of(step.draft)["How it stands"] == "Does not apply"
    assert desk.chronology.counts(rowan) == {ItemSort.ALLEGATION: 1}


def test_that_a_low_level_concern_has_its_duties_marked_and_decided_by_the_signature(
    school: Staffroom,
) -> None:
    with school.desk(HESTER) as desk:
        concern = desk.low_level.record(a_low_level_draft(), fresh(desk)).answer
        record = concern.written.id
        threshold = row(desk, record, "threshold", DutyAct.DECIDE)
        assert threshold.presses
        wait = row(desk, record, "wait_for_advice", DutyAct.KEEP_TO)
        for how in ("Kept to it", "Kept to it, as the LADO says"):
            desk.adult_duties.mark(a_mark(wait, record, how=how), fresh(desk))
        kept = row(desk, record, "wait_for_advice", DutyAct.KEEP_TO)
        assert kept.mark is not None
        assert kept.mark.how == "Kept to it, as the LADO says"
        (step,) = desk.low_level.steps(record)
        assert step.written.version == 2
        desk.low_level.sign(desk.low_level.read(record), "A habit", fresh(desk))
        assert row(desk, record, "threshold", DutyAct.DECIDE).state is DutyState.DONE
        assert desk.adult_duties.policy_of(record) == NO_POLICY


def test_that_in_a_sealed_case_the_mark_is_sealed_and_nobody_tells_the_subject(
    school: Staffroom,
) -> None:
    with school.desk(ALBAN) as desk:
        record = begin(desk, an_allegation_draft(about(desk, HESTER, Standing.HEAD)))
        assert all(one.told.recipient is not Recipient.HEAD for one in desk.adult_duties.of(record))
        duty = row(desk, record, "lado", DutyAct.REFER, "lado")
        desk.adult_duties.mark(a_mark(duty, record), fresh(desk))
        assert row(desk, record, "lado", DutyAct.REFER, "lado").state is DutyState.DONE
        desk.cases.rewrite_all()
        assert desk.allegations.line(record).sealed
    with school.desk(HESTER) as desk:
        assert desk.allegations.list() == ()
        assert list(desk.adult_duties.needs()) == []


def test_that_today_tells_what_is_overdue_by_reference_and_not_what_has_a_clock(
    desk: Desk, clock: FakeClock
) -> None:
    record = begin(desk)
    (need,) = desk.adult_duties.needs()
    assert (need.sort, need.ref, need.allegation) == (
        NeedSort.DUTY_OVERDUE,
        "AL-2026-001",
        record,
    )
    assert need.about == ""
    count = need.count
    do(desk, record, four())
    assert sum(one.count for one in desk.adult_duties.needs()) == count - 1
    clock.advance(hours=24 * 7)
    assert all("LADO" not in one.what for one in desk.adult_duties.needs())
    do(desk, record, a_contact(answers={"reached": "spoke", "late_why": "Nobody was there"}))
    do(desk, record, an_outcome(), a_step(Sort.CLOSED, why="The outcome stands"))
    assert list(desk.adult_duties.needs()) == []


def test_that_each_record_says_under_which_policy_it_was_written(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        desk.policy.adopt("northwood", "The governors chose it", fresh(desk))
        record = begin(desk)
        assert "version 1" in desk.adult_duties.policy_of(record).words()
        asked = [one.asked for one in desk.adult_duties.of(record)]
        assert any("7.1" in mark for one in asked for mark in one.clauses)
        concern = desk.low_level.record(a_low_level_draft(), fresh(desk)).answer
        shown = texts_of_low_level(concern.draft)
        assert "version 1" in shown["Policy in force when it was written"]
        desk.policy.adopt("shire", "The trust has one", fresh(desk))
        assert "version 1" in desk.allegations.line(record).allegation.draft.policy.words()
        told = desk.allegations.stood(record)[-1]
        draft = replace(told.draft, witnesses="His sister")
        desk.allegations.amend(told, draft, "She came forward", fresh(desk))
        assert "version 2" in desk.allegations.line(record).allegation.draft.policy.words()
        before = a_step(Sort.ADVICE, with_whom="The LADO", answers={"overrides": "yes"})
        do(desk, record, before)
        asked = [one.asked for one in desk.adult_duties.of(record)]
        assert any("advice" in one.words for one in asked if one.act is DutyAct.RECORD)
