"""Staff begun anew for somebody it is about: they get the key of the new file, and no other."""

from __future__ import annotations

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import DraftError, NotEntitledError
from dsl_desk.domain.member import Role
from dsl_desk.domain.member_errors import (
    GoesElsewhereError,
    NotTheirsToChangeError,
    SlotFullError,
    SlotsTakenError,
    SubjectError,
)
from dsl_desk.domain.post import Post
from dsl_desk.domain.progress import untold
from dsl_desk.domain.rights import Right
from dsl_desk.domain.roll_act import RollAct
from dsl_desk.domain.routing import Row
from dsl_desk.domain.strand import Began, birth_of
from dsl_desk.domain.subject import Subject
from dsl_desk.keys.roll import Closed, Said
from dsl_desk.services.beginning_anew import Successor
from tests.services.sealed import LENA, begin
from tests.services.staff_records import LATER, STAFF, TOLD, owen, parts, write_about
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN, WHY, Staffroom


def test_that_somebody_it_was_about_gets_the_key_of_staff_begun_anew(told: Staffroom) -> None:
    with told.desk() as desk:
        with pytest.raises(SubjectError):
            desk.members.give_key(told.ids[OWEN], STAFF, WHY)
        desk.members.begin_staff_anew(owen(told), WHY)
        desk.members.give_key(told.ids[OWEN], STAFF, WHY)
    with told.desk(OWEN) as desk:
        ledger = desk.sitting.part(STAFF).ledger
        assert [birth_of(entry).why for entry in ledger.entries()] == [Began.FOUND_ANEW]
        assert desk.members.kept.list() == ()
        desk.vault.check(untold)
    new = told.vault.folder / "parts" / "staff-2.part"
    assert new.stat().st_mode & 0o777 == 0o600
    assert TOLD.encode() not in new.read_bytes()


def test_that_the_new_file_commits_to_the_head_of_the_old_one(told: Staffroom) -> None:
    with told.desk() as desk:
        before = desk.sitting.part(STAFF).ledger.heads()
        desk.members.begin_staff_anew(owen(told), WHY)
        (first,) = desk.sitting.part(STAFF).ledger.entries()
        assert birth_of(first).grew_from == before
        assert first.header.epoch == 2
        desk.vault.check(untold)


def test_that_what_is_about_them_goes_on_as_a_sealed_case_signed_as_it_was(
    told: Staffroom,
) -> None:
    with told.desk() as desk:
        desk.members.begin_staff_anew(owen(told), "Owen becomes a deputy")
    for name in (MAYA, HESTER):
        with told.desk(name) as desk:
            (case,) = desk.cases.mine()
            assert (case.row, case.about) == (Row.STAFF, OWEN)
            assert [note.words for note in case.notes] == ["Owen becomes a deputy", TOLD, LATER]
            assert "Late for the gate" not in str([note.words for note in case.notes])
            desk.vault.check(untold)
    for name in (OWEN, ALBAN):
        with told.desk(name) as desk:
            assert desk.cases.mine() == ()


def test_that_the_roll_says_what_was_done_and_school_does_not_say_why(told: Staffroom) -> None:
    with told.desk() as desk:
        desk.members.begin_staff_anew(owen(told), "Owen becomes a deputy")
        line = told.page.roll[-1]
        assert line.said == Said(RollAct.FOUND_ANEW, closed=(Closed(STAFF, 1),))
        last = list(desk.sitting.part(Compartment.SCHOOL).ledger.entries())[-1]
        assert (last.body.kind, last.body.reason) == ("members", "")
        assert last.body.fields["closed"] == [{"compartment": "staff", "epoch": 1}]
        assert OWEN not in last.body.names.values()


def test_that_whoever_is_to_be_dsl_is_kept_from_the_case_in_that_post_too(
    told: Staffroom,
) -> None:
    with told.desk() as desk, pytest.raises(GoesElsewhereError) as refused:
        desk.members.begin_staff_anew(owen(told, Role.DSL), WHY)
    # Owen stands in for the Head, so not even the Head's group will do: the chair receives it.
    assert refused.value.row is Row.HEAD
    with told.desk(HESTER) as desk:
        desk.members.appoint(Post(Role.HEAD, told.ids[HESTER], told.ids[ALBAN]), WHY)
        desk.cases.rewrite_all()
        desk.members.begin_staff_anew(owen(told, Role.DSL), WHY)
        assert [case.row for case in desk.cases.mine()] == [Row.DSL]
        desk.members.give_key(told.ids[OWEN], STAFF, WHY)
    with told.desk(MAYA) as desk:
        desk.members.appoint(Post(Role.DSL, told.ids[OWEN], told.ids[MAYA]), WHY)
    with told.desk(OWEN) as desk:
        desk.cases.rewrite_all()
        assert desk.cases.mine() == ()
        desk.vault.check(untold)


