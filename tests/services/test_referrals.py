"""Referrals: consent or why not, a reply in one working day, chased, answered, escalated."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.chronology import ItemSort
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.done import Done
from dsl_desk.domain.errors import DraftError, NotEntitledError, Problem
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.policy.mark import NO_POLICY
from dsl_desk.domain.referral import Consent, ReferralDraft, ReferralTo, referral_in_file
from dsl_desk.domain.referral_state import ReferralState
from dsl_desk.domain.working_days import WEEKENDS_ONLY
from dsl_desk.services.calendars import calendar_in
from tests.builders import a_concern_draft, an_entry_id
from tests.conftest import FONTS

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock

WREN = PersonRef("Wren Tamarisk", "0a" * 16)
DRAFT = ReferralDraft(
    to=ReferralTo.SOCIAL_CARE,
    at="2026-11-19T11:00",
    spoke_to="Bryony Dunlin, front door team",
    words="Told them what Wren said, and that she will not go home.",
    consent=Consent.NOT_SOUGHT,
    consent_why="Asking would put her at more risk",
    people=(WREN,),
)


def test_that_a_referral_keeps_the_policy_it_was_made_under_and_says_so(
    desk: Desk, clock: FakeClock
) -> None:
    concern = desk.concerns.record(a_concern_draft(), an_entry_id(clock)).answer
    before = desk.referrals.record(replace(DRAFT, concern=concern.id), an_entry_id(clock)).answer
    assert before.draft.policy == NO_POLICY
    mark = desk.policy.adopt("shire", "The trust chose it", an_entry_id(clock)).answer.mark
    made = desk.referrals.record(replace(DRAFT, concern=concern.id), an_entry_id(clock)).answer
    assert made.draft.policy == mark
    desk.policy.adopt("longton", "Another", an_entry_id(clock))
    chased = desk.referrals.chase(made, "Rang again", an_entry_id(clock)).answer
    assert chased.draft.policy == mark  # it was made under that one, whatever came since
    first, second = Done(referrals=(before, chased)).in_order()
    assert not [line for line in first.lines if line.startswith("Policy")]
    assert f"Policy in force: {mark.words()}" in second.lines


def test_that_a_referral_waits_for_its_reply_until_it_is_answered(
    desk: Desk, clock: FakeClock
) -> None:
    concern = desk.concerns.record(
        a_concern_draft(people=(Involved(WREN),)), an_entry_id(clock)
    ).answer
    draft = replace(DRAFT, concern=concern.id, people=())
    made = desk.referrals.record(draft, an_entry_id(clock)).answer
    assert made.draft.reply_due == "2026-11-20"
    assert made.draft.people == (WREN,)
    assert desk.referrals.waiting() == desk.referrals.of(concern.id) == (made,)
    chased = desk.referrals.chase(made, "Rang again, ringing back at two", an_entry_id(clock))
    escalated = desk.referrals.escalate(
        chased.answer, "Took it to the team manager", an_entry_id(clock)
    )
    done = desk.referrals.answer(
        escalated.answer, "They will visit today", an_entry_id(clock)
    ).answer
    assert done.version == 4
    assert (done.draft.chased_at, done.draft.replied_at) == ("2026-11-19T12:14",) * 2
    assert (done.draft.escalated, done.reason) == (
        "Took it to the team manager",
        "They will visit today",
    )
    assert desk.referrals.waiting() == ()
    assert desk.vault.check(lambda _done, _of: None).parts == tuple(Compartment)


def test_that_a_reply_is_due_when_they_said_where_they_said_it(
    desk: Desk, clock: FakeClock
) -> None:
    draft = replace(DRAFT, reply_due="2026-11-23")
    assert desk.referrals.record(draft, an_entry_id(clock)).answer.draft.reply_due == "2026-11-23"


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"consent": Consent.UNANSWERED}, Problem("consent", "missing")),
        ({"consent_why": ""}, Problem("consent_why", "missing")),
        ({"spoke_to": " "}, Problem("spoke_to", "missing")),
        ({"words": ""}, Problem("words", "missing")),
        ({"at": ""}, Problem("at", "missing")),
        ({"at": "soon"}, Problem("at", "not_a_time")),
        ({"at": "2027-01-01"}, Problem("at", "to_come")),
        ({"reply_due": "soon"}, Problem("reply_due", "not_a_time")),
        ({"replied_at": "2026-11-19"}, Problem("reply", "missing")),
    ],
)
def test_that_what_a_referral_lacks_is_told(
    desk: Desk, clock: FakeClock, changes: dict[str, object], problem: Problem
) -> None:
    draft = replace(DRAFT, **changes)  # type: ignore[arg-type]  # a table of changes
    with pytest.raises(DraftError) as told:
        desk.referrals.record(draft, an_entry_id(clock))
    assert told.value.problems == (problem,)


def test_that_chasing_says_what_they_said(desk: Desk, clock: FakeClock) -> None:
    made = desk.referrals.record(DRAFT, an_entry_id(clock)).answer
    with pytest.raises(DraftError) as told:
        desk.referrals.chase(made, " ", an_entry_id(clock))
    assert told.value.problems == (Problem("reason", "missing"),)


def test_that_a_referral_stands_in_the_file_of_whom_it_is_about(
    desk: Desk, clock: FakeClock
) -> None:
    ledger = desk.sitting.part(Compartment.CHILDREN).ledger
    made = desk.referrals.record(DRAFT, an_entry_id(clock)).answer
    item = referral_in_file(ledger.newest(made.id))
    assert (item.people, item.sort, item.line) == (
        (WREN.person,),
        ItemSort.REFERRAL,
        "No answer yet",
    )
    done = desk.referrals.answer(made, "They will visit", an_entry_id(clock)).answer
    answered = referral_in_file(ledger.newest(done.id))
    assert answered.line == "Answered: They will visit"
    nobody = replace(DRAFT, people=(PersonRef("Robin Ash"),))
    other = desk.referrals.record(nobody, an_entry_id(clock)).answer
    assert referral_in_file(ledger.newest(other.id)).people == ()


@pytest.mark.parametrize(
    ("made", "due"),
    [
        ("2026-11-19", "2026-11-20"),
        ("2026-11-20", "2026-11-23"),
        ("2026-12-24", "2026-12-29"),
        ("2027-03-25", "2027-03-30"),
    ],
)
def test_that_a_working_day_is_no_weekend_and_no_bank_holiday(made: str, due: str) -> None:
    calendar = calendar_in(FONTS.parent)
    assert calendar.after(date.fromisoformat(made), 1) == date.fromisoformat(due)
    assert calendar.until > date(2028, 1, 1)


def test_that_a_calendar_that_cannot_be_read_still_knows_the_weekends(tmp_path: Path) -> None:
    assert calendar_in(tmp_path) is WEEKENDS_ONLY
    (tmp_path / "calendars").mkdir()
    (tmp_path / "calendars" / "bank-holidays.toml").write_text("until = 3", "utf-8")
    assert calendar_in(tmp_path) is WEEKENDS_ONLY
    assert WEEKENDS_ONLY.after(date(2026, 12, 24), 1) == date(2026, 12, 25)


def test_that_those_who_wait_stand_first_as_they_are_due_and_can_be_had_alone(
    desk: Desk, clock: FakeClock
) -> None:
    def made(day: int, due: str) -> str:
        draft = replace(DRAFT, at=f"2026-11-{day}", reply_due=due)
        return desk.referrals.record(draft, an_entry_id(clock)).answer.id

    later, late = made(10, "2026-11-25"), made(12, "2026-11-17")
    old, newer = made(13, "2026-11-14"), made(14, "2026-11-13")
    for record in (old, newer):
        [one] = [one for one in desk.referrals.waiting() if one.id == record]
        desk.referrals.answer(one, "They will visit", an_entry_id(clock))
    everything = desk.referrals.page(0, 9)
    assert [one.id for one in everything.rows] == [late, later, newer, old]
    assert [one.id for one in desk.referrals.page(1, 2).rows] == [later, newer]
    found = {state: desk.referrals.page(0, 9, state) for state in ReferralState}
    assert {state: [one.id for one in page.rows] for state, page in found.items()} == {
        ReferralState.WAITING: [late, later],
        ReferralState.OVERDUE: [late],
        ReferralState.ANSWERED: [newer, old],
    }
    counts = {state: page.total for state, page in found.items()}
    assert desk.referrals.counts() == counts
    assert everything.total == 4


def test_that_whoever_cannot_read_children_is_told_no_number_of_referrals(
    desk: Desk, clock: FakeClock
) -> None:
    desk.referrals.record(DRAFT, an_entry_id(clock))
    desk.sitting.leave(Compartment.CHILDREN)
    assert desk.referrals.counts() == {}
    with pytest.raises(NotEntitledError):
        desk.referrals.page(0, 9)
