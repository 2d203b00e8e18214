"""What the policy asks of an entry of a register, what the entry answers, and who marks it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.duty_mark import DutyMark
from dsl_desk.domain.errors import DraftError, NotEntitledError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.policy.mark import NO_POLICY
from dsl_desk.domain.policy.states import DutyState
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.domain.today import NeedSort
from dsl_desk.storage.shelves.keeping import what_goes_with
from tests.registers import a_draft, a_pupil
from tests.services.looking import fresh_entry
from tests.services.staffroom import HESTER, MAYA, OWEN, Staffroom

if TYPE_CHECKING:
    from dsl_desk.domain.policy.states import DutyRow
    from dsl_desk.domain.registers.register import Registered
    from dsl_desk.domain.today import Need
    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock

    Case = tuple[str, RegisterName, dict[str, str], str, DutyState, str]

Name = RegisterName
DONE, NOT = DutyState.DONE, DutyState.DOES_NOT_APPLY


def adopted(desk: Desk, name: str) -> Desk:
    desk.policy.adopt(name, "As the governors chose", fresh_entry(desk))
    return desk


def written(desk: Desk, name: RegisterName, child: str = "", /, **answers: str) -> Registered:
    return desk.registers.record(a_draft(name, child, **answers), fresh_entry(desk)).answer


def by_key(rows: tuple[DutyRow, ...]) -> dict[str, DutyRow]:
    return {row.key: row for row in rows}


def of(desk: Desk, entry: Registered) -> dict[str, DutyRow]:
    return by_key(desk.register_duties.of(entry.id))


def a_mark(record: str, row: DutyRow, **more: object) -> DutyMark:
    mark = DutyMark(
        record, row.asked.matter, row.asked.act, row.told.recipient, DONE,
        at="2026-11-19T10:00", how="By telephone",
    )  # fmt: skip
    return replace(mark, **more)  # type: ignore[arg-type]  # a test names fields it knows


def needs(desk: Desk) -> list[Need]:
    today = desk.today.read()
    return [one for one in (*today.now, *today.later) if one.sort is NeedSort.REGISTER_DUTY]


@pytest.mark.parametrize(
    "case",
    [
        ("northwood", Name.BREACHES, {"dpo_told": "2026-11-18T09:00"}, "tell/dpo/breach", DONE,
         "2026-11-18T09:00"),
        ("northwood", Name.BREACHES, {"risk": "high"}, "decide//breach_risk", DONE, ""),
        ("northwood", Name.BREACHES,
         {"risk": "risk", "ico": "told", "ico_at": "2026-11-19T08:00"},
         "refer/ico/breach_ico", DONE, "2026-11-19T08:00"),
        ("northwood", Name.BREACHES, {"risk": "risk", "ico": "need_not", "ico_why": "Locked"},
         "refer/ico/breach_ico", NOT, ""),
        ("northwood", Name.BREACHES, {"risk": "high", "people_told": "yes"},
         "tell/parents/breach_people", DONE, ""),
        ("northwood", Name.BREACHES,
         {"risk": "high", "people_told": "no", "people_why": "Locked"},
         "tell/parents/breach_people", NOT, ""),
        ("shire", Name.DEPARTURES, {"told_head": "2026-11-14T08:00"}, "tell/head/departure", DONE,
         "2026-11-14T08:00"),
        ("shire", Name.DEPARTURES, {"hr_on": "2026-11-16", "hr_advice": "Write it down"},
         "ask/hr/departure_hr", DONE, "2026-11-16"),
        ("longton", Name.CONTACT_ATTEMPTS, {"child_told": "Maya Fernsby"},
         "advise/pupil/pupil_contact", DONE, ""),
        ("longton", Name.CONTACT_ATTEMPTS, {"dsl_told": "2026-11-18T08:00"},
         "tell/dsl/pupil_contact", DONE, "2026-11-18T08:00"),
        ("shire", Name.CONTACT_ATTEMPTS, {"parents": "yes"},
         "inform_parents/parents/pupil_contact", DONE, ""),
        ("shire", Name.CONTACT_ATTEMPTS, {"parents": "no", "parents_why": "The police ask so"},
         "inform_parents/parents/pupil_contact", NOT, ""),
        ("shire", Name.FILTERING, {}, "check/dsl/filtering", DONE, "2025-11-20"),
        ("shire", Name.TRANSFERS,
         {"sent_on": "2026-11-18", "sent_by": "Maya Fernsby", "way": "secure", "apart": "yes"},
         "refer/next_school/transfer", DONE, "2026-11-18"),
    ],
)  # fmt: skip
def test_that_what_an_entry_says_was_told_or_decided_is_done_by_whoever_wrote_it(
    desk: Desk, case: Case
) -> None:
    policy, name, answers, key, state, at = case
    entry = written(adopted(desk, policy), name, **answers)
    row = of(desk, entry)[key]
    assert row.mark is not None
    assert (row.state, row.mark.by) == (state, MAYA)
    assert row.mark.at == (at or entry.written_at.isoformat()[:16])
    assert row.mark.why if state is NOT else row.mark.how == "In this entry, version 1"


def test_that_what_nobody_answered_is_done_by_nobody(desk: Desk) -> None:
    adopted(desk, "shire")
    for name, key in (
        (Name.BREACHES, "tell/dpo/breach"),
        (Name.BREACHES, "decide//breach_risk"),
        (Name.DEPARTURES, "tell/head/departure"),
        (Name.CONTACT_ATTEMPTS, "inform_parents/parents/pupil_contact"),
        (Name.TRANSFERS, "refer/next_school/transfer"),
    ):
        row = of(desk, written(desk, name))[key]
        assert (key, row.mark) == (key, None)
    risky = written(desk, Name.BREACHES, risk="high")
    assert of(desk, risky)["tell/parents/breach_people"].presses
    assert of(desk, risky)["refer/ico/breach_ico"].presses


def test_that_the_version_counts_in_which_it_was_first_said(desk: Desk, clock: FakeClock) -> None:
    first = written(desk, Name.BREACHES)
    assert of(desk, first)["decide//breach_risk"].mark is None
    for answers in ({"risk": "high"}, {"risk": "high", "data": "Names"}):
        clock.advance(minutes=5)
        newest = desk.registers.versions(first.id)[-1]
        draft = a_draft(Name.BREACHES, **answers)
        desk.registers.change(newest.entry.id, draft, "Looked at", fresh_entry(desk))
    mark = of(desk, first)["decide//breach_risk"].mark
    assert mark is not None
    second = desk.registers.versions(first.id)[1].written_at
    assert (mark.how, mark.at) == ("In this entry, version 2", second.isoformat()[:16])


def test_that_whoever_wrote_it_down_need_not_be_told_and_the_others_must(desk: Desk) -> None:
    entry = written(adopted(desk, "shire"), Name.CONTACT_ATTEMPTS)
    rows = of(desk, entry)
    assert rows["tell/dsl/pupil_contact"].state is DONE
    assert rows["tell/head/pupil_contact"].state is DutyState.NOW


def test_that_a_duty_is_marked_by_hand_and_taken_back_with_a_reason(desk: Desk) -> None:
    entry = written(adopted(desk, "shire"), Name.CONTACT_ATTEMPTS)
    row = of(desk, entry)["tell/head/pupil_contact"]
    waiting = a_mark(entry.id, row, state=DutyState.WAITING)
    rows = desk.register_duties.mark(waiting, fresh_entry(desk)).answer
    assert by_key(rows)[row.key].state is DutyState.WAITING
    rows = desk.register_duties.mark(a_mark(entry.id, row), fresh_entry(desk)).answer
    assert by_key(rows)[row.key].state is DONE
    back = a_mark(entry.id, row, state=DutyState.NOW, at="", how="", why="It was the other one")
    rows = desk.register_duties.mark(back, fresh_entry(desk)).answer
    assert by_key(rows)[row.key].presses
    with pytest.raises(DraftError):
        desk.register_duties.mark(a_mark(entry.id, row, how=""), fresh_entry(desk))


def test_that_somebodys_own_mark_counts_before_what_the_entry_says(desk: Desk) -> None:
    entry = written(desk, Name.BREACHES, dpo_told="2026-11-18T09:00")
    row = of(desk, entry)["tell/dpo/breach"]
    mark = a_mark(entry.id, row, state=DutyState.NOW, at="", how="", why="Only a message left")
    rows = by_key(desk.register_duties.mark(mark, fresh_entry(desk)).answer)
    assert rows[row.key].presses


def test_that_an_entry_is_asked_by_the_policy_it_was_written_under(desk: Desk) -> None:
    before = written(desk, Name.DEPARTURES)
    assert desk.register_duties.policy_of(before.id) == NO_POLICY
    first = written(adopted(desk, "shire"), Name.DEPARTURES)
    mark = desk.policy.mark()
    assert desk.register_duties.policy_of(first.id) == mark
    adopted(desk, "northwood")
    assert "tell/head/departure" in of(desk, first)
    assert of(desk, written(desk, Name.DEPARTURES)) == {}


def test_that_today_names_what_is_overdue_until_it_is_done(desk: Desk, clock: FakeClock) -> None:
    entry = written(desk, Name.BREACHES)
    written(desk, Name.PHOTO_CONSENT, a_pupil(desk, clock))
    assert needs(desk) == []
    clock.advance(hours=24)
    [need] = needs(desk)
    assert (need.register, need.count, need.over) == (entry.id, 2, True)
    assert (need.about, need.ref) == ("A laptop was left on a bus", "Breaches")
    assert {"Decide", "Tell: Data protection officer"} >= {need.what}
    for row in desk.register_duties.of(entry.id):
        desk.register_duties.mark(a_mark(entry.id, row), fresh_entry(desk))
    assert needs(desk) == []


def test_that_what_today_has_a_clock_for_is_not_told_twice(desk: Desk, clock: FakeClock) -> None:
    entry = written(desk, Name.TRANSFERS, left_on="2026-10-01", timing="in_year")
    clock.advance(hours=24)
    assert of(desk, entry)["refer/next_school/transfer"].state is DutyState.OVERDUE
    assert needs(desk) == []


def test_that_today_names_no_adult_of_an_entry_kept_in_staff(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(adopted(desk, "shire"), Name.DEPARTURES)
    # No policy that comes with the desk counts hours there; one a school writes may.
    needs_of = "dsl_desk.services.register_needs"
    monkeypatch.setattr(f"{needs_of}.is_late", lambda row: row.presses)
    monkeypatch.setattr(f"{needs_of}._can_be_late", lambda *_asked: True)
    [need] = needs(desk)
    assert (need.about, need.ref, need.count) == ("", "Departures", 3)


def test_that_only_whoever_may_write_beside_an_entry_marks_its_duties(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        adopted(desk, "shire")
        entry = written(desk, Name.CONTACT_ATTEMPTS)
        departure = written(desk, Name.DEPARTURES)
    with school.desk(HESTER) as desk:
        row = of(desk, entry)["tell/head/pupil_contact"]
        with pytest.raises(NotEntitledError):
            desk.register_duties.mark(a_mark(entry.id, row), fresh_entry(desk))
    with school.desk(OWEN) as desk:
        assert Compartment.STAFF not in desk.sitting.parts
        assert departure.id not in {one.register for one in needs(desk)}
        rows = desk.register_duties.mark(a_mark(entry.id, row), fresh_entry(desk)).answer
        assert by_key(rows)[row.key].state is DONE


def test_that_a_mark_goes_with_the_record_of_its_entry(desk: Desk, clock: FakeClock) -> None:
    entry = written(adopted(desk, "shire"), Name.CONTACT_ATTEMPTS, a_pupil(desk, clock))
    name, database = fresh_entry(desk), desk.sitting.part(Compartment.CHILDREN).database
    row = of(desk, entry)["tell/head/pupil_contact"]
    desk.register_duties.mark(a_mark(entry.id, row), name)
    assert RecordId(name) in {row.record for row in what_goes_with(database, entry.id)}
