"""Members and keys: every change has a reason, an entry and a line on the roll, or is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import NotEntitledError
from dsl_desk.domain.member import Role
from dsl_desk.domain.member_errors import (
    LastKeyError,
    MemberMissingError,
    NotTheirsToChangeError,
    PostHeldError,
)
from dsl_desk.domain.post import Post
from dsl_desk.domain.progress import untold
from dsl_desk.domain.rights import Right, default_right
from dsl_desk.domain.roll_act import RollAct
from dsl_desk.services import roll_notes
from dsl_desk.services.faces import face_of
from dsl_desk.services.places import drafts_file
from tests.builders import a_concern_draft, an_entry_id
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN, ROLES, WHY, Staffroom

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.services.desk import Desk

SCHOOL, CHILDREN = Compartment.SCHOOL, Compartment.CHILDREN
STAFF, DECLARATIONS = Compartment.STAFF, Compartment.DECLARATIONS


def told(desk: Desk) -> list[Entry]:
    ledger = desk.sitting.part(SCHOOL).ledger
    return [entry for entry in ledger.entries() if entry.body.kind == roll_notes.MEMBERS_KIND]


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


def test_that_drafts_of_who_left_that_cannot_be_taken_away_stop_nothing(school: Staffroom) -> None:
    drafts = drafts_file(school.vault.folder, school.ids[OWEN])
    drafts.unlink()
    drafts.mkdir()
    with school.desk() as desk:
        desk.members.appoint(Post(Role.DSL, school.ids[MAYA], school.ids[HESTER]), WHY)
    with school.desk(HESTER) as desk:
        desk.members.appoint(Post(Role.HEAD, school.ids[HESTER], school.ids[MAYA]), WHY)
        desk.members.retire(school.ids[OWEN], WHY, untold)
        assert [view.retired for view in desk.members.everyone()] == [False, True, False, False]


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
