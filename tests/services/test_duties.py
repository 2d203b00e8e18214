"""Duties of a concern: who is told, what was done, by whom; each recipient apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import About, ConcernSort, Involvement, SafeNow
from dsl_desk.domain.concern_parts import Involved, Teller
from dsl_desk.domain.damage import Damage
from dsl_desk.domain.duty_mark import DutyMark
from dsl_desk.domain.errors import DamageError, DraftError, NotEntitledError, Problem
from dsl_desk.domain.ids import EntryId
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.policy.changes import Changes, SwitchedOff
from dsl_desk.domain.policy.states import DutyState
from dsl_desk.domain.policy.terms import DutyAct, Recipient
from dsl_desk.domain.today import NeedSort
from tests.builders import a_concern_draft, an_entry_id
from tests.services.staffroom import HESTER, MAYA, OWEN

if TYPE_CHECKING:
    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.policy.states import DutyRow
    from dsl_desk.domain.today import Need
    from dsl_desk.services.desk import Desk
    from tests.services.staffroom import Staffroom

REQUEST = a_concern_draft(sorts=(ConcernSort.PUPIL_CONTACT,))


def entry_of(desk: Desk) -> EntryId:
    desk.sitting.clock.advance(minutes=1)  # type: ignore[attr-defined]  # the fake clock
    return an_entry_id(desk.sitting.clock)


@pytest.fixture
def concern(desk: Desk) -> Concern:
    desk.policy.adopt("early-life", "The partners chose it", entry_of(desk))
    return desk.concerns.record(REQUEST, entry_of(desk)).answer


def needs(desk: Desk) -> tuple[Need, ...]:
    today = desk.today.read()
    return (*today.now, *today.later)


def telling(rows: tuple[DutyRow, ...]) -> dict[Recipient | None, DutyRow]:
    return {
        row.told.recipient: row
        for row in rows
        if (row.asked.matter, row.asked.act) == ("pupil_contact", DutyAct.TELL)
    }


def a_mark(concern: Concern, **more: object) -> DutyMark:
    mark = DutyMark(
        record=concern.id,
        matter="pupil_contact",
        act=DutyAct.TELL,
        recipient=Recipient.ONLINE_SAFETY,
        state=DutyState.DONE,
        at="2026-11-19T12:15",
        how="In the staff room",
        clauses=("ELE 5.4",),
        words="Report it straight away",
    )
    return replace(mark, **more)  # type: ignore[arg-type]  # a test names fields it knows


def test_that_everybody_a_policy_names_is_told_and_marked_apart(
    desk: Desk, concern: Concern
) -> None:
    before = telling(desk.duties.of(concern.id))
    assert set(before) == {Recipient.DSL, Recipient.ONLINE_SAFETY, Recipient.LINE_MANAGER}
    assert {row.state for row in before.values()} == {DutyState.NOW}
    told = desk.duties.mark(a_mark(concern), entry_of(desk))
    assert told.things == {Thing.DUTIES}
    after = telling(told.answer)
    done = after[Recipient.ONLINE_SAFETY]
    assert done.state is DutyState.DONE
    assert done.mark is not None
    assert (done.mark.at, done.mark.how) == ("2026-11-19T12:15", "In the staff room")
    assert done.mark.by == "Maya Fernsby"
    assert after[Recipient.DSL].state is DutyState.NOW
    assert desk.duties.of(concern.id) == told.answer


def test_that_a_second_mark_is_a_version_with_its_reason_and_the_same_id_is_written_once(
    desk: Desk, concern: Concern
) -> None:
    first = entry_of(desk)
    desk.duties.mark(a_mark(concern, state=DutyState.WAITING, how="Left a message"), first)
    desk.duties.mark(a_mark(concern, state=DutyState.WAITING, how="Left a message"), first)
    rows = desk.duties.mark(a_mark(concern), entry_of(desk)).answer
    assert telling(rows)[Recipient.ONLINE_SAFETY].state is DutyState.DONE
    back = a_mark(concern, state=DutyState.NOW, at="", how="", why="It was somebody else")
    rows = desk.duties.mark(back, entry_of(desk)).answer
    assert telling(rows)[Recipient.ONLINE_SAFETY].state is DutyState.NOW
    ledger = desk.sitting.part(Compartment.CHILDREN).ledger
    versions = ledger.versions(first)  # type: ignore[arg-type]  # a record has its first entry's id
    assert [(one.header.version, one.body.reason) for one in versions] == [
        (1, ""),
        (2, "In the staff room"),
        (3, "It was somebody else"),
    ]


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        ({"at": "", "how": " "}, [("at", "missing"), ("how", "missing")]),
        ({"at": "noon"}, [("at", "not_a_time")]),
        ({"at": "2026-12-01"}, [("at", "to_come")]),
        ({"why": "x" * 201}, [("why", "too_long")]),
        ({"state": DutyState.DOES_NOT_APPLY}, [("why", "missing")]),
        (
            {"state": DutyState.DOES_NOT_APPLY, "why": "No", "how": "x" * 201},
            [("how", "too_long")],
        ),
        ({"state": DutyState.OVERDUE, "why": "No"}, [("state", "not_to_be_marked")]),
    ],
)
def test_that_a_mark_says_when_and_how_or_why_not(
    desk: Desk, concern: Concern, change: dict[str, object], problems: list[tuple[str, str]]
) -> None:
    with pytest.raises(DraftError) as told:
        desk.duties.mark(a_mark(concern, **change), entry_of(desk))
    assert told.value.problems == tuple(Problem(*problem) for problem in problems)


def test_that_a_duty_does_not_apply_for_a_reason(desk: Desk, concern: Concern) -> None:
    mark = a_mark(
        concern,
        recipient=None,
        act=DutyAct.KEEP_TO,
        matter="no_promise",
        state=DutyState.DOES_NOT_APPLY,
        at="",
        how="",
        why="Nobody told us in person",
    )
    desk.duties.mark(mark, entry_of(desk))
    assert all(row.asked.matter != "no_promise" for row in desk.duties.of(concern.id))


def test_that_a_concern_is_asked_what_its_own_version_of_the_policy_asks(
    desk: Desk, concern: Concern
) -> None:
    desk.policy.adopt("longton", "Another school's", entry_of(desk))
    assert Recipient.ONLINE_SAFETY in telling(desk.duties.of(concern.id))
    typed = [row for row in desk.duties.asked(REQUEST) if row.matter == "pupil_contact"]
    told = {one.recipient for row in typed for one in row.whom}
    assert Recipient.ONLINE_SAFETY not in told
    assert Recipient.LINE_MANAGER in told


def test_that_the_records_of_the_school_say_who_is_in_it(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        people = desk.people
        wren = people.add(
            PersonDraft(PersonKind.PUPIL, "Tamarisk", "Wren", born="2016-03-01"), entry_of(desk)
        ).answer
        head = people.add(
            PersonDraft(PersonKind.STAFF, "Winterbourne", "Hester", staff_kind=StaffKind.TEACHER),
            entry_of(desk),
        ).answer
        ref = PersonRef(HESTER, head.id)
        draft = replace(
            REQUEST,
            people=(
                Involved(PersonRef("Wren Tamarisk", wren.id)),
                Involved(ref, Involvement.SAID_TO_HAVE_DONE_IT),
                Involved(PersonRef(OWEN)),
                Involved(PersonRef("Somebody", "0f" * 16)),
            ),
            told_by=Teller("Wren Tamarisk", wren.id),
            about=About.ADULT,
        )
        known = desk.duties.known(draft)
        assert known[wren.id].kind is PersonKind.PUPIL
        assert known[head.id].post is Recipient.HEAD
        assert known[OWEN].post is Recipient.DSL or known[OWEN].post is Recipient.DEPUTY_DSL
        assert "Somebody" not in known
        rows = [row for row in desk.duties.asked(draft) if row.matter == "staff_misuse"]
        told = {one.recipient for row in rows for one in row.whom}
        assert Recipient.CHAIR in told
        assert Recipient.HEAD not in told


def test_that_danger_is_first_and_the_clock_runs_from_when_we_were_told(
    desk: Desk, concern: Concern
) -> None:
    unsafe = desk.concerns.record(
        a_concern_draft(safe_now=SafeNow.NO, happened_at="2026-11-16T19:40"), entry_of(desk)
    ).answer
    first = desk.duties.of(unsafe.id)[0]
    assert first.asked.danger
    assert first.due is not None
    assert first.due.isoformat() == "2026-11-20T00:00:00+00:00"
    assert desk.duties.of(concern.id)


def test_that_parts_that_cannot_be_seen_are_named(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        assert desk.duties.unseen() == ()
        concern = desk.concerns.record(REQUEST, entry_of(desk)).answer
    with school.desk(OWEN) as desk:
        assert desk.duties.unseen() == (Compartment.STAFF,)
    with school.desk(HESTER) as desk, pytest.raises(NotEntitledError):
        desk.duties.mark(a_mark(concern), entry_of(desk))


def test_that_the_check_compares_marks_and_policies_with_the_ledger(
    desk: Desk, concern: Concern
) -> None:
    desk.duties.mark(a_mark(concern), entry_of(desk))
    desk.vault.check(lambda _done, _of: None)
    database = desk.sitting.part(Compartment.CHILDREN).database
    database.run("UPDATE duty_marks_2 SET recipient = 'head'")
    with pytest.raises(DamageError) as told:
        desk.vault.check(lambda _done, _of: None)
    assert told.value.where.damage is Damage.SHELF


def test_that_todays_needs_name_each_concern_with_something_overdue_once(desk: Desk) -> None:
    desk.policy.adopt("early-life", "The partners chose it", entry_of(desk))
    childs = desk.concerns.record(REQUEST, entry_of(desk)).answer
    adults = desk.concerns.record(replace(REQUEST, about=About.ADULT), entry_of(desk)).answer
    assert not [one for one in needs(desk) if one.sort is NeedSort.DUTY_OVERDUE]
    desk.sitting.clock.advance(minutes=3 * 24 * 60)  # type: ignore[attr-defined]  # the fake clock
    found = {one.concern: one for one in needs(desk) if one.sort is NeedSort.DUTY_OVERDUE}
    assert set(found) == {childs.id, adults.id}
    assert "Wren Tamarisk" in found[childs.id].about
    assert found[adults.id].about == ""  # by its reference only
    assert found[childs.id].what.startswith("Tell: ")
    assert found[childs.id].count == len(desk.duties.overdue((childs.id,))[childs.id])
    assert found[childs.id].due == "2026-11-20"


def test_that_a_switch_off_needs_the_other_member_until_it_is_seen(
    school: Staffroom,
) -> None:
    with school.desk(MAYA) as desk:
        adopted = desk.policy.adopt("shire", "The trust chose it", entry_of(desk)).answer
        off = SwitchedOff("commenter_contacted", "The office does so, in its own book")
        of = EntryId(adopted.mark.entry)
        desk.policy.change(of, Changes(off=(off,)), "As agreed", entry_of(desk))
        assert not [one for one in needs(desk) if one.sort is NeedSort.SWITCHED_OFF]
    with school.desk(OWEN) as desk:
        (need,) = [one for one in needs(desk) if one.sort is NeedSort.SWITCHED_OFF]
        assert (need.about, need.what) == (MAYA, "The office does so, in its own book")
        desk.policy.see("commenter_contacted", 2, entry_of(desk))
        assert not [one for one in needs(desk) if one.sort is NeedSort.SWITCHED_OFF]
