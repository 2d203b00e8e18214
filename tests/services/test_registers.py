"""Registers: written, changed with a reason, listed, found, due again, in the right part."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import (
    DraftError,
    NotEntitledError,
    Problem,
    RecordMissingError,
)
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.member_errors import GoesElsewhereError
from dsl_desk.domain.registers.all import REGISTERS
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.domain.today import NeedSort
from tests.builders import an_entry_id
from tests.registers import a_draft, a_pupil
from tests.services.staffroom import HESTER, MAYA, OWEN, WHY, Staffroom

if TYPE_CHECKING:
    from dsl_desk.domain.registers.register import Registered
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock

Name = RegisterName


def is_written(desk: Desk, clock: FakeClock, name: RegisterName, /, **changes: str) -> Registered:
    clock.advance(seconds=1)
    told = desk.registers.record(
        a_draft(name, changes.pop("id", ""), **changes), an_entry_id(clock)
    )
    assert told.things == {Thing.REGISTERS}
    return told.answer


@pytest.mark.parametrize("name", RegisterName)
def test_that_every_register_keeps_its_entries_in_its_own_part(
    desk: Desk, clock: FakeClock, name: RegisterName
) -> None:
    wren = a_pupil(desk, clock)
    entry = is_written(desk, clock, name, id=wren)
    register = REGISTERS[name]
    assert desk.sitting.part(register.part).ledger.knows(bytes.fromhex(entry.id))
    (row,) = desk.registers.page(name, 0, 9).rows
    assert (row.id, row.register, row.version) == (entry.id, name, 1)
    assert row.cells[0] == register.title_of(entry.draft)
    assert desk.registers.open(entry.id) == entry
    assert desk.vault.check(lambda _done, _of: None).entries


def test_that_the_same_id_never_makes_a_second_entry(desk: Desk, clock: FakeClock) -> None:
    name = an_entry_id(clock)
    first = desk.registers.record(a_draft(Name.ACCOUNTS), name).answer
    assert desk.registers.record(a_draft(Name.ACCOUNTS), name).answer == first
    assert desk.registers.page(Name.ACCOUNTS, 0, 9).total == 1


def test_that_what_stands_in_the_way_is_told_and_nothing_is_written(
    desk: Desk, clock: FakeClock
) -> None:
    with pytest.raises(DraftError) as told:
        is_written(desk, clock, Name.ACCOUNTS, notes="password: fern")
    assert told.value.problems == (Problem("notes", "password"),)
    assert desk.registers.page(Name.ACCOUNTS, 0, 9).total == 0


def test_that_a_change_keeps_what_stood_there_with_its_reason(desk: Desk, clock: FakeClock) -> None:
    entry = is_written(desk, clock, Name.ACCOUNTS)
    closed = a_draft(Name.ACCOUNTS, standing="closed")
    clock.advance(minutes=1)
    told = desk.registers.change(entry.entry.id, closed, " Nobody reads it ", an_entry_id(clock))
    assert (told.answer.version, told.answer.reason) == (2, "Nobody reads it")
    assert [one.draft for one in desk.registers.versions(entry.id)] == [
        entry.draft,
        told.answer.draft,
    ]
    (row,) = desk.registers.page(Name.ACCOUNTS, 0, 9).rows
    assert (row.version, row.is_open, row.due) == (2, False, "")


def test_that_a_change_without_a_reason_is_refused(desk: Desk, clock: FakeClock) -> None:
    entry = is_written(desk, clock, Name.ACCOUNTS)
    with pytest.raises(DraftError) as told:
        desk.registers.change(entry.entry.id, entry.draft, " ", an_entry_id(clock))
    assert told.value.problems == (Problem("reason", "missing"),)


def test_that_an_entry_is_found_by_any_word_of_it(desk: Desk, clock: FakeClock) -> None:
    is_written(desk, clock, Name.ACCOUNTS)
    kept = is_written(desk, clock, Name.ACCOUNTS, platform="Blog", purpose="Reports of class 6H")
    page = desk.registers.page(Name.ACCOUNTS, 0, 9, " 6h ")
    assert [row.id for row in page.rows] == [kept.id]
    assert page.total == 1
    assert desk.registers.page(Name.ACCOUNTS, 0, 9, "Ours, and app").total == 2
    assert desk.registers.page(Name.BREACHES, 0, 9, "6h").total == 0


def test_that_the_newest_stands_first_and_a_page_begins_where_it_was_asked(
    desk: Desk, clock: FakeClock
) -> None:
    older = is_written(desk, clock, Name.ACCOUNTS, approved_on="2026-01-05")
    newer = is_written(desk, clock, Name.ACCOUNTS, approved_on="2026-09-05")
    rows = desk.registers.page(Name.ACCOUNTS, 0, 9).rows
    assert [row.id for row in rows] == [newer.id, older.id]
    second = desk.registers.page(Name.ACCOUNTS, 1, 1)
    assert ([row.id for row in second.rows], second.first, second.total) == ([older.id], 1, 2)


def test_that_a_list_shows_what_a_child_is_called_now(desk: Desk, clock: FakeClock) -> None:
    wren = a_pupil(desk, clock)
    is_written(desk, clock, Name.PHOTO_CONSENT, id=wren)
    person = desk.people.open(RecordId(wren)).person
    named = replace(person.draft, known_as="", surname="Tamarisk-Yarrow")
    desk.people.change(person.entry.id, named, WHY, an_entry_id(clock))
    (row,) = desk.registers.page(Name.PHOTO_CONSENT, 0, 9).rows
    assert row.cells[0] == "Wren Tamarisk-Yarrow"
    assert desk.registers.open(row.id).draft.answers["child"] == "Wren Tamarisk"


def test_that_reading_an_entry_is_written_down_once_in_a_sitting(
    desk: Desk, clock: FakeClock
) -> None:
    entry = is_written(desk, clock, Name.BREACHES)
    before = desk.sitting.part(Compartment.SCHOOL).ledger.count()
    desk.registers.open(entry.id)
    desk.registers.open(entry.id)
    assert desk.sitting.part(Compartment.SCHOOL).ledger.count() == before + 1


def test_that_an_entry_nobody_wrote_is_missing(desk: Desk) -> None:
    with pytest.raises(RecordMissingError):
        desk.registers.open(RecordId("0a" * 16))


def test_that_a_request_is_looked_at_again_two_school_days_later_unless_a_day_is_said(
    desk: Desk, clock: FakeClock
) -> None:
    by_itself = is_written(desk, clock, Name.TAKE_DOWNS)
    assert by_itself.draft.answers["next_check"] == "2026-11-23"  # written on a Thursday
    said = is_written(desk, clock, Name.TAKE_DOWNS, next_check="2026-11-30")
    assert said.draft.answers["next_check"] == "2026-11-30"
    done = {"outcome": "removed", "outcome_on": "2026-11-19"}
    assert "next_check" not in is_written(desk, clock, Name.TAKE_DOWNS, **done).draft.people
    over = is_written(desk, clock, Name.TAKE_DOWNS, **done)
    assert over.draft.said("next_check") == ""


def test_that_what_is_due_again_needs_somebody(desk: Desk, clock: FakeClock) -> None:
    wren = a_pupil(desk, clock)
    for name in RegisterName:
        is_written(desk, clock, name, id=wren)
    is_written(desk, clock, Name.TAKE_DOWNS, next_check="2027-01-11")  # not within the week
    needs = {need.sort: need for need in desk.registers.needs()}
    assert {sort: need.due for sort, need in needs.items()} == {
        NeedSort.BREACH_CLOCK: "2026-11-21",
        NeedSort.TAKE_DOWN_CHECK: "2026-11-23",
        NeedSort.CONSENT_ENDS: "2026-11-24",
        NeedSort.ACCOUNT_CHECK: "2026-11-16",
        NeedSort.FILTERING_LOOK: "2026-11-20",
    }
    breach = needs[NeedSort.BREACH_CLOCK]
    assert (breach.about, breach.ref) == ("A laptop was left on a bus", "08:40")
    assert desk.registers.open(RecordId(breach.register)).draft.register is Name.BREACHES
    today = desk.today.read()
    assert [need.sort for need in today.now] == [
        NeedSort.FILE_TO_CHASE,
        *(NeedSort.ACCOUNT_CHECK, NeedSort.BREACH_CLOCK, NeedSort.SUBJECT_ASKED),
    ]
    assert {need.sort for need in today.later} == {
        NeedSort.FILE_TO_SEND,
        NeedSort.TAKE_DOWN_CHECK,
        NeedSort.CONSENT_ENDS,
        NeedSort.FILTERING_LOOK,
    }


def test_that_nobody_asks_again_for_a_child_who_has_left(desk: Desk, clock: FakeClock) -> None:
    gone = a_pupil(desk, clock, ends="2026-10-23")
    is_written(desk, clock, Name.PHOTO_CONSENT, id=gone)
    assert list(desk.registers.needs()) == []
    here = a_pupil(desk, clock, forename="Sorrel", ends="2027-07-21")
    is_written(desk, clock, Name.PHOTO_CONSENT, id=here, child="Sorrel Tamarisk")
    assert len(list(desk.registers.needs())) == 1


def test_that_the_head_decides_what_the_dsl_proposed(vault: TrainingVault) -> None:
    room = Staffroom(vault).add_everybody()
    with room.desk(MAYA) as desk:
        proposal = is_written(desk, vault.clock, Name.APPROVALS)
    answers = {
        "decision": "agreed",
        "decided_by": HESTER,
        "decided_on": "2026-11-19",
        "decision_why": "A teacher reads it first.",
    }
    decided = a_draft(Name.APPROVALS, **answers)
    with room.desk(OWEN) as desk, pytest.raises(DraftError) as told:
        desk.registers.change(proposal.entry.id, decided, WHY, an_entry_id(vault.clock))
    assert told.value.problems == (Problem("told_how", "not_yours"),)
    with room.desk(HESTER) as desk:
        change = desk.registers.change(proposal.entry.id, decided, WHY, an_entry_id(vault.clock))
        assert (change.answer.author, change.answer.version) == (HESTER, 2)


def test_that_the_policy_says_who_decides_where_nobody_said_otherwise(
    desk: Desk, clock: FakeClock
) -> None:
    with pytest.raises(DraftError) as told:  # law and guidance say nothing on it
        is_written(desk, clock, Name.APPROVALS, who_decides="")
    assert told.value.problems == (Problem("who_decides", "missing"),)
    desk.policy.adopt("early-life", WHY, an_entry_id(clock))
    account = is_written(desk, clock, Name.APPROVALS, who_decides="")
    assert account.draft.said("who_decides") == "leaders"
    contact = is_written(desk, clock, Name.APPROVALS, who_decides="", sort="contact")
    assert contact.draft.said("who_decides") == "head"
    chosen = is_written(desk, clock, Name.APPROVALS, who_decides="chair")
    assert chosen.draft.said("who_decides") == "chair"
    assert desk.registers.deciders()["contact"][0].title == "Managing Partner"
    assert desk.registers.titles()["head"] == "Managing Partner"


def test_that_whoever_holds_no_key_to_a_part_does_not_see_its_registers(
    vault: TrainingVault,
) -> None:
    room = Staffroom(vault).add_everybody()
    with room.desk(MAYA) as desk:
        departure = is_written(desk, vault.clock, Name.DEPARTURES)
        assert desk.registers.readable() == tuple(RegisterName)
    with room.desk(OWEN) as desk:
        assert Name.DEPARTURES not in desk.registers.readable()
        with pytest.raises(NotEntitledError):
            desk.registers.page(Name.DEPARTURES, 0, 9)
        with pytest.raises(RecordMissingError):
            desk.registers.open(departure.id)
        assert list(desk.registers.needs()) == []


def test_that_a_head_reads_consents_and_does_not_write_them(vault: TrainingVault) -> None:
    room = Staffroom(vault).add_everybody()
    with room.desk(HESTER) as desk:
        with pytest.raises(NotEntitledError):
            is_written(desk, vault.clock, Name.PHOTO_CONSENT, id="0a" * 16)
        assert desk.registers.page(Name.PHOTO_CONSENT, 0, 9).total == 0


def test_that_a_departure_of_whoever_could_read_it_goes_elsewhere(vault: TrainingVault) -> None:
    room = Staffroom(vault).add_everybody()
    with room.desk(MAYA) as desk:
        with pytest.raises(GoesElsewhereError):
            is_written(desk, vault.clock, Name.DEPARTURES, who=HESTER)
        assert is_written(desk, vault.clock, Name.DEPARTURES, who=OWEN).version == 1


def test_that_an_entry_is_read_under_the_register_it_was_written_in(
    desk: Desk, clock: FakeClock
) -> None:
    breach = is_written(desk, clock, Name.BREACHES)
    request = is_written(desk, clock, Name.TAKE_DOWNS)
    assert desk.registers.open(breach.id).draft.register is Name.BREACHES
    assert desk.registers.open(request.id).draft.register is Name.TAKE_DOWNS
    assert EntryId(breach.id) == breach.entry.id


@pytest.mark.parametrize("sign", ["%", "_", "!"])
def test_that_signs_of_a_pattern_are_looked_for_as_they_are(
    desk: Desk, clock: FakeClock, sign: str
) -> None:
    is_written(desk, clock, Name.ACCOUNTS)
    kept = is_written(desk, clock, Name.ACCOUNTS, notes=f"100{sign} ours")
    page = desk.registers.page(Name.ACCOUNTS, 0, 9, f"0{sign}")
    assert [row.id for row in page.rows] == [kept.id]


def test_that_what_is_about_a_child_stands_in_the_childs_file(desk: Desk, clock: FakeClock) -> None:
    wren = a_pupil(desk, clock)
    is_written(desk, clock, Name.CONTACT_ATTEMPTS, id=wren)
    is_written(desk, clock, Name.PHOTO_CONSENT, id=wren)
    is_written(desk, clock, Name.TAKE_DOWNS, child="Wren Tamarisk", id=wren)
    is_written(desk, clock, Name.TAKE_DOWNS)  # about nobody in particular
    rows = desk.chronology.of(RecordId(wren), 0, 9).rows
    assert {(row.title, row.line) for row in rows} == {
        ("Tried to reach an adult who works here", "Lena Harebell"),
        ("Photo consent", "Given in writing"),
        ("Asked to have something taken down", "A film of the playground with a child's name"),
    }
