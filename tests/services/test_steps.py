"""What is done about a concern: steps beside it, and how it goes from new to closed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.chronology import ItemSort
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import About, ConcernSort, ConcernState, Involvement
from dsl_desk.domain.concern_list import Order, OrderBy, Wanted
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.concern_state import StateChange
from dsl_desk.domain.errors import DraftError, Problem, RecordMissingError
from dsl_desk.domain.ids import EntryId
from dsl_desk.domain.member_errors import GoesElsewhereError
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.step import StepDraft, StepSort, step_in_file
from tests.builders import a_concern_draft, an_entry_id

if TYPE_CHECKING:
    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.concern_draft import ConcernDraft
    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock

WREN = PersonRef("Wren Tamarisk", "0a" * 16)
AT = "2026-11-19T10:00"


def recorded(desk: Desk, clock: FakeClock, draft: ConcernDraft | None = None) -> Concern:
    clock.advance(minutes=1)
    return desk.concerns.record(draft or a_concern_draft(), an_entry_id(clock)).answer


def about_an_adult(name: str, role: Involvement) -> ConcernDraft:
    people = (Involved(PersonRef(name), role),)
    return replace(a_concern_draft(people=people), about=About.ADULT)


def test_that_steps_stand_beside_their_concern_in_the_order_of_time(
    desk: Desk, clock: FakeClock
) -> None:
    concern = recorded(desk, clock, a_concern_draft(people=(Involved(WREN),)))
    other = recorded(desk, clock)
    later = StepDraft(StepSort.CALL, AT, "Rang her mother", concern.id, with_whom="Her mother")
    earlier = replace(later, sort=StepSort.NOTE, at="2026-11-18", words="Sat alone", with_whom="")
    for draft in (later, earlier):
        changed = desk.steps.record(draft, an_entry_id(clock))
        assert changed.things == {Thing.STEPS}
    told = desk.steps.of(concern.id)
    assert [step.draft.words for step in told] == ["Sat alone", "Rang her mother"]
    assert told[1].draft.people == (WREN,)
    assert (told[1].author, told[1].version) == ("Maya Fernsby", 1)
    assert desk.steps.of(other.id) == ()
    assert desk.vault.check(lambda _done, _of: None).parts == tuple(Compartment)


def test_that_a_step_stands_with_those_it_names_and_nowhere_without_its_concern(
    desk: Desk, clock: FakeClock
) -> None:
    concern = recorded(desk, clock)
    step = StepDraft(StepSort.NOTE, AT, "Seen smiling", concern.id, (WREN,))
    assert desk.steps.record(step, an_entry_id(clock)).answer.draft.people == (WREN,)
    with pytest.raises(RecordMissingError):
        desk.steps.record(replace(step, concern="0d" * 16), an_entry_id(clock))
    change = StateChange(ConcernState.WAITING, "x")
    with pytest.raises(RecordMissingError):
        desk.concerns.move(EntryId("0d" * 16), change, an_entry_id(clock))


def test_that_a_step_without_a_concern_names_whom_it_is_about(desk: Desk, clock: FakeClock) -> None:
    draft = StepDraft(StepSort.NOTE, AT, "Seen smiling", people=(WREN,))
    assert desk.steps.record(draft, an_entry_id(clock)).answer.draft == draft


def test_that_no_decision_is_saved_without_its_reason_and_no_agency_without_its_name(
    desk: Desk, clock: FakeClock
) -> None:
    for sort, field in ((StepSort.DECISION, "why"), (StepSort.AGENCY, "agency")):
        with pytest.raises(DraftError) as told:
            desk.steps.record(StepDraft(sort, AT, "No referral"), an_entry_id(clock))
        assert told.value.problems == (Problem(field, "missing"),)
    draft = StepDraft(StepSort.NOTE, "soon", "", reference="x" * 201, reply_due="soon")
    with pytest.raises(DraftError) as told:
        desk.steps.record(draft, an_entry_id(clock))
    assert told.value.problems == (
        Problem("words", "missing"),
        Problem("at", "not_a_time"),
        Problem("reference", "too_long"),
        Problem("reply_due", "not_a_time"),
    )
    for at, code in (("", "missing"), ("2027-01-01", "to_come")):
        with pytest.raises(DraftError) as told:
            desk.steps.record(StepDraft(StepSort.NOTE, at, "w"), an_entry_id(clock))
        assert told.value.problems == (Problem("at", code),)


def test_that_a_step_stands_in_the_file_of_everybody_with_one(desk: Desk, clock: FakeClock) -> None:
    decided = StepDraft(StepSort.DECISION, AT, "No referral", people=(WREN,), why="It stopped")
    nobody = StepDraft(StepSort.NOTE, AT, "w", people=(PersonRef("Robin Ash"),))
    ledger = desk.sitting.part(Compartment.CHILDREN).ledger
    one, other = (desk.steps.record(draft, an_entry_id(clock)) for draft in (decided, nobody))
    item = step_in_file(ledger.newest(one.answer.id))
    assert (item.people, item.sort, item.title) == (
        (WREN.person,),
        ItemSort.DECISION,
        "No referral",
    )
    assert step_in_file(ledger.newest(other.answer.id)).people == ()


def test_that_a_concern_goes_from_new_to_closed_and_back_each_time_with_its_reason(
    desk: Desk, clock: FakeClock
) -> None:
    concern = recorded(desk, clock)
    closing = StateChange(ConcernState.CLOSED, "All is done", "It stopped")
    for change in (
        StateChange(ConcernState.IN_PROGRESS, "Spoke to her teacher"),
        StateChange(ConcernState.WAITING, "For the school nurse"),
        closing,
        StateChange(ConcernState.IN_PROGRESS, "It began again"),
    ):
        concern = desk.concerns.move(concern.entry.id, change, an_entry_id(clock)).answer
    versions = desk.concerns.versions(concern.id)
    assert [version.draft.state.value for version in versions] == [
        *("new", "in_progress", "waiting", "closed", "in_progress"),
    ]
    assert versions[3].reason == "All is done"
    assert concern.draft.outcome == "It stopped"
    assert desk.concerns.counts()[ConcernState.IN_PROGRESS] == 1
    change = StateChange(ConcernState.CLOSED, "")
    with pytest.raises(DraftError):
        desk.concerns.move(concern.entry.id, change, an_entry_id(clock))


def test_that_a_concern_about_a_member_of_staff_is_kept_in_staff(
    desk: Desk, clock: FakeClock
) -> None:
    recorded(desk, clock)
    draft = about_an_adult("Rowan Kestrel", Involvement.SAID_TO_HAVE_DONE_IT)
    concern = recorded(desk, clock, draft)
    assert concern.ref == "S-2026-001"
    assert desk.concerns.part_of(concern.id) is Compartment.STAFF
    assert desk.concerns.page(0, 9).total == 1
    staff = desk.concerns.page(0, 9, Wanted(Compartment.STAFF))
    assert [row.whom() for row in staff.rows] == ["Rowan Kestrel"]
    assert desk.concerns.open(concern.id) == concern
    assert desk.concerns.make_pdf(concern.id).answer.startswith(b"%PDF-")
    step = StepDraft(StepSort.ACTION, AT, "Told the Head", concern.id)
    desk.steps.record(step, an_entry_id(clock))
    assert [one.draft.words for one in desk.steps.of(concern.id)] == ["Told the Head"]
    with pytest.raises(DraftError) as told:
        desk.concerns.add_version(
            concern.entry.id, a_concern_draft(), "It was a child", an_entry_id(clock)
        )
    assert told.value.problems == (Problem("about", "other_part"),)
    assert desk.vault.check(lambda _done, _of: None).parts == tuple(Compartment)


@pytest.mark.parametrize("role", [Involvement.SAID_TO_HAVE_DONE_IT, Involvement.AFFECTED])
def test_that_a_concern_about_somebody_with_the_key_is_refused_with_the_route(
    desk: Desk, clock: FakeClock, role: Involvement
) -> None:
    with pytest.raises(GoesElsewhereError):
        recorded(desk, clock, about_an_adult("maya  fernsby", role))
    people = (Involved(PersonRef("Maya Fernsby"), Involvement.SAID_TO_HAVE_DONE_IT),)
    with pytest.raises(GoesElsewhereError):
        recorded(desk, clock, a_concern_draft(people=people))
    witness = (Involved(WREN), Involved(PersonRef("Maya Fernsby"), Involvement.WITNESS))
    assert recorded(desk, clock, a_concern_draft(people=witness)).ref == "C-2026-001"


def test_that_the_list_is_filtered_and_ordered_as_it_is_asked_for(
    desk: Desk, clock: FakeClock
) -> None:
    for name, sorts, told in (
        ("Robin Ash", (ConcernSort.NEGLECT,), "2026-11-17T08:00"),
        ("Wren Tamarisk", (ConcernSort.GROOMING, ConcernSort.SCAM), "2026-11-18T08:00"),
        ("Ada Linnet", (ConcernSort.SCAM,), "2026-11-16T08:00"),
    ):
        recorded(desk, clock, a_concern_draft(about=name, sorts=sorts, told_at=told))
    newest = desk.concerns.page(0, 1).rows[0]
    change = StateChange(ConcernState.WAITING, "x")
    desk.concerns.move(desk.concerns.open(newest.id).entry.id, change, an_entry_id(clock))

    def names(wanted: Wanted, order: Order) -> list[str]:
        page = desk.concerns.page(0, 9, wanted, order)
        assert page.total == len(page.rows)
        return [row.whom().split()[0] for row in page.rows]

    plain = Wanted()
    assert names(plain, Order(OrderBy.WHOM, rising=True)) == ["Ada", "Robin", "Wren"]
    assert names(plain, Order(OrderBy.TOLD)) == ["Wren", "Robin", "Ada"]
    assert names(plain, Order(OrderBy.REFERENCE, rising=True)) == ["Robin", "Wren", "Ada"]
    assert names(plain, Order(OrderBy.STATE))[0] == "Ada"
    assert len(names(plain, Order(OrderBy.TELLER))) == 3
    newest_first = Order()
    assert names(Wanted(states=(ConcernState.WAITING,)), newest_first) == ["Ada"]
    assert names(Wanted(sorts=(ConcernSort.GROOMING, ConcernSort.NEGLECT)), newest_first) == [
        "Wren",
        "Robin",
    ]
    assert names(Wanted(since="2026-11-17"), newest_first) == ["Wren", "Robin"]
    both = Wanted(states=(ConcernState.NEW,), sorts=(ConcernSort.SCAM,), since="2026-11-17")
    assert names(both, newest_first) == ["Wren"]


def test_that_open_concerns_are_counted_in_every_part_or_in_one(
    desk: Desk, clock: FakeClock
) -> None:
    recorded(desk, clock)
    recorded(desk, clock, about_an_adult("Sorrel Whinchat", Involvement.SAID_TO_HAVE_DONE_IT))
    assert desk.concerns.counts()[ConcernState.NEW] == 2
    assert desk.concerns.counts(Compartment.STAFF)[ConcernState.NEW] == 1
    desk.sitting.leave(Compartment.STAFF)
    assert desk.concerns.counts()[ConcernState.NEW] == 1
    assert desk.concerns.counts(Compartment.STAFF)[ConcernState.NEW] == 0


@pytest.mark.parametrize("by", OrderBy)
@pytest.mark.parametrize("rising", [False, True])
def test_that_pages_make_up_the_whole_list_from_both_ends(
    desk: Desk,
    clock: FakeClock,
    by: OrderBy,
    rising: bool,  # noqa: FBT001  # pytest hands it over
) -> None:
    for number in range(7):
        draft = a_concern_draft(about=f"Child {number * 3 % 7}", told_by=f"Teller {number % 2}")
        recorded(desk, clock, draft)
    order = Order(by, rising=rising)
    whole = desk.concerns.page(0, 99, order=order)
    assert (len(whole.rows), whole.total) == (7, 7)
    for count in (1, 2, 3):
        pages = [desk.concerns.page(first, count, order=order) for first in range(0, 7, count)]
        assert tuple(row for page in pages for row in page.rows) == whole.rows
    for first in (7, 9):
        assert desk.concerns.page(first, 3, order=order).rows == ()