def test_that_a_newcomer_who_was_written_about_by_name_can_be_added(school: Staffroom) -> None:
    with school.desk() as desk:
        write_about(desk, "linnet  QUILLFEATHER")
        with pytest.raises(SubjectError):
            school.add(desk, "Linnet Quillfeather", Role.DSL)
    with school.desk(HESTER) as desk:
        desk.members.appoint(Post(Role.HEAD, school.ids[HESTER], school.ids[ALBAN]), WHY)
        desk.cases.rewrite_all()
        successor = Successor(Subject("Linnet Quillfeather"), Role.DSL)
        desk.members.begin_staff_anew(successor, WHY)
    with school.desk() as desk:
        school.add(desk, "Linnet Quillfeather", Role.DSL)
        desk.vault.check(untold)


def test_that_nothing_is_begun_anew_for_somebody_it_is_not_about(told: Staffroom) -> None:
    page = (told.vault.folder / "vault.json").read_bytes()
    with told.desk() as desk:
        desk.members.begin_staff_anew(
            Successor(Subject(ALBAN, told.ids[ALBAN]), Role.STAND_IN), WHY
        )
        with pytest.raises(DraftError):
            desk.members.begin_staff_anew(owen(told), " ")
    with told.desk(OWEN) as desk, pytest.raises(NotEntitledError):
        desk.members.begin_staff_anew(owen(told), WHY)
    assert (told.vault.folder / "vault.json").read_bytes() == page
    assert parts(told) == {"school.part", "children.part", "staff.part", "declarations.part"}


def test_that_a_full_group_of_slots_is_told_before_anything_is_changed(told: Staffroom) -> None:
    with told.desk() as desk:
        for words in ("one", "two"):
            begin(desk, LENA, words)
        with pytest.raises(SlotsTakenError):
            desk.members.begin_staff_anew(owen(told), WHY)
        assert told.page.kept == ()


def test_that_more_than_a_slot_holds_is_told_before_anything_is_changed(told: Staffroom) -> None:
    with told.desk() as desk:
        for _ in range(4):
            write_about(desk, OWEN, "x" * 20_000, told.ids[OWEN])
        with pytest.raises(SlotFullError):
            desk.members.begin_staff_anew(owen(told), WHY)
        assert told.page.kept == ()
        desk.vault.check(untold)


def test_that_a_right_to_read_is_not_enough_to_begin_a_part_anew(told: Staffroom) -> None:
    with told.desk(HESTER) as desk:
        desk.members.give_key(told.ids[MAYA], STAFF, WHY, Right.READ)
    with told.desk() as desk:
        with pytest.raises(NotTheirsToChangeError):
            desk.members.begin_staff_anew(owen(told), WHY)
        assert desk.cases.mine() == ()
    assert "staff-2.part" not in parts(told)


@pytest.mark.parametrize(
    "said",
    [
        Said(RollAct.FOUND_ANEW),
        Said(RollAct.FOUND_ANEW, closed=(Closed(STAFF, 1), Closed(STAFF, 2))),
        Said(RollAct.FOUND_ANEW, posts=(Post(Role.CHAIR, None),), closed=(Closed(STAFF, 1),)),
        Said(RollAct.GRANT, closed=(Closed(STAFF, 1),)),
    ],
)
def test_that_a_line_that_closes_a_file_in_any_other_way_is_refused(
    told: Staffroom, said: Said
) -> None:
    with told.desk() as desk, pytest.raises(NotTheirsToChangeError):
        desk.members._book.signed(told.page, said)


def test_that_whoever_was_not_let_into_the_group_yet_cannot_carry_a_case_there(
    told: Staffroom,
) -> None:
    with told.desk(ALBAN) as desk:
        desk.cases.rewrite_all()
        desk.members.appoint(Post(Role.CHAIR, told.ids[ALBAN], told.ids[MAYA]), WHY)
    with told.desk() as desk, pytest.raises(GoesElsewhereError) as refused:
        desk.members.begin_staff_anew(owen(told, Role.HEAD), WHY)
    assert refused.value.row is Row.HEAD
    with told.desk(ALBAN) as desk:
        desk.cases.rewrite_all()
    with told.desk() as desk:
        desk.members.begin_staff_anew(owen(told, Role.HEAD), WHY)
        assert [case.row for case in desk.cases.mine()] == [Row.HEAD]
