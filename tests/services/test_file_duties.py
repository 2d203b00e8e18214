"""What is open in somebody's file: concerns, looks and entries, in every part we hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import About, ConcernSort, ConcernState, SafeNow
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.duty_mark import DutyMark
from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.policy.states import DutyState
from dsl_desk.domain.policy.terms import DutyAct, Recipient
from dsl_desk.domain.registers.register import RegisterName
from tests.builders import a_concern_draft, an_entry_id
from tests.registers import a_draft, a_pupil
from tests.services.looking import decided
from tests.services.staffroom import MAYA, OWEN

if TYPE_CHECKING:
    import pytest

    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.concern_draft import ConcernDraft
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock
from tests.services.staffroom import Staffroom

AGAIN = {"surveillance": "Once, and for this", "new_information": "A second post"}


def entry_of(desk: Desk) -> EntryId:
    desk.sitting.clock.advance(minutes=1)  # type: ignore[attr-defined]  # the fake clock
    return an_entry_id(desk.sitting.clock)


def wren(desk: Desk) -> PersonRef:
    pupil = PersonDraft(PersonKind.PUPIL, "Tamarisk", "Wren")
    return PersonRef("Wren Tamarisk", desk.people.add(pupil, entry_of(desk)).answer.id)


def named(who: PersonRef, **more: object) -> ConcernDraft:
    return a_concern_draft(people=(Involved(who),), **more)  # type: ignore[arg-type]  # fields of a draft


def recorded(desk: Desk, draft: ConcernDraft) -> Concern:
    return desk.concerns.record(draft, entry_of(desk)).answer


def test_that_every_concern_that_names_a_child_is_asked_and_no_other(desk: Desk) -> None:
    who = wren(desk)
    first = recorded(desk, named(who))
    unsafe = recorded(desk, named(who, safe_now=SafeNow.NO))
    adults = recorded(desk, replace(named(who), about=About.ADULT))
    recorded(desk, a_concern_draft(about="Somebody else"))
    recorded(desk, named(who, state=ConcernState.CLOSED, outcome="All is well"))
    found = desk.file_duties.of(who.person)
    assert {one.record for one in found.open} == {first.id, unsafe.id, adults.id}
    assert (found.open[0].record, found.open[0].row.asked.danger) == (unsafe.id, True)
    assert found.unseen == ()


def test_that_what_was_left_open_long_ago_is_asked_however_many_came_after(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dsl_desk.services.file_duties._STRETCH", 2)
    who = wren(desk)
    oldest = recorded(desk, named(who))
    for _ in range(4):
        recorded(desk, named(who, state=ConcernState.CLOSED, outcome="All is well"))
    assert {one.record for one in desk.file_duties.of(who.person).open} == {oldest.id}


def test_that_what_is_done_is_gone_and_what_waits_stays(desk: Desk) -> None:
    who = wren(desk)
    concern = recorded(desk, named(who, sorts=(ConcernSort.PUPIL_CONTACT,)))

    def told() -> list[tuple[DutyState, Recipient | None]]:
        rows = [one.row for one in desk.file_duties.of(who.person).open]
        return [
            (row.state, row.told.recipient) for row in rows if row.asked.matter == "pupil_contact"
        ]

    assert told() == [(DutyState.NOW, Recipient.DSL)]
    mark = DutyMark(
        record=concern.id,
        matter="pupil_contact",
        act=DutyAct.TELL,
        recipient=Recipient.DSL,
        state=DutyState.WAITING,
        at="2026-11-19T12:15",
        how="Left a message",
        clauses=("KCSIE Tell the DSL",),
        words="Tell the DSL",
    )
    desk.duties.mark(mark, entry_of(desk))
    assert told() == [(DutyState.WAITING, Recipient.DSL)]
    desk.duties.mark(replace(mark, state=DutyState.DONE, how="In the office"), entry_of(desk))
    assert told() == []
    presses = desk.file_duties.of(who.person).presses()
    assert "tell/dsl/pupil_contact" not in {row.key for row in presses}
    assert "record//record" in {row.key for row in presses}  # nobody is named
    assert presses
    assert all(row.presses for row in presses)


def test_that_whoever_holds_no_key_to_a_part_sees_nothing_of_it(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        who = wren(desk)
        adults = recorded(desk, replace(named(who), about=About.ADULT))
        assert [one.record for one in desk.file_duties.of(who.person).open][:1] == [adults.id]
    with school.desk(OWEN) as desk:
        found = desk.file_duties.of(who.person)
        assert (found.open, found.unseen) == ((), (Compartment.STAFF,))


def test_that_looks_and_entries_about_a_child_are_asked_and_those_about_others_not(
    desk: Desk, clock: FakeClock
) -> None:
    desk.policy.adopt("early-life", "As the governors chose", entry_of(desk))
    wren_id, other = a_pupil(desk, clock), a_pupil(desk, clock, "Dunnock", "Perran")
    look = decided(desk, whose=PersonRef("Wren Tamarisk", wren_id))
    ended = decided(desk, whose=PersonRef("Wren Tamarisk", wren_id), **AGAIN)
    desk.viewings.end(ended, "Nothing", entry_of(desk))
    attempt = a_draft(RegisterName.CONTACT_ATTEMPTS, wren_id)
    tried = desk.registers.record(attempt, entry_of(desk)).answer
    transfer = a_draft(RegisterName.TRANSFERS, wren_id)
    leaves = desk.registers.record(transfer, entry_of(desk)).answer
    consent = a_draft(RegisterName.PHOTO_CONSENT, wren_id, standing="withdrawn")
    asked = desk.registers.record(consent, entry_of(desk)).answer
    assert any(row.presses for row in desk.register_duties.of(asked.id))
    by_other = replace(attempt, people={"child": other, "adult": wren_id})
    desk.registers.record(by_other, entry_of(desk))
    found = desk.file_duties.of(wren_id).open
    assert {(one.kind, one.record, one.called) for one in found} == {
        ("viewing", look.id, f"decision {look.ref}"),
        ("contact_attempt", tried.id, "the register Contact by pupils"),
        ("child_transfer", leaves.id, "the register Files to the next school"),
    }
    kinds = {one.kind for one in desk.file_duties.of(other).open}
    assert kinds == {"contact_attempt"}
