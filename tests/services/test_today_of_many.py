"""Nothing that needs somebody is left out of Today, however much there is of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.quarantine import QUARANTINE, QuarantineDraft, said_of_quarantine
from dsl_desk.domain.referral import REFERRAL, Consent, ReferralDraft, ReferralTo, said_of_referral
from dsl_desk.domain.task import TASK, TaskDraft, said_of_task
from dsl_desk.domain.today import NeedSort
from dsl_desk.domain.viewing import VIEWING, said_of_viewing
from tests.builders import an_entry_id
from tests.services.looking import a_viewing, captured, decided

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock

TODAY, CHILDREN = "2026-11-19", Compartment.CHILDREN
MANY, OF_LOOKS = 502, 202  # two more than was once read of each


def told(desk: Desk, sort: NeedSort) -> int:
    return sum(need.sort is sort for need in desk.today.read().now)


def test_that_every_reminder_of_a_day_stands_on_today(desk: Desk, clock: FakeClock) -> None:
    said = said_of_task(TaskDraft("Ring back", TODAY))
    with desk.sitting.writing(CHILDREN, EntryClass.TASK) as write:
        for _ in range(MANY):
            write.record(TASK, said, an_entry_id(clock))
    assert told(desk, NeedSort.TASK) == len(desk.tasks.open_ones()) == MANY


def test_that_every_reply_that_is_due_stands_on_today(desk: Desk, clock: FakeClock) -> None:
    draft = ReferralDraft(
        to=ReferralTo.SOCIAL_CARE,
        at="2026-11-18T09:00",
        spoke_to="The duty desk",
        words="They will ring back.",
        consent=Consent.GIVEN,
        reply_due=TODAY,
    )
    said = said_of_referral(draft)
    with desk.sitting.writing(CHILDREN, EntryClass.REFERRAL) as write:
        for _ in range(MANY):
            write.record(REFERRAL, said, an_entry_id(clock))
    assert told(desk, NeedSort.REPLY_DUE) == MANY


def test_that_every_look_that_nobody_ended_stands_on_today(desk: Desk, clock: FakeClock) -> None:
    said = said_of_viewing(a_viewing(desk), "V-2026-001")
    with desk.sitting.writing(CHILDREN, EntryClass.VIEWING) as write:
        for _ in range(OF_LOOKS):
            write.record(VIEWING, said, an_entry_id(clock))
    clock.advance(hours=5)
    assert told(desk, NeedSort.LOOK_OVER) == OF_LOOKS


def test_that_every_picture_set_aside_is_rung_about(desk: Desk, clock: FakeClock) -> None:
    piece = captured(desk, decided(desk).id)
    said = said_of_quarantine(QuarantineDraft(piece.id, "By mistake"))
    with desk.sitting.writing(CHILDREN, EntryClass.EVIDENCE) as write:
        for _ in range(OF_LOOKS):
            write.record(QUARANTINE, said, an_entry_id(clock))
    assert told(desk, NeedSort.RING_POLICE) == OF_LOOKS
