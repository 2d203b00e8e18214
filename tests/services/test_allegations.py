"""Allegations: kept where they belong, opened by the right people, and every step written down."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.allegation import ALLEGATION
from dsl_desk.domain.allegation_choices import AllegationStepSort as Sort
from dsl_desk.domain.allegation_choices import Held, LadoView, Reached
from dsl_desk.domain.allegation_course import advised, done_before_advice, is_closed, view, waits
from dsl_desk.domain.chronology import Whose
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import (
    DraftError,
    RecordMissingError,
)
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.lado_clock import ClockStands
from dsl_desk.domain.outcome import Outcome
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.domain.threshold import Answer, SchoolsView
from dsl_desk.domain.today import NeedSort
from dsl_desk.storage.shelves.chronology import stretch_of
from tests.builders import an_entry_id
from tests.services.adults import (
    a_consultation,
    a_contact,
    a_low_level_draft,
    a_removal,
    a_step,
    advice,
    an_adult,
    an_allegation_draft,
    an_outcome,
    begin,
    codes,
    do,
    four,
)
from tests.services.staffroom import HESTER

if TYPE_CHECKING:
    from dsl_desk.domain.chronology import ChronicleRow
    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock


def in_file(desk: Desk, person: str) -> tuple[ChronicleRow, ...]:
    database = desk.sitting.part(Compartment.STAFF).database
    return stretch_of(database, Whose((person,)), 0, 99).rows


def test_that_an_allegation_about_a_coach_is_kept_in_staff_with_a_reference(desk: Desk) -> None:
    record = begin(desk)
    view = desk.allegations.open(record)
    assert view.line.allegation.ref == "AL-2026-001"
    assert view.line.allegation.draft == an_allegation_draft()
    assert not view.line.sealed
    assert [line.allegation.written.id for line in desk.allegations.list()] == [record]


def test_that_the_same_id_never_makes_a_second_allegation(desk: Desk) -> None:
    entry = an_entry_id(desk.sitting.clock)
    for _ in range(2):
        desk.allegations.record(an_allegation_draft(), entry)
    assert len(desk.allegations.list()) == 1
    assert begin(desk) != RecordId(entry)
    assert desk.allegations.list()[0].allegation.ref == "AL-2026-002"


def test_that_opening_an_allegation_is_written_down_once_in_a_sitting(desk: Desk) -> None:
    record = begin(desk)
    for _ in range(2):
        desk.allegations.open(record)
    entries = desk.sitting.part(Compartment.STAFF).ledger.entries()
    opened = [one for one in entries if one.header.entry_class is EntryClass.OPENED]
    assert [one.body.fields["record"] for one in opened] == [record]


def test_that_what_is_missing_is_told_all_at_once(desk: Desk) -> None:
    with pytest.raises(DraftError) as error:
        begin(desk, replace(an_allegation_draft(), words=" ", told_at="", told_to=""))
    assert codes(error) == [("told_to", "missing"), ("told_at", "missing"), ("words", "missing")]


def test_that_a_missing_allegation_is_told(desk: Desk) -> None:
    with pytest.raises(RecordMissingError):
        desk.allegations.open(RecordId("00" * 16))


def test_that_amending_keeps_whom_it_is_about_and_wants_a_reason(desk: Desk) -> None:
    begin(desk)
    there = desk.allegations.list()[0].allegation
    other = an_allegation_draft(an_adult("Lena Harebell"))
    with pytest.raises(DraftError) as error:
        desk.allegations.amend(there, other, " ", an_entry_id(desk.sitting.clock))
    assert codes(error) == [("reason", "missing"), ("about", "somebody_else")]


def test_that_the_clock_runs_until_the_lado_was_reached(desk: Desk, clock: FakeClock) -> None:
    record = begin(desk)
    tries = (
        a_contact(Reached.NO_ANSWER),
        a_contact(Reached.MESSAGE_LEFT),
        a_contact(Reached.EMAIL),
    )
    view = do(desk, record, *tries)
    assert view.line.clock.stands(clock.now()) is ClockStands.RUNNING
    need = desk.today.read().now[0]
    assert (need.sort, need.ref, need.allegation) == (NeedSort.LADO_CLOCK, "AL-2026-001", record)
    assert (need.by, need.over, need.about) == ("2026-11-19T15:40+00:00", False, "")
    view = do(desk, record, a_contact())
    assert view.line.clock.stands(clock.now()) is ClockStands.IN_TIME
    asked = [NeedSort.DUTY_OVERDUE, NeedSort.NUMBER_CHECK]
    assert [one.sort for one in desk.today.read().now] == asked


def test_that_a_late_contact_is_not_written_without_why(desk: Desk, clock: FakeClock) -> None:
    record = begin(desk)
    clock.advance(days=1)
    late = a_contact(at="2026-11-20T09:00")
    with pytest.raises(DraftError) as error:
        do(desk, record, late)
    assert codes(error) == [("late_why", "missing")]
    assert desk.today.read().now[0].over
    do(desk, record, a_contact(Reached.NO_ANSWER, at="2026-11-20T09:00"))
    view = do(desk, record, a_contact(at="2026-11-20T09:00", late_why="Nobody was told of it"))
    assert view.line.clock.stands(clock.now()) is ClockStands.LATE
    do(desk, record, a_contact(at="2026-11-20T09:10"))  # they were reached before


def test_that_what_waits_for_advice_lifts_one_by_one(desk: Desk) -> None:
    record = begin(desk)
    assert waits(desk.allegations.open(record).line.steps) == tuple(Held)
    to_come = a_contact(still_to_come=True, may=(Held.TELL_ADULT,), at="2026-11-19T09:00")
    assert waits(do(desk, record, to_come).line.steps) == tuple(Held)
    told = advice(Held.TELL_PARENTS, at="2026-11-19T10:00", not_yet=(Held.TELL_ADULT,))
    steps = do(desk, record, told).line.steps
    assert waits(steps) == (Held.TELL_ADULT, Held.QUESTION, Held.SUSPEND)
    steps = do(desk, record, advice(Held.TELL_ADULT, at="2026-11-19T11:00")).line.steps
    assert advised(steps)[Held.TELL_ADULT].may
    held_again = advice(at="2026-11-19T12:00", not_yet=(Held.TELL_PARENTS,))
    assert Held.TELL_PARENTS in waits(do(desk, record, held_again).line.steps)


def test_that_acting_early_is_a_fact_and_no_lock(desk: Desk) -> None:
    record = begin(desk)
    told = a_step(Sort.ADULT_TOLD, answers={"told_by_whom": HESTER}, at="2026-11-19T09:00")
    do(desk, record, told, advice(Held.TELL_ADULT, at="2026-11-19T10:00"))
    view = do(desk, record, replace(told, at="2026-11-19T11:00"))
    assert [step.draft.at for step in done_before_advice(view.line.steps)] == ["2026-11-19T09:00"]


def test_that_a_threshold_is_changed_by_a_version_with_its_reason(desk: Desk) -> None:
    record = begin(desk)
    step = do(desk, record, four()).line.steps[0]
    entry = an_entry_id(desk.sitting.clock)
    with pytest.raises(DraftError):
        desk.allegations.change_step(step, four(offence=Answer.NOT_KNOWN), "", entry)
    why = "That is for the police to say"
    desk.allegations.change_step(step, four(offence=Answer.NOT_KNOWN), why, entry)
    first, second = desk.allegations.versions(record, step.written.id)
    assert (first.draft.answer("offence"), second.draft.answer("offence")) == ("no", "not_known")
    assert second.written.body.reason == why
    assert len(desk.allegations.open(record).line.steps) == 1


def test_that_a_consultation_without_names_can_end_it(desk: Desk, clock: FakeClock) -> None:
    record = begin(desk)
    view = do(desk, record, four(), a_consultation(LadoView.REFER))
    assert view.line.clock.stands(clock.now()) is ClockStands.RUNNING
    view = do(desk, record, a_consultation(LadoView.NO_REFERRAL), a_step(Sort.CLOSED, why="Below"))
    assert view.line.clock.stands(clock.now()) is ClockStands.IN_TIME
    assert is_closed(view.line.steps)


def test_that_a_resignation_never_closes_a_case(desk: Desk) -> None:
    record = begin(desk)
    do(desk, record, a_step(Sort.RESIGNATION))
    with pytest.raises(DraftError) as error:
        do(desk, record, a_step(Sort.CLOSED, why="They have left"))
    assert codes(error) == [("sort", "nothing_ended")]


def test_that_a_malicious_allegation_leaves_the_file_and_its_history_stays(desk: Desk) -> None:
    person = desk.people.add(
        PersonDraft(PersonKind.STAFF, "Kestrel", "Rowan", staff_kind=StaffKind.CONTRACTOR),
        an_entry_id(desk.sitting.clock),
    ).answer.id
    adult = an_adult(person=person)
    concern = desk.low_level.record(a_low_level_draft(adult), an_entry_id(desk.sitting.clock))
    grew = concern.answer.written.id
    record = begin(desk, an_allegation_draft(adult, grew_from=grew))
    assert desk.low_level.read(grew).draft.grew_into == record
    do(desk, record, four(risk=Answer.YES), a_contact())
    with pytest.raises(DraftError) as error:
        do(desk, record, a_removal())
    assert codes(error) == [("sort", "stays_in_file")]
    do(desk, record, an_outcome(Outcome.MALICIOUS))
    assert len(in_file(desk, person)) == 5
    assert len(desk.low_level.about(adult)) == 1
    do(desk, record, a_removal(Answer.YES))
    assert len(in_file(desk, person)) == 6
    do(desk, record, a_removal())
    assert in_file(desk, person) == ()
    assert desk.low_level.about(adult) == ()
    do(desk, record, a_removal())
    after = desk.allegations.open(record)
    assert [step.sort for step in after.line.steps].count(Sort.REMOVED) == 3
    assert not after.line.allegation.draft.in_file
    desk.vault.check(lambda _done, _of: None)


def test_that_a_view_says_what_the_four_answers_come_to(desk: Desk) -> None:
    record = begin(desk)
    for draft, says in (
        (four(), SchoolsView.LOW_LEVEL),
        (four(offence=Answer.NOT_KNOWN), SchoolsView.RING_TO_ASK),
        (four(risk=Answer.YES), SchoolsView.RING),
    ):
        steps = do(desk, record, draft).line.steps
        assert view(steps[-1:]) is says


def test_that_a_step_without_its_answers_is_told_before_anything_is_written(desk: Desk) -> None:
    record = begin(desk)
    with pytest.raises(DraftError) as error:
        do(desk, record, a_step(Sort.OUTCOME, answers={}))
    assert codes(error) == [("why", "missing"), ("outcome", "missing")]
    assert desk.allegations.open(record).line.steps == ()


def test_that_a_record_of_a_newer_program_stands_in_no_list(desk: Desk) -> None:
    newer = Body(ALLEGATION.name, ALLEGATION.schema + 1)
    name = an_entry_id(desk.sitting.clock)
    act = Act(name, RecordId(name), EntryClass.ALLEGATION, newer)
    with desk.sitting.writing(Compartment.STAFF, EntryClass.ALLEGATION) as write:
        write.enter(act)
    assert desk.allegations.list() == ()
