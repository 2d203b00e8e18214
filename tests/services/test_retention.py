"""Retention: a class for everything, a day that is reckoned, holds, and periods of the school."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.child_file import ChildFileDraft
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import About, ConcernSort, Involvement
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.disposal_errors import HeldAlreadyError
from dsl_desk.domain.errors import DraftError, Problem, RecordMissingError
from dsl_desk.domain.identity import IdentityDraft
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.legal_hold import Held
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.referral import Consent, ReferralDraft, ReferralTo
from dsl_desk.domain.retention import (
    RetentionClass,
    Since,
    class_of,
    read_periods,
    review_on,
    what_is_wrong_with_years,
)
from dsl_desk.domain.retention_period import PeriodDraft
from dsl_desk.domain.step import StepDraft, StepSort
from dsl_desk.domain.task import TaskDraft
from dsl_desk.services.retention import periods_in_force
from tests.builders import a_concern_draft, an_entry_id
from tests.conftest import FONTS

if TYPE_CHECKING:
    from dsl_desk.domain.concern import Concern
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock

WHY = "Told by the police to keep it"


def pupil(desk: Desk, clock: FakeClock, born: str = "2014-05-03", name: str = "Wren") -> PersonRef:
    draft = PersonDraft(PersonKind.PUPIL, "Tamarisk", name, born=born)
    made = desk.people.add(draft, an_entry_id(clock)).answer
    return PersonRef(draft.name, made.id)


def concern(
    desk: Desk, clock: FakeClock, *who: PersonRef, sorts: tuple[ConcernSort, ...] = ()
) -> Concern:
    clock.advance(minutes=1)
    people = tuple(Involved(one) for one in who) or (Involved(PersonRef("Wren Tamarisk")),)
    draft = a_concern_draft(people=people, sorts=sorts)
    return desk.concerns.record(draft, an_entry_id(clock)).answer


def test_that_a_concern_is_kept_25_years_from_the_birth_of_the_youngest(
    desk: Desk, clock: FakeClock
) -> None:
    wren, reed = pupil(desk, clock), pupil(desk, clock, "2016-02-29", "Reed")
    kept = desk.retention.of(concern(desk, clock, wren, reed).id)
    assert (kept.of, kept.review_on) == (RetentionClass.CHILD_FILE, date(2041, 3, 1))
    assert kept.line(date(2041, 2, 28)) == (
        "Kept until 1 March 2041, then looked at again: 25 years from the date of birth."
    )
    assert kept.what == "Wren Tamarisk and Reed Tamarisk"
    assert not kept.is_due(date(2041, 2, 28))
    assert kept.is_due(date(2041, 3, 1))
    assert kept.line(date(2041, 3, 1)).startswith("To be looked at again since 1 March 2041")


def test_that_without_a_birthday_the_last_entry_counts(desk: Desk, clock: FakeClock) -> None:
    unborn = pupil(desk, clock, "")
    told = concern(desk, clock, unborn, pupil(desk, clock))
    assert desk.retention.of(told.id).review_on == date(2051, 11, 19)
    clock.advance(minutes=60 * 24 * 40)
    note = StepDraft(StepSort.NOTE, "2026-11-20", "Seen at the gate", told.id)
    desk.steps.record(note, an_entry_id(clock))
    assert desk.retention.of(told.id).review_on == date(2051, 12, 29)


def test_that_an_allegation_is_kept_to_pension_age_or_ten_years(
    desk: Desk, clock: FakeClock
) -> None:
    def about(born: str) -> RecordId:
        draft = PersonDraft(
            PersonKind.STAFF, "Bulrush", "Lark", born=born, staff_kind=StaffKind.TEACHER
        )
        lark = PersonRef(draft.name, desk.people.add(draft, an_entry_id(clock)).answer.id)
        people = (Involved(lark, Involvement.SAID_TO_HAVE_DONE_IT),)
        told = replace(a_concern_draft(people=people), about=About.ADULT)
        return desk.concerns.record(told, an_entry_id(clock)).answer.id

    kept = [desk.retention.of(about(born)) for born in ("1990-01-01", "1950-01-01", "")]
    assert [one.review_on for one in kept] == [date(2058, 1, 1), date(2036, 11, 19), None]
    assert {one.of for one in kept} == {RetentionClass.ALLEGATION}
    assert kept[2].line(date.max).endswith("no day can be reckoned, because a date is not known.")


def test_that_what_names_sexual_abuse_is_on_hold_by_itself_until_that_is_lifted(
    desk: Desk, clock: FakeClock
) -> None:
    told = concern(desk, clock, pupil(desk, clock), sorts=(ConcernSort.SEXUAL,))
    kept = desk.retention.of(told.id)
    assert (kept.of, kept.held) == (RetentionClass.SEXUAL_ABUSE, Held.BY_ITSELF)
    assert kept.review_on == date(2101, 11, 19)
    assert "names sexual abuse" in kept.line(date.max)
    with pytest.raises(HeldAlreadyError):
        desk.retention.hold(told.id, WHY, an_entry_id(clock))
    entry = an_entry_id(clock)
    lifted = desk.retention.lift(told.id, "It was another concern", entry).answer
    assert lifted.held is Held.NOT
    assert desk.retention.lift(told.id, "It was another concern", entry).answer == lifted
    with pytest.raises(HeldAlreadyError):
        desk.retention.lift(told.id, WHY, an_entry_id(clock))
    assert desk.retention.held(0, 9).total == 0


def test_that_a_lift_holds_only_for_what_it_was_lifted_for(desk: Desk, clock: FakeClock) -> None:
    told = concern(desk, clock)
    desk.retention.hold(told.id, WHY, an_entry_id(clock))
    held = desk.retention.of(told.id)
    assert (held.held, held.line(date.max)) == (
        Held.PUT_ON,
        "Kept, whatever the day: on hold. Told by the police to keep it.",
    )
    desk.retention.lift(told.id, "They are done", an_entry_id(clock))
    worse = a_concern_draft(sorts=(ConcernSort.SEXUAL,))
    desk.concerns.add_version(told.entry.id, worse, "She said more", an_entry_id(clock))
    assert desk.retention.of(told.id).held is Held.BY_ITSELF
    assert [one.ref for one in desk.retention.held(0, 9).rows] == [told.ref]


def test_that_what_is_due_is_listed_the_longest_due_first(desk: Desk, clock: FakeClock) -> None:
    old, older = pupil(desk, clock, "2001-01-01", "Reed"), pupil(desk, clock, "1999-01-01", "Dove")
    first, second = concern(desk, clock, old), concern(desk, clock, older)
    concern(desk, clock, pupil(desk, clock))
    held = concern(desk, clock, older)
    desk.retention.hold(held.id, WHY, an_entry_id(clock))
    due = desk.retention.due(0, 9)
    assert [one.ref for one in due.rows] == [second.ref, first.ref]
    stretch = desk.retention.due(1, 1)
    assert ([one.ref for one in stretch.rows], stretch.first, stretch.total) == ([first.ref], 1, 2)


def test_that_everything_of_a_child_has_a_day(desk: Desk, clock: FakeClock) -> None:
    wren = pupil(desk, clock)
    told = concern(desk, clock, wren)
    at = "2026-11-18T10:00"
    step = desk.steps.record(StepDraft(StepSort.NOTE, at, "Seen", told.id), an_entry_id(clock))
    referral = ReferralDraft(ReferralTo.POLICE, at, "Bryony", "Told", Consent.GIVEN, "", told.id)
    made = desk.referrals.record(referral, an_entry_id(clock))
    task = TaskDraft("Ring", "2026-11-20", person=wren.person)
    set_task = desk.tasks.record(task, an_entry_id(clock))
    file = desk.people.keep_file(None, ChildFileDraft(wren), "", an_entry_id(clock))
    account = desk.identities.add(IdentityDraft("A game", "wrenny"), an_entry_id(clock))
    known = IdentityDraft("A game", "wrenny2", person=wren, basis="She said so")
    hers = desk.identities.add(known, an_entry_id(clock))
    del file
    records = (step.answer.id, made.answer.id, set_task.answer.id, hers.answer.id)
    assert {desk.retention.of(one).review_on for one in records} == {date(2039, 5, 3)}
    assert desk.retention.of(account.answer.id).review_on == date(2051, 11, 19)
    of_file = desk.retention.of_file(wren.person)
    assert of_file is not None
    assert (of_file.review_on, of_file.what) == (date(2039, 5, 3), wren.name)
    reed = pupil(desk, clock, name="Reed").person
    assert desk.retention.of_file(reed) is None
    line = "Kept until 3 May 2039, then looked at again: 25 years from the date of birth."
    assert desk.retention.file_line(wren.person) == desk.retention.file_line(reed) == line
    assert desk.retention.file_line(pupil(desk, clock, "", "Dove").person) == ""
    assert desk.retention.of(RecordId(wren.person)).line(date.max) == (
        "Kept as long as any record names them."
    )
    with pytest.raises(RecordMissingError):
        desk.retention.of(RecordId("0d" * 16))
    assert desk.vault.check(lambda _done, _of: None).parts == tuple(Compartment)


def test_that_the_school_may_change_a_period_with_a_reason(
    vault: TrainingVault, clock: FakeClock
) -> None:
    desk = vault.unlock()
    told = concern(desk, clock, pupil(desk, clock))
    first, second = (
        PeriodDraft(RetentionClass.CHILD_FILE, years, "As our insurer asks") for years in (30, 35)
    )
    desk.retention.change_period(first, an_entry_id(clock))
    clock.advance(minutes=1)
    changed = desk.retention.change_period(second, an_entry_id(clock)).answer
    desk.close()
    desk = vault.unlock()
    assert changed.why == "35 years from the date of birth, as the school has decided"
    kept = desk.retention.of(told.id)
    assert kept.review_on == date(2049, 5, 3)
    assert desk.retention.rules()[RetentionClass.CHILD_FILE].changed == "As our insurer asks"
    assert desk.vault.check(lambda _done, _of: None).parts == tuple(Compartment)
    desk.close()


@pytest.mark.parametrize(
    ("draft", "problem"),
    [
        (PeriodDraft(RetentionClass.CONSENT, 0, WHY), Problem("years", "not_years")),
        (PeriodDraft(RetentionClass.CONSENT, 121, WHY), Problem("years", "not_years")),
        (PeriodDraft(RetentionClass.CONSENT, 5, " "), Problem("reason", "missing")),
        (PeriodDraft(RetentionClass.LEDGER, 5, WHY), Problem("years", "not_in_years")),
    ],
)
def test_that_a_period_that_is_none_is_refused(
    desk: Desk, clock: FakeClock, draft: PeriodDraft, problem: Problem
) -> None:
    with pytest.raises(DraftError) as told:
        desk.retention.change_period(draft, an_entry_id(clock))
    assert told.value.problems == (problem,)


def test_that_a_hold_needs_its_reason(desk: Desk, clock: FakeClock) -> None:
    told = concern(desk, clock)
    with pytest.raises(DraftError) as said:
        desk.retention.hold(told.id, " ", an_entry_id(clock))
    assert said.value.problems == (Problem("reason", "missing"),)


def test_that_every_class_has_its_dated_period_and_its_source() -> None:
    periods = periods_in_force(FONTS.parent)
    assert set(periods.rules) == set(RetentionClass)
    assert all(rule.source and rule.why for rule in periods.rules.values())
    assert periods.checked_on > periods.holds_from


@pytest.mark.parametrize("text", ["", 'from = "2026-01-01"\nclass = []', 'class = "x"'])
def test_that_data_that_leave_out_a_class_are_refused(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        read_periods(text)


@pytest.mark.parametrize("terms", ['terms = "x"', "terms = [3]"])
def test_that_terms_that_are_none_are_refused(terms: str) -> None:
    with pytest.raises(TypeError):
        read_periods(f'[[class]]\nname = "ledger"\nwhy = ""\nsource = ""\n{terms}')


@pytest.mark.parametrize(
    ("typed", "code"),
    [("", "missing"), (" ", "missing"), ("many", "not_years"), ("0", "not_years"), ("7", "")],
)
def test_that_a_number_of_years_is_one_from_1_to_120(typed: str, code: str) -> None:
    found = what_is_wrong_with_years(typed)
    assert [problem.code for problem in found] == ([code] if code else [])


def test_that_a_record_of_a_class_that_is_none_of_a_childs_file_is_its_own() -> None:
    assert class_of("lock_after", Compartment.SCHOOL) is RetentionClass.SCHOOL


def test_that_no_day_is_later_than_days_go() -> None:
    rule = periods_in_force(FONTS.parent).rules[RetentionClass.CONSENT]
    assert review_on(rule, {Since.MADE: date(9998, 2, 1)}) == date(9999, 2, 1)


def test_that_a_member_of_no_part_is_told_of_nothing(desk: Desk) -> None:
    for part in (Compartment.CHILDREN, Compartment.STAFF, Compartment.SCHOOL):
        desk.sitting.leave(part)
    assert desk.retention.due(0, 9).total == 0
    assert desk.retention.of_file("0a" * 16) is None
    assert desk.retention.rules()[RetentionClass.CONSENT].terms
    assert desk.disposals.waiting() == ()
