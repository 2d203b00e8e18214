"""Registers under the policy in force, and the yearly look at filtering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.policy.mark import NO_POLICY
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.domain.today import NeedSort
from tests.builders import an_entry_id
from tests.services.test_registers import is_written

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock


def test_that_the_next_look_at_filtering_takes_the_place_of_the_last(
    desk: Desk, clock: FakeClock
) -> None:
    first = is_written(desk, clock, RegisterName.FILTERING)
    [need] = desk.registers.needs()
    assert (need.sort, need.register) == (NeedSort.FILTERING_LOOK, first.id)
    is_written(desk, clock, RegisterName.FILTERING, looked_on="2026-11-19", next_look="2027-11-18")
    assert list(desk.registers.needs()) == []


def test_that_an_entry_keeps_the_policy_it_was_written_under(desk: Desk, clock: FakeClock) -> None:
    before = is_written(desk, clock, RegisterName.BREACHES)
    assert before.draft.policy == NO_POLICY
    desk.policy.adopt("northwood", "As the governors chose", an_entry_id(clock))
    after = is_written(desk, clock, RegisterName.BREACHES)
    assert after.draft.policy == desk.policy.mark()
    changed = desk.registers.change(before.entry.id, before.draft, "Anew", an_entry_id(clock))
    assert changed.answer.draft.policy == desk.policy.mark()
