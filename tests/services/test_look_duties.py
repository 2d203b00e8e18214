"""What the policy asks of a decision to look, and who says that it was done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.duty_mark import DutyMark
from dsl_desk.domain.entry import Body
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.evidence import Phone
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.policy.mark import NO_POLICY
from dsl_desk.domain.policy.states import DutyState
from dsl_desk.domain.policy.terms import DutyAct, Recipient
from dsl_desk.domain.today import NeedSort
from dsl_desk.domain.viewing import VIEWING, Look, Stands, ViewingDraft
from tests.services.looking import a_viewing, an_urgent_viewing, captured, decided, fresh_entry
from tests.services.staffroom import HESTER, MAYA, OWEN, Staffroom

if TYPE_CHECKING:
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.policy.states import DutyRow
    from dsl_desk.domain.today import Need
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock

AGAIN = {"surveillance": "Once, and for this", "new_information": "A second post"}


def adopted(desk: Desk, name: str) -> Desk:
    desk.policy.adopt(name, "As the governors chose", fresh_entry(desk))
    return desk


def by_duty(rows: tuple[DutyRow, ...]) -> dict[str, DutyRow]:
    return {cited.duty.id: row for row in rows for cited in row.asked.cited}


def needs(desk: Desk) -> list[Need]:
    today = desk.today.read()
    return [one for one in (*today.now, *today.later) if one.sort is NeedSort.LOOK_DUTY]


def a_mark(record: str, row: DutyRow, **more: object) -> DutyMark:
    mark = DutyMark(
        record, row.asked.matter, row.asked.act, row.told.recipient, DutyState.DONE,
        at="2026-11-19T10:00", how="By telephone",
    )  # fmt: skip
    return replace(mark, **more)  # type: ignore[arg-type]  # a test names fields it knows


def test_that_what_the_decision_says_was_decided_by_whoever_signed_it(desk: Desk) -> None:
    viewing = decided(adopted(desk, "northwood"))
    rows = by_duty(desk.look_duties.of(viewing.id))
    for duty in ("open_to_anybody", "proportionate", "best_placed"):
        assert (duty, rows[duty].state) == (duty, DutyState.DONE)
        mark = rows[duty].mark
        assert mark is not None
        assert (mark.how, mark.by) == (f"In {viewing.ref}, version 1", MAYA)
    assert rows["why_and_by_whom"].recorded
    assert not rows["why_and_by_whom"].presses
    assert not rows["no_breaking_in"].presses  # a rule that is kept to, not an act
    assert "into_the_file" not in rows


def test_that_nothing_is_decided_while_somebody_is_waited_for_or_it_was_urgent(desk: Desk) -> None:
    adopted(desk, "northwood")
    urgent = desk.viewings.decide(an_urgent_viewing(desk), fresh_entry(desk)).answer
    rows = by_duty(desk.look_duties.of(urgent.id))
    assert rows["proportionate"].state in (DutyState.NOW, DutyState.OVERDUE)
    assert rows["proportionate"].mark is None


def test_that_only_what_is_asked_of_looking_is_asked_here(desk: Desk) -> None:
    adopted(desk, "northwood")
    whose = PersonRef("Lena Harebell")
    viewing = decided(desk, whose=whose, stands=Stands.STAFF)
    asked = {cited.duty.id for row in desk.look_duties.of(viewing.id) for cited in row.asked.cited}
    assert "staff_insults" not in asked
    assert "proportionate" in asked
    evidence = captured(desk, viewing.id, phone=Phone(held_by="Lena's own"))
    rows = by_duty(desk.look_duties.of(viewing.id))
    assert {"into_the_file", "it_advice"} <= set(rows)
    assert rows["it_advice"].told.recipient is Recipient.IT
    assert evidence.captured.said.phone.held_by == "Lena's own"


def test_that_a_duty_of_a_look_is_marked_by_hand_and_again_with_a_reason(desk: Desk) -> None:
    viewing = decided(adopted(desk, "early-life"))
    row = by_duty(desk.look_duties.of(viewing.id))["talked_over"]
    assert (row.state, row.asked.act) == (DutyState.NOW, DutyAct.ASK)
    rows = desk.look_duties.mark(a_mark(viewing.id, row), fresh_entry(desk)).answer
    assert by_duty(rows)["talked_over"].state is DutyState.DONE
    back = a_mark(viewing.id, row, state=DutyState.NOW, at="", how="", why="It was the other one")
    rows = desk.look_duties.mark(back, fresh_entry(desk)).answer
    assert by_duty(rows)["talked_over"].presses
    with pytest.raises(DraftError):
        desk.look_duties.mark(a_mark(viewing.id, row, how=""), fresh_entry(desk))


def test_that_somebodys_own_mark_counts_before_what_the_decision_says(desk: Desk) -> None:
    viewing = decided(adopted(desk, "northwood"))
    row = by_duty(desk.look_duties.of(viewing.id))["proportionate"]
    mark = a_mark(viewing.id, row, state=DutyState.NOW, at="", how="", why="Ask again")
    rows = by_duty(desk.look_duties.mark(mark, fresh_entry(desk)).answer)
    assert rows["proportionate"].state is not DutyState.DONE


def test_that_today_names_who_was_to_be_asked_before_the_look_began(
    desk: Desk, clock: FakeClock
) -> None:
    viewing = decided(adopted(desk, "early-life"))
    assert needs(desk) == []
    clock.advance(minutes=30)
    [need] = needs(desk)
    assert (need.evidence, need.ref, need.about) == (viewing.id, viewing.ref, "Wren Tamarisk")
    assert need.what.startswith("Ask permission: ")
    rows = [row for row in desk.look_duties.of(viewing.id) if row.presses]
    for row in rows:
        desk.look_duties.mark(a_mark(viewing.id, row), fresh_entry(desk))
    assert needs(desk) == []


def test_that_today_names_nobody_of_a_look_that_is_kept_in_staff(
    desk: Desk, clock: FakeClock
) -> None:
    adopted(desk, "early-life")
    decided(desk, whose=PersonRef("Lena Harebell"), stands=Stands.STAFF)
    clock.advance(minutes=30)
    assert [one.about for one in needs(desk)] == [""]


def test_that_an_account_of_the_head_is_never_told_to_the_head(vault: TrainingVault) -> None:
    school = Staffroom(vault).add_everybody()
    with school.desk() as desk:
        adopted(desk, "early-life")
        draft = ViewingDraft(whose=PersonRef(HESTER), stands=Stands.OTHER)
        told = [row.recipient for one in desk.look_duties.asked(draft) for row in one.whom]
        assert Recipient.HEAD not in told
        assert desk.look_duties.unseen() == ()
    with school.desk(OWEN) as desk:
        assert desk.look_duties.unseen() == (Compartment.STAFF,)


def test_that_a_further_look_asks_why_the_police_do_not_while_it_is_typed(desk: Desk) -> None:
    first = a_viewing(desk)
    asked = {cited.duty.id for one in desk.look_duties.asked(first) for cited in one.cited}
    assert "again" not in asked
    decided(desk)
    asked = {cited.duty.id for one in desk.look_duties.asked(first) for cited in one.cited}
    assert "again" in asked
    second = decided(desk, **AGAIN)
    rows = [row.told.recipient for row in desk.look_duties.of(second.id)]
    assert {Recipient.POLICE, Recipient.SOCIAL_CARE} <= set(rows)


def test_that_not_looking_is_asked_nothing_of(desk: Desk) -> None:
    viewing = decided(desk, look=Look.NOT_TO_LOOK)
    assert desk.look_duties.of(viewing.id) == ()


def test_that_a_decision_keeps_and_prints_the_policy_it_was_made_under(desk: Desk) -> None:
    before = decided(desk)
    assert before.draft.policy == NO_POLICY
    adopted(desk, "northwood")
    viewing = decided(desk, **AGAIN)
    assert viewing.draft.policy == desk.policy.mark()
    draft = replace(before.draft, why="Anew")
    changed = desk.viewings.change(before.entry.id, draft, "Chosen", fresh_entry(desk)).answer
    assert changed.draft.policy == desk.policy.mark()
    [row] = [one for one in desk.look_duties.of(viewing.id) if one.asked.cited[0].duty.id == "again"
             and one.told.recipient is Recipient.POLICE]  # fmt: skip
    assert row.presses


def test_that_a_decision_of_before_was_under_no_policy(desk: Desk) -> None:
    viewing = decided(desk)
    fields: dict[str, Json] = dict(desk.looks.viewings.book.newest(viewing.id).body.fields)
    del fields["policy"]
    assert VIEWING.said_in(Body("viewing", 1, fields=fields)).draft.policy == NO_POLICY
