"""What is refused when members and keys change, each refusal a fact of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DamageError, DraftError, NotEntitledError
from dsl_desk.domain.ids import MemberId, RecordId
from dsl_desk.domain.member import Role
from dsl_desk.domain.member_errors import (
    LastKeeperError,
    LastKeyError,
    MemberMissingError,
    NotTheirsToChangeError,
    SubjectError,
)
from dsl_desk.domain.post import Post
from dsl_desk.domain.progress import untold
from dsl_desk.domain.rights import Right
from dsl_desk.domain.ways_in import FirstWay
from dsl_desk.services.page_rows import Newcomer
from tests.builders import an_entry_id
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN, WHY, Staffroom, a_newcomer

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault

SCHOOL, CHILDREN = Compartment.SCHOOL, Compartment.CHILDREN
STAFF, DECLARATIONS = Compartment.STAFF, Compartment.DECLARATIONS


def write_about(desk: Desk, part: Compartment, name: str, member: str = "") -> None:
    """Write an entry whose subject is somebody, as referrals and allegations will."""
    fields = {"subject": member} if member else {}
    body = Body("said_of_somebody", 1, names={"subject": name} if name else {}, fields=fields)
    entry = an_entry_id(desk.sitting.clock)
    with desk.sitting.writing(part, EntryClass.CONCERN) as write:
        write.enter(Act(entry, RecordId(entry), EntryClass.CONCERN, body))


def test_that_nobody_widens_their_own_right(school: Staffroom) -> None:
    with school.desk() as desk, pytest.raises(NotTheirsToChangeError):
        desk.members.give_key(school.ids[MAYA], DECLARATIONS, WHY, Right.WRITE)


def test_that_a_deputy_changes_no_member(school: Staffroom) -> None:
    before = (school.vault.folder / "vault.json").read_bytes()
    newcomer = a_newcomer("Lena Harebell", Role.STAND_IN)
    with school.desk(OWEN) as desk:
        changes: tuple[Callable[[], object], ...] = (
            lambda: desk.members.add(newcomer, WHY),
            lambda: desk.members.give_key(school.ids[ALBAN], SCHOOL, WHY),
            lambda: desk.members.take_back_key(school.ids[HESTER], CHILDREN, WHY, untold),
            lambda: desk.members.rename(school.ids[HESTER], "H. Winterbourne", WHY),
            lambda: desk.members.appoint(Post(Role.CHAIR, school.ids[HESTER]), WHY),
        )
        for change in changes:
            with pytest.raises(NotTheirsToChangeError):
                change()
    assert (school.vault.folder / "vault.json").read_bytes() == before
    assert not list((school.vault.folder / "parts").glob("*-2.part"))


def test_that_nobody_gives_a_key_they_do_not_hold(school: Staffroom) -> None:
    with school.desk(OWEN) as desk, pytest.raises(NotEntitledError):
        desk.members.give_key(school.ids[ALBAN], STAFF, WHY)


@pytest.mark.parametrize("reason", ["", "  ", "x" * 1001])
def test_that_no_change_goes_without_a_reason(school: Staffroom, reason: str) -> None:
    owen = school.ids[OWEN]
    with school.desk() as desk:
        changes: tuple[Callable[[], object], ...] = (
            lambda: desk.members.give_key(owen, STAFF, reason),
            lambda: desk.members.take_back_key(owen, CHILDREN, reason, untold),
            lambda: desk.members.retire(owen, reason, untold),
            lambda: desk.members.rename(owen, "O. Larkspur", reason),
            lambda: desk.members.appoint(Post(Role.DSL, owen), reason),
        )
        for change in changes:
            with pytest.raises(DraftError) as wrong:
                change()
            assert [problem.field for problem in wrong.value.problems] == ["reason"]


def test_that_a_newcomer_without_a_name_is_told_with_everything_else(vault: TrainingVault) -> None:
    newcomer = a_newcomer(" ", Role.HEAD)
    with Staffroom(vault).desk() as desk, pytest.raises(DraftError) as wrong:
        desk.members.add(newcomer, "")
    assert [problem.field for problem in wrong.value.problems] == ["name", "reason"]


@pytest.mark.parametrize("part", Compartment)
def test_that_the_last_key_of_a_part_is_never_taken_back(
    vault: TrainingVault, part: Compartment
) -> None:
    with Staffroom(vault).desk() as desk, pytest.raises(LastKeyError) as refused:
        desk.members.take_back_key(vault.member, part, WHY, untold)
    assert refused.value.compartment is part


def test_that_the_last_one_who_can_change_members_stays(vault: TrainingVault) -> None:
    school = Staffroom(vault)
    with school.desk() as desk:
        school.add(desk, OWEN)
        with pytest.raises(LastKeeperError):
            desk.members.take_back_key(vault.member, SCHOOL, WHY, untold)


def test_that_a_key_nobody_gave_is_not_taken_back(school: Staffroom) -> None:
    with school.desk() as desk, pytest.raises(NotEntitledError):
        desk.members.take_back_key(school.ids[OWEN], STAFF, WHY, untold)


def test_that_a_stranger_is_no_member(school: Staffroom) -> None:
    with school.desk() as desk, pytest.raises(MemberMissingError):
        desk.members.give_key(MemberId("09" * 16), STAFF, WHY)
    with school.desk() as desk, pytest.raises(MemberMissingError):
        desk.members.appoint(Post(Role.OFFICER, MemberId("09" * 16)), WHY)


def test_that_a_subject_is_never_given_the_key_of_what_is_about_them(school: Staffroom) -> None:
    with school.desk() as desk:
        write_about(desk, STAFF, "", school.ids[OWEN])
        with pytest.raises(SubjectError) as refused:
            desk.members.give_key(school.ids[OWEN], STAFF, WHY)
        assert refused.value.compartment is STAFF
        desk.members.give_key(school.ids[ALBAN], STAFF, WHY)


@pytest.mark.parametrize("spelled", ["Lena Harebell", " lena  HAREBELL"])
def test_that_somebody_written_about_before_they_were_a_member_gets_no_key(
    vault: TrainingVault, spelled: str
) -> None:
    school = Staffroom(vault)
    with school.desk() as desk:
        write_about(desk, STAFF, spelled)
        with pytest.raises(SubjectError):
            school.add(desk, "Lena Harebell", Role.HEAD)
        school.add(desk, "Lena Harebell", Role.DEPUTY_DSL)  # holds no key of Staff


def test_that_a_newcomer_with_a_weak_passphrase_is_told(vault: TrainingVault) -> None:
    weak = Newcomer(HESTER, Role.HEAD, FirstWay("too short"))
    with Staffroom(vault).desk() as desk, pytest.raises(DraftError) as wrong:
        desk.members.add(weak, WHY)
    assert [problem.field for problem in wrong.value.problems] == ["passphrase"]


@pytest.mark.parametrize("by_id", [True, False])
def test_that_a_check_finds_a_key_in_the_hands_of_a_subject(
    school: Staffroom, *, by_id: bool
) -> None:
    with school.desk() as desk:
        desk.vault.check(lambda _done, _of: None)
        write_about(desk, STAFF, "Mrs W" if by_id else HESTER, school.ids[HESTER] if by_id else "")
        with pytest.raises(DamageError) as told:
            desk.vault.check(lambda _done, _of: None)
    assert told.value.where == Where(Damage.SUBJECT, STAFF, 2)


def test_that_a_namesake_who_was_told_apart_is_no_subject(school: Staffroom) -> None:
    with school.desk() as desk:
        write_about(desk, STAFF, HESTER, "09" * 16)
        desk.vault.check(lambda _done, _of: None)
