"""Sealed cases: received by those the table names, and by nobody they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.case import CaseDraft
from dsl_desk.domain.changes import Thing
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, RecordMissingError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.member_errors import GoesElsewhereError, SlotFullError, SlotsTakenError
from dsl_desk.domain.routing import Row
from tests.builders import an_entry_id
from tests.services.sealed import LENA, WORDS, begin, round_of
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN, Staffroom

if TYPE_CHECKING:
    from tests.conftest import TrainingVault


@pytest.mark.parametrize(
    ("about", "receives", "row"),
    [
        (LENA, [MAYA, HESTER], Row.STAFF),
        (OWEN, [MAYA, HESTER], Row.STAFF),
        (MAYA, [HESTER, OWEN], Row.DSL),
        (HESTER, [ALBAN], Row.HEAD),
    ],
)
def test_that_a_case_is_kept_by_those_the_table_names_and_by_nobody_else(
    school: Staffroom, about: str, receives: list[str], row: Row
) -> None:
    with school.desk(receives[0]) as desk:
        case = begin(desk, about)
        assert (case.row, case.about) == (row, about)
        desk.cases.rewrite_all()
    for name in (MAYA, OWEN, HESTER, ALBAN):
        with school.desk(name) as desk:
            assert [one.id for one in desk.cases.mine()] == ([case.id] if name in receives else [])
            if name not in receives:
                with pytest.raises(GoesElsewhereError) as told:
                    begin(desk, about)
                assert told.value.row is row
                with pytest.raises(RecordMissingError):
                    desk.cases.open(case.id)


def test_that_about_a_chair_without_an_officer_only_the_lado_is_left(school: Staffroom) -> None:
    for name in (MAYA, HESTER, ALBAN):
        with school.desk(name) as desk:
            assert desk.cases.goes_to(school.ids[ALBAN]).ends_at_the_lado
            with pytest.raises(GoesElsewhereError) as told:
                begin(desk, ALBAN)
            assert told.value.row is None


def test_that_a_member_is_found_by_id_whatever_the_name(school: Staffroom) -> None:
    draft = CaseDraft("the Head", "Wren", WORDS, school.ids[HESTER])
    with school.desk() as desk, pytest.raises(GoesElsewhereError):
        desk.cases.begin(draft, an_entry_id(school.vault.clock))


def test_that_what_is_saved_is_there_at_once_and_moves_at_the_next_round(
    school: Staffroom,
) -> None:
    with school.desk() as desk:
        case = begin(desk)
        before = school.vault.folder / "slots"
        untouched = {path.name: path.read_bytes() for path in before.iterdir()}
        assert desk.cases.mine() == (case,)
    with school.desk() as desk:  # the desk was killed, and nothing is lost
        assert desk.cases.mine() == (case,)
        assert {path.name: path.read_bytes() for path in before.iterdir()} == untouched
        assert desk.cases.rewrite_all().things == frozenset()
        after = desk.cases.mine()
        assert [one.id for one in after] == [case.id]
        assert after[0].notes == case.notes
        assert after[0].room < case.room
        assert desk.cases.check() == 1


def test_that_two_holders_write_in_one_case_and_every_entry_is_proved(school: Staffroom) -> None:
    with school.desk() as desk:
        case = begin(desk)
    with school.desk(HESTER) as desk:
        assert desk.cases.mine() == ()  # it has not moved yet
    round_of(school, MAYA)
    with school.desk(HESTER) as desk:
        desk.cases.write(case.id, "Rang the LADO at 14:02", an_entry_id(school.vault.clock))
    with school.desk() as desk:
        changed = desk.cases.write(case.id, "A second account", an_entry_id(school.vault.clock))
        assert changed.things == {Thing.CASES}
    round_of(school, HESTER, MAYA)
    with school.desk(HESTER) as desk:
        (seen,) = desk.cases.mine()
        assert [(note.author, note.words) for note in seen.notes] == [
            (MAYA, WORDS),
            (HESTER, "Rang the LADO at 14:02"),
            (MAYA, "A second account"),
        ]
        assert desk.cases.check() == 3


def test_that_the_same_id_never_makes_a_second_case_or_note(school: Staffroom) -> None:
    entry = an_entry_id(school.vault.clock)
    note = an_entry_id(school.vault.clock)
    with school.desk() as desk:
        for _ in range(2):
            case = desk.cases.begin(CaseDraft(LENA, "Wren", WORDS), entry).answer
            desk.cases.write(case.id, "Once", note)
            desk.cases.rewrite_all()
        assert len(desk.cases.mine()) == 1
        assert [note.words for note in desk.cases.mine()[0].notes] == [WORDS, "Once"]


def test_that_a_desk_killed_between_slot_and_spool_writes_nothing_twice(
    school: Staffroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_args: object) -> None:
        raise KeyboardInterrupt

    with school.desk() as desk:
        begin(desk)
        with monkeypatch.context() as broken:
            broken.setattr("dsl_desk.services.waiting_acts.WaitingActs.moved", killed)
            with pytest.raises(KeyboardInterrupt):
                desk.cases.rewrite_all()
    with school.desk() as desk:
        assert [len(case.notes) for case in desk.cases.mine()] == [1]
        desk.cases.rewrite_all()
        assert desk.cases.check() == 1


def test_that_opening_a_case_is_written_into_it_once_in_a_sitting(school: Staffroom) -> None:
    with school.desk() as desk:
        case = begin(desk)
        assert desk.cases.open(case.id).notes == case.notes
        desk.cases.open(case.id)
        desk.cases.rewrite_all()
        assert desk.cases.check() == 2
        school_part = desk.sitting.parts
        classes = {
            entry.header.entry_class
            for opened in school_part.values()
            for entry in opened.part.ledger.entries()
        }
        assert EntryClass.CASE not in classes
        assert EntryClass.OPENED not in classes


def test_that_a_group_has_room_for_two_cases(school: Staffroom) -> None:
    with school.desk() as desk:
        begin(desk)
        begin(desk, "Somebody else")
        with pytest.raises(SlotsTakenError):
            begin(desk, "A third")
        assert len(desk.cases.mine()) == 2


def test_that_a_case_that_outgrows_its_slot_is_refused_and_nothing_of_it_kept(
    school: Staffroom,
) -> None:
    with school.desk() as desk:
        case = begin(desk, words="w" * 20_000)
        desk.cases.rewrite_all()
        assert desk.cases.mine()[0].room < 22_000
        with pytest.raises(SlotFullError):
            desk.cases.write(case.id, "w" * 20_000, an_entry_id(school.vault.clock))
        desk.cases.write(case.id, "w" * 9_000, an_entry_id(school.vault.clock))
        with pytest.raises(SlotFullError):
            desk.cases.write(case.id, "w" * 9_000, an_entry_id(school.vault.clock))
        desk.cases.rewrite_all()
        assert len(desk.cases.mine()[0].notes) == 2


def test_that_a_case_wants_its_answers(school: Staffroom) -> None:
    with school.desk() as desk:
        with pytest.raises(DraftError) as wrong:
            begin(desk, "", "", "")
        assert [one.field for one in wrong.value.problems] == ["about", "told_by", "words"]
        case = begin(desk)
        with pytest.raises(DraftError):
            desk.cases.write(case.id, " ", an_entry_id(school.vault.clock))
        with pytest.raises(RecordMissingError):
            desk.cases.write(RecordId("09" * 16), WORDS, an_entry_id(school.vault.clock))


def test_that_who_receives_a_case_is_told_while_it_is_being_written(school: Staffroom) -> None:
    with school.desk(OWEN) as desk:
        way = desk.cases.goes_where(CaseDraft(" hester  winterbourne", "", ""))
        assert (way.row, way.holders) == (Row.HEAD, (school.ids[ALBAN],))
        assert desk.cases.goes_where(CaseDraft("", "", "")).row is Row.STAFF


def test_that_the_holders_of_a_group_are_told_to_those_who_hold_it(school: Staffroom) -> None:
    with school.desk() as desk:
        assert desk.cases.holds_slots()
        assert desk.cases.holders(Row.STAFF) == (school.ids[HESTER], school.ids[MAYA])
        with pytest.raises(RecordMissingError):
            desk.cases.holders(Row.HEAD)


def test_that_somebody_in_no_group_holds_no_slots(vault: TrainingVault) -> None:
    school = Staffroom(vault)
    with school.desk() as desk:
        school.add(desk, OWEN)
    with school.desk(OWEN) as desk:
        assert not desk.cases.holds_slots()
