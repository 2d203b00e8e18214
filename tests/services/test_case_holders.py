"""Who holds a sealed case, when posts are passed on and when somebody has been at the files."""

from __future__ import annotations

import shutil

import pytest

from dsl_desk.domain.case import CaseDraft, note_body
from dsl_desk.domain.damage import Damage
from dsl_desk.domain.entry import Act
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.member import Role
from dsl_desk.domain.member_errors import SubjectError
from dsl_desk.domain.post import Post
from dsl_desk.domain.routing import Row
from dsl_desk.domain.signing import Pen
from dsl_desk.services.slot_files import slot_file
from dsl_desk.storage.slots import SLOTS, SlotName
from tests.builders import an_entry_id
from tests.services.sealed import LENA, WORDS, begin, path_of, round_of
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN, WHY, Staffroom


def test_that_a_new_holder_is_let_in_at_the_next_round_and_an_old_one_is_not(
    school: Staffroom,
) -> None:
    with school.desk(HESTER) as desk:
        case = begin(desk, MAYA)
        desk.cases.rewrite_all()
        desk.members.appoint(Post(Role.HEAD, school.ids[HESTER], school.ids[ALBAN]), WHY)
    with school.desk(OWEN) as desk:
        assert desk.cases.mine() == ()  # no longer in the group, though the file is still the old
    with school.desk(ALBAN) as desk:
        desk.cases.rewrite_all()  # not let in yet, and nothing overwritten
        assert desk.cases.mine() == ()
    round_of(school, HESTER)
    with school.desk(ALBAN) as desk:
        assert [one.id for one in desk.cases.mine()] == [case.id]


def test_that_nobody_takes_up_a_post_that_would_show_them_a_case_about_themselves(
    school: Staffroom,
) -> None:
    with school.desk() as desk:
        school.add(desk, LENA, Role.STAND_IN)
        begin(desk)
        with pytest.raises(SubjectError) as told:
            desk.members.appoint(Post(Role.DSL, school.ids[LENA]), WHY)
        assert told.value.compartment is None
        desk.members.appoint(Post(Role.DSL, school.ids[MAYA], school.ids[LENA]), WHY)


def test_that_a_check_finds_a_subject_among_the_holders(school: Staffroom) -> None:
    with school.desk() as desk:
        school.add(desk, LENA, Role.STAND_IN)
        begin(desk)
        desk.cases.rewrite_all()
        with pytest.MonkeyPatch.context() as tampered:
            tampered.setattr("dsl_desk.services.cases.Cases.refuse_subjects", lambda *_args: None)
            desk.members.appoint(Post(Role.DSL, school.ids[LENA], school.ids[MAYA]), WHY)
    with school.desk(HESTER) as desk:
        with pytest.raises(DamageError) as told:
            desk.cases.check()
        assert told.value.where.damage is Damage.SUBJECT


def test_that_a_slot_put_back_from_another_day_is_told_and_never_written_over(
    school: Staffroom,
) -> None:
    path = path_of(school, Row.STAFF)
    with school.desk() as desk:
        desk.cases.rewrite_all()
        shutil.copy(path, f"{path}.old")
        begin(desk)
        desk.cases.rewrite_all()
    shutil.copy(f"{path}.old", path)
    with school.desk() as desk:
        for ask in (desk.cases.mine, desk.cases.check, desk.cases.rewrite_all):
            with pytest.raises(DamageError) as told:
                ask()
            assert told.value.where.damage is Damage.SLOT
    with school.desk(HESTER) as desk:  # has not seen a later round, and goes on
        desk.cases.rewrite_all()


def test_that_a_holder_whose_cell_was_changed_is_told_and_others_read_on(
    school: Staffroom,
) -> None:
    round_of(school, MAYA, HESTER)
    with school.desk() as desk:
        case = begin(desk)
        desk.cases.rewrite_all()
    path = school.vault.folder / "slots" / SlotName(Row.STAFF, 1).file
    whole = path.read_bytes()
    for cell in range(6):  # in her own no key is found; with any other the seal no longer holds
        at = 17 + cell * 1168
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with school.desk() as desk, pytest.raises(DamageError) as told:
            desk.cases.mine()
        assert told.value.where.damage is Damage.SLOT
    path.write_bytes(whole)
    with school.desk() as desk:
        assert [one.id for one in desk.cases.mine()] == [case.id]


