"""Members and keys: every change has a reason, an entry and a line on the roll, or is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import (
    DraftError,
    LastKeeperError,
    LastKeyError,
    MemberMissingError,
    NotEntitledError,
    NotTheirsToChangeError,
    PostHeldError,
    SubjectError,
)
from dsl_desk.domain.ids import MemberId, RecordId
from dsl_desk.domain.member import Role
from dsl_desk.domain.post import Post
from dsl_desk.domain.progress import untold
from dsl_desk.domain.rights import Right, default_right
from dsl_desk.domain.roll_act import RollAct
from dsl_desk.services import roll_notes
from dsl_desk.services.faces import face_of
from dsl_desk.services.page_rows import Newcomer
from tests.builders import a_concern_draft, a_founder, an_entry_id
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN, ROLES, WHY, Staffroom

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.entry import Entry
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault

SCHOOL, CHILDREN = Compartment.SCHOOL, Compartment.CHILDREN
STAFF, DECLARATIONS = Compartment.STAFF, Compartment.DECLARATIONS


@pytest.fixture
def school(vault: TrainingVault) -> Staffroom:
    return Staffroom(vault).add_everybody()


def told(desk: Desk) -> list[Entry]:
    ledger = desk.sitting.part(SCHOOL).ledger
    return [entry for entry in ledger.entries() if entry.body.kind == roll_notes.MEMBERS_KIND]


def write_about(desk: Desk, part: Compartment, name: str, member: str = "") -> None:
    """Write an entry whose subject is somebody, as referrals and allegations will."""
    fields = {"subject": member} if member else {}
    body = Body("allegation", 1, names={"subject": name} if name else {}, fields=fields)
    entry = an_entry_id(desk.sitting.clock)
    with desk.sitting.writing(part, EntryClass.CONCERN) as write:
        write.enter(Act(entry, RecordId(entry), EntryClass.CONCERN, body))


def test_that_everybody_begins_with_the_keys_of_their_role(school: Staffroom) -> None:
    for name in (MAYA, *ROLES):
        with school.desk(name) as desk:
            role = desk.member.role
            opened = {part: opened.right for part, opened in desk.sitting.parts.items()}
            assert opened == {
                part: right
                for part in Compartment
                if (right := default_right(role, part)) is not Right.NONE
            }


def test_that_the_chair_opens_a_desk_without_a_single_part(school: Staffroom) -> None:
    with school.desk(ALBAN) as desk:
        assert desk.sitting.parts == {}
        assert [set(view.rights) for view in desk.members.everyone()] == [set()] * 4
        with pytest.raises(NotEntitledError):
            desk.members.who_can_open(SCHOOL)


def test_that_each_change_is_a_line_and_an_entry_with_its_reason(school: Staffroom) -> None:
    acts = [line.said.act for line in school.page.roll]
    assert acts == [RollAct.FOUND, *[RollAct.ADD] * 3, *[RollAct.APPOINT] * 3]
    with school.desk() as desk:
        entries = told(desk)
        assert [entry.body.fields["line"] for entry in entries] == [2, 3, 4, 5, 6, 7]
        assert {entry.body.reason for entry in entries} == {WHY}
        added = next(entry for entry in entries if entry.body.fields["line"] == 3)
        assert set(added.body.names.values()) == {MAYA, HESTER}
        assert added.body.fields["act"] == "add"
        desk.vault.check(lambda _checked, _total: None)


def test_that_a_member_sees_who_can_open_the_parts_they_can_open(school: Staffroom) -> None:
    with school.desk(OWEN) as desk:
        assert desk.members.who_can_open(CHILDREN) == (MAYA, OWEN, HESTER)
        with pytest.raises(NotEntitledError):
            desk.members.who_can_open(STAFF)
        views = desk.members.everyone()
        assert [view.member.name for view in views] == [MAYA, OWEN, HESTER, ALBAN]
        assert all(set(view.rights) == {SCHOOL, CHILDREN} for view in views)


def test_that_a_key_given_opens_the_part_and_goes_on_working_here(school: Staffroom) -> None:
    with school.desk() as desk:
        desk.members.give_key(school.ids[OWEN], STAFF, WHY)
        desk.concerns.record(a_concern_draft(), an_entry_id(school.vault.clock))
        assert desk.members.who_can_open(STAFF) == (MAYA, OWEN, HESTER)
    with school.desk(OWEN) as desk:
        assert desk.sitting.parts[STAFF].right is Right.READ
        desk.vault.check(lambda _checked, _total: None)


def test_that_a_right_can_be_widened_by_somebody_else(school: Staffroom) -> None:
    with school.desk() as desk:
        desk.members.give_key(school.ids[HESTER], CHILDREN, WHY, Right.WRITE)
    with school.desk(HESTER) as desk:
        desk.concerns.record(a_concern_draft(), an_entry_id(school.vault.clock))
        with pytest.raises(NotTheirsToChangeError):
            desk.members.give_key(school.ids[HESTER], SCHOOL, WHY, Right.NONE)


def test_that_nobody_widens_their_own_right(school: Staffroom) -> None:
    with school.desk() as desk, pytest.raises(NotTheirsToChangeError):
        desk.members.give_key(school.ids[MAYA], DECLARATIONS, WHY, Right.WRITE)


def test_that_a_deputy_changes_no_member(school: Staffroom) -> None:
    before = (school.vault.folder / "vault.json").read_bytes()
    newcomer = Newcomer("Lena Harebell", Role.STAND_IN, a_founder().plans)
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
    newcomer = Newcomer(" ", Role.HEAD, a_founder().plans)
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


def test_that_who_leaves_takes_no_key_along_and_stays_on_the_roll(school: Staffroom) -> None:
    with school.desk() as desk:
        desk.concerns.record(a_concern_draft(), an_entry_id(school.vault.clock))
        with pytest.raises(PostHeldError) as held:
            desk.members.retire(school.ids[OWEN], WHY, untold)
        assert held.value.role is Role.DSL
        desk.members.appoint(Post(Role.DSL, school.ids[MAYA], school.ids[HESTER]), WHY)
    with school.desk(HESTER) as desk:
        desk.members.appoint(Post(Role.HEAD, school.ids[HESTER], school.ids[MAYA]), WHY)
        desk.members.retire(school.ids[OWEN], WHY, untold)
        assert [view.retired for view in desk.members.everyone()] == [False, True, False, False]
        with pytest.raises(MemberMissingError):
            desk.members.retire(school.ids[OWEN], WHY, untold)
    face = face_of(school.vault.folder)
    assert face is not None
    assert [member.name for member in face.members] == [MAYA, HESTER, ALBAN]
    assert {row.compartment: row.epoch for row in school.page.parts} == {
        SCHOOL: 2,
        CHILDREN: 2,
        STAFF: 1,
        DECLARATIONS: 1,
    }
    spools = {path.name for path in school.vault.folder.glob("*.spool")}
    assert spools == {f"drafts-{school.ids[name]}.spool" for name in (MAYA, HESTER, ALBAN)}
    with school.desk() as desk:
        desk.vault.check(lambda _checked, _total: None)
        assert desk.face == face
        assert desk.concerns.page(0, 10).total == 1


def test_that_nobody_retires_themselves(school: Staffroom) -> None:
    with school.desk() as desk, pytest.raises(NotTheirsToChangeError):
        desk.members.retire(school.ids[MAYA], WHY, untold)


def test_that_who_holds_no_key_of_a_part_cannot_lock_somebody_out_of_it(school: Staffroom) -> None:
    with school.desk() as desk:
        desk.members.take_back_key(school.ids[MAYA], STAFF, WHY, untold)
        assert STAFF not in desk.sitting.parts
        with pytest.raises(LastKeyError):
            desk.members.take_back_key(school.ids[HESTER], STAFF, WHY, untold)
    with school.desk(HESTER) as desk:
        desk.members.give_key(school.ids[OWEN], STAFF, WHY)
    with school.desk() as desk, pytest.raises(NotEntitledError):
        desk.members.take_back_key(school.ids[OWEN], STAFF, WHY, untold)


def test_that_a_member_renamed_is_shown_by_the_new_name(school: Staffroom) -> None:
    with school.desk() as desk:
        desk.members.rename(school.ids[OWEN], " Owen Marsh ", WHY)
        assert desk.members.everyone()[1].member.name == "Owen Marsh"
        assert told(desk)[-1].body.names[school.ids[OWEN]] == "Owen Marsh"
