"""What is due in a large school: found in slices, told as far as that came, never out of date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern import CONCERN, said_of
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.legal_hold import Held
from dsl_desk.domain.step import StepDraft, StepSort
from dsl_desk.services.dues import Dues
from tests.builders import TOLD_AT, a_concern_draft, an_entry_id
from tests.registers import a_pupil
from tests.services.adults import an_allegation_draft, begin

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock

MANY, AT_ONCE = 130, 60
YEARS = 60 * 24 * 366 * 26


@pytest.fixture
def desk(vault: TrainingVault, monkeypatch: pytest.MonkeyPatch) -> Desk:
    for module in ("dues", "due_search"):
        monkeypatch.setattr(f"dsl_desk.services.{module}.AT_ONCE", AT_ONCE)
    desk = vault.unlock()
    with desk.sitting.writing(Compartment.CHILDREN, EntryClass.CONCERN) as write:
        for number in range(MANY):
            name = EntryId(fresh_id(vault.clock.now()))
            write.record(CONCERN, said_of(a_concern_draft(), f"C-{number}"), name)
    vault.clock.advance(minutes=YEARS)
    return desk


def slowly(desk: Desk) -> set[RecordId]:
    """Return what is due by reading everything at once."""
    today = desk.sitting.clock.now().date()
    each = desk.retention._all()
    return {kept.record for kept, proposed in each if kept.is_due(today) and not proposed}


def found(desk: Desk) -> set[RecordId]:
    return {kept.record for kept in desk.retention.dues.now()}


def test_that_a_large_school_is_told_as_far_as_it_was_looked_through(desk: Desk) -> None:
    first = found(desk)
    assert AT_ONCE <= len(first) < MANY
    assert found(desk) == first
    assert desk.retention.dues.look_ahead(1000)
    assert found(desk) == slowly(desk)
    assert len(found(desk)) == MANY


def test_that_what_was_found_is_looked_at_again_when_something_was_written(
    desk: Desk, vault: TrainingVault
) -> None:
    assert desk.retention.dues.look_ahead(1000)
    one, other = sorted(found(desk))[:2]
    desk.retention.hold(one, "Inquiry asks for it", an_entry_id(vault.clock))
    desk.disposals.propose(other, "Its day has come", an_entry_id(vault.clock))
    assert found(desk) == slowly(desk)
    assert not {one, other} & found(desk)
    assert desk.retention.of(one).held is Held.PUT_ON


def test_that_another_day_is_looked_through_anew(desk: Desk, vault: TrainingVault) -> None:
    assert desk.retention.dues.look_ahead(1000)
    assert desk.retention.dues.look_ahead(0)
    vault.clock.advance(minutes=60 * 24)
    assert len(found(desk)) < MANY
    assert desk.retention.dues.look_ahead(1000)
    assert len(found(desk)) == MANY


def test_that_a_small_school_is_up_to_date_at_once(vault: TrainingVault, clock: FakeClock) -> None:
    desk = vault.unlock()
    assert found(desk) == set()
    child = a_pupil(desk, clock, born="1990-03-02", ends="2002-07-20")
    assert found(desk) == slowly(desk) == {child}


def test_that_slices_end_in_time(desk: Desk) -> None:
    dues = Dues(desk.sitting, desk.retention)
    search = dues._searching()
    asked = iter((False, True))
    assert not search.go_on(lambda: next(asked))
    assert search.seen == 50


def test_that_a_step_goes_with_its_concern_and_is_not_due_alone(
    vault: TrainingVault, clock: FakeClock
) -> None:
    desk = vault.unlock()
    concern = desk.concerns.record(a_concern_draft(), an_entry_id(clock)).answer.id
    draft = StepDraft(StepSort.CALL, TOLD_AT, "Rang home", concern, with_whom="Sorrel Tamarisk")
    desk.steps.record(draft, an_entry_id(clock))
    begin(desk, an_allegation_draft(told_at=TOLD_AT))
    clock.advance(minutes=YEARS)
    assert concern in found(desk)
    assert found(desk) == slowly(desk)