def test_that_who_comes_back_into_a_group_is_let_in_like_anybody_new(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        begin(desk, MAYA)
        desk.cases.rewrite_all()
    round_of(school, OWEN)
    with school.desk(HESTER) as desk:
        desk.members.appoint(Post(Role.HEAD, school.ids[HESTER], school.ids[ALBAN]), WHY)
        desk.cases.rewrite_all()
    round_of(school, OWEN)
    with school.desk(HESTER) as desk:
        desk.members.appoint(Post(Role.HEAD, school.ids[HESTER], school.ids[OWEN]), WHY)
    with school.desk(OWEN) as desk:
        assert desk.cases.mine() == ()
    round_of(school, HESTER)
    with school.desk(OWEN) as desk:
        assert len(desk.cases.mine()) == 1


def test_that_one_bad_slot_keeps_no_other_from_its_round(school: Staffroom) -> None:
    round_of(school, MAYA)
    first, second = (school.vault.folder / "slots" / f"staff-{n}.slot" for n in (1, 2))
    first.write_bytes(bytes(first.stat().st_size))
    before = second.read_bytes()
    with school.desk() as desk, pytest.raises(DamageError):
        desk.cases.rewrite_all()
    assert second.read_bytes() != before


def test_that_an_entry_by_somebody_who_never_held_the_group_is_damage(school: Staffroom) -> None:
    """The Head seals what the chair wrote into a group of hers: signed, and not entitled."""
    with school.desk(HESTER) as desk:
        slots = desk.cases._slots()
        slot = SlotName(Row.STAFF, 1)
        ledger = slots.read(slot)
        assert ledger is not None
    with school.desk(ALBAN) as desk:
        name = an_entry_id(school.vault.clock)
        pen = Pen(desk.cases.book.person, school.vault.clock, slots.proved.mark, 1)
        body = note_body(WORDS, ALBAN, "")
        ledger.enter(Act(name, RecordId(name), EntryClass.CASE, body), pen)
    slots.write(slot, ledger)
    with school.desk() as desk, pytest.raises(DamageError) as told:
        desk.cases.check()
    assert told.value.where.damage is Damage.SLOT


def test_that_set_up_makes_every_slot_and_a_real_one_has_eight_megabytes(
    school: Staffroom,
) -> None:
    folder = school.vault.folder
    assert {path.name for path in (folder / "slots").iterdir()} == {slot.file for slot in SLOTS}
    sizes = {slot_file(folder, school.page, slot).path.stat().st_size for slot in SLOTS}
    assert sizes == {school.page.slot_size}


def test_that_a_case_about_a_member_knows_them_by_id(school: Staffroom) -> None:
    draft = CaseDraft("The deputy", "Wren", WORDS, school.ids[OWEN])
    with school.desk() as desk:
        desk.cases.begin(draft, an_entry_id(school.vault.clock))
        with pytest.raises(SubjectError):
            desk.members.appoint(Post(Role.DSL, school.ids[OWEN]), WHY)


def test_that_who_holds_no_slot_goes_no_round(school: Staffroom) -> None:
    with school.desk() as desk:
        school.add(desk, LENA, Role.STAND_IN)
    spool = school.vault.folder / f"drafts-{school.ids[LENA]}.spool"
    before = spool.read_bytes()
    with school.desk(LENA) as desk:
        desk.cases.rewrite_all()
        assert desk.cases.mine() == ()
    assert spool.read_bytes() == before


def test_that_a_page_older_than_a_case_is_noticed_by_the_case(school: Staffroom) -> None:
    page = school.vault.folder / "vault.json"
    older = page.read_bytes()
    with school.desk(ALBAN) as desk:  # holds no part that would notice it first
        desk.members.appoint(Post(Role.CHAIR, school.ids[ALBAN], school.ids[OWEN]), WHY)
        begin(desk, HESTER)
        desk.cases.rewrite_all()
    page.write_bytes(older)
    with school.desk(ALBAN) as desk, pytest.raises(DamageError) as told:
        desk.cases.mine()
    assert told.value.where.damage is Damage.SLOT
