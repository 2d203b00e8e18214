"""Files on their way: what Today says of them, and how one child stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.registers.register import Registered
from dsl_desk.domain.registers.register import RegisterName as Name
from dsl_desk.domain.today import NeedSort
from dsl_desk.domain.transfer import TransferState
from dsl_desk.services.transfers import ChildTransfers
from tests.builders import an_entry_id
from tests.registers import WREN, a_draft, a_pupil

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock

SENT = {"sent_on": "2026-11-16", "way": "by_hand", "apart": "yes", "sent_by": "Maya Fernsby"}
SIGNED = {
    "acknowledged_on": "2026-11-18",
    "acknowledged_by": "Tansy Hollybank, DSL",
    "acknowledged_how": "The slip came back",
}


def written(desk: Desk, clock: FakeClock, name: Name, child: str, **changes: str) -> Registered:
    clock.advance(seconds=1)
    return desk.registers.record(a_draft(name, child, **changes), an_entry_id(clock)).answer


def changed(desk: Desk, clock: FakeClock, of: Registered, **changes: str) -> Registered:
    clock.advance(seconds=1)
    draft = replace(of.draft, answers={**of.draft.answers, **changes})
    return desk.registers.change(of.entry.id, draft, "It went on", an_entry_id(clock)).answer


def needs(desk: Desk) -> list[tuple[NeedSort, str, str, str]]:
    return [(one.sort, one.about, one.what, one.due) for one in desk.transfers.needs()]


def test_that_today_tells_to_send_a_file_then_to_chase_its_receipt_then_nothing(
    desk: Desk, clock: FakeClock
) -> None:
    wren = a_pupil(desk, clock)
    entry = written(desk, clock, Name.TRANSFERS, wren)
    school = "Sedge Vale School"
    assert needs(desk) == [(NeedSort.FILE_TO_SEND, WREN, school, "2026-11-20")]
    view = desk.transfers.view(entry.id)
    assert (view.state, view.late) == (TransferState.NOT_MADE, False)
    entry = changed(desk, clock, entry, **SENT)
    assert needs(desk) == [(NeedSort.RECEIPT_TO_CHASE, WREN, school, "2026-11-23")]
    entry = changed(desk, clock, entry, chased="Rang Tansy Hollybank", next_check="2026-11-24")
    assert desk.transfers.view(entry.id).state is TransferState.CHASED
    assert needs(desk)[0][3] == "2026-11-24"
    entry = changed(desk, clock, entry, **SIGNED)
    assert needs(desk) == []
    assert entry.draft.said("retained") == "kept"
    assert entry.draft.said("state") == "acknowledged"


def test_that_a_file_sent_after_its_day_is_late_and_so_is_one_that_still_lies_here(
    desk: Desk, clock: FakeClock
) -> None:
    wren = a_pupil(desk, clock)
    entry = written(desk, clock, Name.TRANSFERS, wren, left_on="2026-10-01")
    assert desk.transfers.view(entry.id).late
    assert desk.transfers.view(changed(desk, clock, entry, **SENT).id).late
    in_time = written(desk, clock, Name.TRANSFERS, wren, left_on="2026-11-13", **SENT)
    assert not desk.transfers.view(in_time.id).late


def test_that_the_authority_is_named_where_there_is_no_school(desk: Desk, clock: FakeClock) -> None:
    to = {"to": "home", "school": "", "authority": "Ash Rookwood", "authority_on": "2026-11-16"}
    written(desk, clock, Name.TRANSFERS, a_pupil(desk, clock), **to)
    assert needs(desk)[0][2] == "Ash Rookwood"


def test_that_a_file_asked_for_is_chased_and_its_receipt_is_given(
    desk: Desk, clock: FakeClock
) -> None:
    wren = a_pupil(desk, clock)
    entry = written(desk, clock, Name.FILES_RECEIVED, wren)
    assert needs(desk) == [(NeedSort.FILE_TO_CHASE, WREN, "Sedge Vale School", "2026-11-16")]
    came = {
        "answer": "came",
        "answered_on": "2026-11-18",
        "came_from": "Tansy Hollybank, DSL",
        "received_by": "Maya Fernsby",
        "form": "paper",
        "kept_at": "Locked cupboard in the Head's office",
        "next_check": "",
    }
    entry = changed(desk, clock, entry, **came)
    assert needs(desk) == [(NeedSort.RECEIPT_TO_GIVE, WREN, "Sedge Vale School", "2026-11-25")]
    changed(desk, clock, entry, receipt_on="2026-11-19", told="The SENCO, on 19 November")
    assert needs(desk) == []


def test_that_a_new_starter_is_asked_for_until_something_is_written(
    desk: Desk, clock: FakeClock
) -> None:
    new = a_pupil(desk, clock, starts="2026-11-09")
    a_pupil(desk, clock, "Yarrow", "Sorrel")  # no first day is known
    a_pupil(desk, clock, "Ashby", "Rowan", starts="2025-09-03")  # has been here for long
    a_pupil(desk, clock, "Larkspur", "Tam", starts="2027-01-04")  # is not here yet
    a_pupil(desk, clock, "Sedge", "Ivy", starts="2026-11-02", ends="2026-11-16")  # has left
    assert [row.id for row in desk.transfers.starters()] == [new]
    (need,) = desk.transfers.needs()
    assert (need.sort, need.about, need.person) == (NeedSort.FILE_TO_ASK, WREN, new)
    assert need.due == "2026-11-16"
    assert desk.transfers.of_child(RecordId(new)).ask_by == "2026-11-16"
    written(
        desk,
        clock,
        Name.FILES_RECEIVED,
        new,
        answer="none",
        answered_on="2026-11-18",
        came_from="Tansy Hollybank",
    )
    assert desk.transfers.starters() == ()
    assert list(desk.transfers.needs()) == []
    told = desk.transfers.of_child(RecordId(new))
    assert (told.ask_by, len(told.coming)) == ("", 1)


def test_that_a_whole_year_group_is_one_row(desk: Desk, clock: FakeClock) -> None:
    for number in range(6):
        a_pupil(desk, clock, f"Yarrow{number}", "Sorrel", starts=f"2026-11-{9 + number:02}")
    (need,) = desk.transfers.needs()
    assert (need.count, need.due, need.register) == (6, "2026-11-16", "starters")


def test_that_a_childs_page_knows_of_a_day_of_leaving_without_a_transfer(
    desk: Desk, clock: FakeClock
) -> None:
    wren = a_pupil(desk, clock, ends="2026-11-27")
    assert desk.transfers.of_child(RecordId(wren)) == ChildTransfers(leaves=True)
    written(desk, clock, Name.TRANSFERS, wren)
    told = desk.transfers.of_child(RecordId(wren))
    assert (told.leaves, len(told.going)) == (False, 1)


def test_that_who_holds_no_key_to_children_is_told_nothing(desk: Desk, clock: FakeClock) -> None:
    wren = a_pupil(desk, clock, starts="2026-11-09")
    written(desk, clock, Name.TRANSFERS, wren)
    desk.sitting.leave(Compartment.CHILDREN)
    assert list(desk.transfers.needs()) == []
    assert desk.transfers.starters() == ()
    assert desk.transfers.of_child(RecordId(wren)) == ChildTransfers()
    assert desk.transfers.of_child(RecordId("0a" * 16)) == ChildTransfers()
