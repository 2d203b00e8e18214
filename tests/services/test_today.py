"""Today: reminders by their day, who is named often, and what others wrote meanwhile."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import (
    About,
    ConcernSort,
    ConcernState,
    Involvement,
    Parents,
    SafeNow,
)
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.moments import Moment
from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.referral import Consent, ReferralDraft, ReferralTo
from dsl_desk.domain.task import TaskDraft
from dsl_desk.domain.today import NeedSort
from dsl_desk.services import today as todays_work
from tests.builders import a_concern_draft, an_entry_id
from tests.services.staffroom import HESTER, MAYA, OWEN

if TYPE_CHECKING:
    import pytest

    from dsl_desk.domain.concern import Concern
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock
    from tests.services.staffroom import Staffroom

WREN = "0a" * 16


def reminder(desk: Desk, clock: FakeClock, days: int, person: str = "") -> str:
    due = clock.now().date()
    draft = TaskDraft("Ring back", due.replace(day=due.day + days).isoformat(), person=person)
    return desk.tasks.record(draft, an_entry_id(clock)).answer.id


def back_after_a_concern(vault: TrainingVault, clock: FakeClock) -> Desk:
    """Record a concern, lock, and come back."""
    desk = vault.unlock()
    clock.advance(minutes=1)
    desk.concerns.record(a_concern_draft(), an_entry_id(clock))
    desk.close()
    clock.advance(minutes=1)
    return vault.unlock()


def test_that_a_reminder_stands_on_its_day_and_before_it_under_this_week(
    desk: Desk, clock: FakeClock
) -> None:
    today, tomorrow = reminder(desk, clock, 0, WREN), reminder(desk, clock, 1)
    page = desk.today.read()
    assert [(need.task, need.person) for need in page.now] == [(today, WREN)]
    assert [need.task for need in page.later] == [tomorrow]


def test_that_a_reminder_done_is_gone(desk: Desk, clock: FakeClock) -> None:
    task = reminder(desk, clock, 0)
    desk.tasks.done(desk.tasks.open(desk.tasks.open_ones()[0].id), "Rang.", an_entry_id(clock))
    assert task not in [need.task for need in desk.today.read().now]


def test_that_a_locked_child_part_leaves_the_page_empty(desk: Desk, clock: FakeClock) -> None:
    reminder(desk, clock, 0)
    desk.sitting.leave(Compartment.CHILDREN)
    assert desk.today.read().now == ()


def test_that_what_was_written_since_the_last_unlock_is_told_newest_first(
    vault: TrainingVault, clock: FakeClock
) -> None:
    desk = back_after_a_concern(vault, clock)
    clock.advance(minutes=1)
    reminder(desk, clock, 0)
    told = desk.today.read().since
    assert [(one.entry_class, one.ref, one.by_me) for one in told] == [
        (EntryClass.TASK, "", True),
        (EntryClass.CONCERN, "C-2026-001", True),
    ]
    assert not told[0].again
    desk.close()
    again = vault.unlock()
    assert [one.entry_class for one in again.today.read().since] == [EntryClass.TASK]
    again.close()


def test_that_the_last_unlock_is_found_behind_all_that_was_written_since(
    vault: TrainingVault, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(todays_work, "_LOOKED_BACK", 3)
    desk = back_after_a_concern(vault, clock)
    for number in range(7):
        clock.advance(minutes=1)
        desk.people.add(PersonDraft(PersonKind.PUPIL, f"Tamarisk {number}"), an_entry_id(clock))
    desk.close()
    clock.advance(minutes=1)
    again = vault.unlock()
    assert {one.entry_class for one in again.today.read().since} == {EntryClass.PERSON}
    again.close()


def test_that_without_the_part_that_knows_of_unlocks_everything_is_news(
    desk: Desk, clock: FakeClock
) -> None:
    clock.advance(minutes=1)
    reminder(desk, clock, 0)
    desk.sitting.leave(Compartment.SCHOOL)
    assert [one.entry_class for one in desk.today.read().since] == [EntryClass.TASK]


def test_that_what_was_disposed_of_is_told_without_its_words(desk: Desk, clock: FakeClock) -> None:
    clock.advance(minutes=1)
    concern = desk.concerns.record(a_concern_draft(), an_entry_id(clock)).answer
    with desk.sitting.writing(Compartment.CHILDREN, EntryClass.DISPOSAL) as write:
        write.dispose(concern.id, "Kept long enough")
    refs = {one.entry_class: one.ref for one in desk.today.read().since}
    assert refs[EntryClass.CONCERN] == ""


def test_that_each_open_concern_is_told_by_what_presses_most(desk: Desk, clock: FakeClock) -> None:
    def concern(**more: object) -> Concern:
        clock.advance(minutes=1)
        return desk.concerns.record(a_concern_draft(**more), an_entry_id(clock)).answer  # type: ignore[arg-type]  # a test names fields it knows

    unsafe, new = concern(safe_now=SafeNow.NOT_KNOWN), concern()
    gaps = concern(state=ConcernState.IN_PROGRESS)
    concern(state=ConcernState.CLOSED, safe_now=SafeNow.NO)
    whole = {
        "state": ConcernState.IN_PROGRESS,
        "sorts": (ConcernSort.OTHER,),
        "action": "Rang home.",
        "wishes": "To be left alone.",
        "parents": Parents.TOLD,
        "happened": Moment("2026-11-18"),
    }
    concern(**whole)
    told = {need.ref: (need.sort, need.about) for need in desk.today.read().now}
    assert told == {
        unsafe.ref: (NeedSort.NOT_SAFE, "Wren Tamarisk"),
        new.ref: (NeedSort.NEW_CONCERN, "Wren Tamarisk"),
        gaps.ref: (NeedSort.UNFINISHED, "Wren Tamarisk"),
    }


def test_that_a_concern_about_an_adult_is_told_by_its_reference_alone(
    desk: Desk, clock: FakeClock
) -> None:
    who = (Involved(PersonRef("Rowan Kestrel"), Involvement.SAID_TO_HAVE_DONE_IT),)
    draft = replace(a_concern_draft(people=who), about=About.ADULT)
    ref = desk.concerns.record(draft, an_entry_id(clock)).answer.ref
    (need,) = desk.today.read().now
    assert (need.ref, need.about, need.what) == (ref, "", "")


def test_that_a_reply_that_is_due_is_chased_on_its_day(desk: Desk, clock: FakeClock) -> None:
    draft = ReferralDraft(
        to=ReferralTo.SOCIAL_CARE,
        at="2026-11-19T09:00",
        spoke_to="The duty desk",
        words="They will ring back.",
        consent=Consent.GIVEN,
        people=(PersonRef("Wren Tamarisk", WREN),),
    )
    desk.referrals.record(draft, an_entry_id(clock))
    (need,) = desk.today.read().later
    assert (need.sort, need.due, need.about) == (
        NeedSort.REPLY_DUE,
        "2026-11-20",
        "Wren Tamarisk",
    )


def test_that_three_concerns_about_one_person_in_twelve_weeks_stand_together(
    desk: Desk, clock: FakeClock
) -> None:
    who = (Involved(PersonRef("Wren Tamarisk", WREN)),)
    for count in range(3):
        assert NeedSort.OFTEN_NAMED not in [need.sort for need in desk.today.read().now], count
        clock.advance(days=1)
        desk.concerns.record(a_concern_draft(people=who), an_entry_id(clock))
    often = [need for need in desk.today.read().now if need.sort is NeedSort.OFTEN_NAMED]
    assert [(need.person, need.count) for need in often] == [(WREN, 3)]
    clock.advance(days=90)
    assert NeedSort.OFTEN_NAMED not in [need.sort for need in desk.today.read().now]


def test_that_a_concern_changed_in_two_copies_waits_for_somebody(
    desk: Desk, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    concern = desk.concerns.record(a_concern_draft(), an_entry_id(clock)).answer
    monkeypatch.setattr(type(desk.concerns), "apart", lambda _self: (concern,))
    needs = {need.sort: need.concern for need in desk.today.read().now}
    assert needs[NeedSort.MADE_APART] == concern.id


def test_that_the_second_person_is_asked_about_a_disposal_and_nobody_else(
    school: Staffroom,
) -> None:
    with school.desk() as desk:
        clock = desk.sitting.clock
        concern = desk.concerns.record(a_concern_draft(), an_entry_id(clock)).answer
        entry = an_entry_id(clock)
        desk.disposals.propose(concern.id, "It was a test", entry, "It was a test of the desk")
    asked = {}
    for name in (MAYA, OWEN, HESTER):
        with school.desk(name) as desk:
            needs = desk.today.read().now
            asked[name] = [need.ref for need in needs if need.sort is NeedSort.DISPOSAL]
    assert asked == {MAYA: [], OWEN: [concern.ref], HESTER: []}
