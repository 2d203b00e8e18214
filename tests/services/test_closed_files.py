"""The file a part left behind when it was begun anew: who holds it, and what a check finds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.damage import Damage
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.member import Role
from dsl_desk.domain.post import Post
from dsl_desk.domain.progress import untold
from dsl_desk.domain.roll_act import RollAct
from dsl_desk.keys.header_file import read_header_file, write_header_file
from dsl_desk.keys.roll import Said
from dsl_desk.keys.vouching import signed_page, vouched
from dsl_desk.keys.wraps import Place, Suite
from dsl_desk.services.opening import unlock
from dsl_desk.storage.database import open_compartment, salt_of
from tests.services.sealed import LENA
from tests.services.staff_records import LATER, STAFF, TOLD, owen, parts, write_about
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN, WHY, Staffroom

if TYPE_CHECKING:
    from dsl_desk.keys.header import Header


def key_of_staff(school: Staffroom, name: str) -> bytes:
    row = read_header_file(school.vault.folder).row(school.ids[name])
    assert row is not None
    person = unlock(row, school.keys[name])
    grant = next(grant for grant in row.grants if grant.compartment is STAFF)
    place = Place(row.vault, STAFF, grant.epoch, person.id)
    return person.opening.unwrap(grant.wrap, place, grant.suite)


def test_that_the_old_file_stays_with_those_who_held_it(told: Staffroom) -> None:
    old_key = key_of_staff(told, MAYA)
    with told.desk() as desk:
        desk.members.begin_staff_anew(owen(told), WHY)
        desk.members.give_key(told.ids[OWEN], STAFF, WHY)
    for name in (MAYA, HESTER):
        with told.desk(name) as desk:
            (kept,) = desk.members.kept.list()
            assert (kept.compartment, kept.epoch, kept.entries) == (STAFF, 1, 4)
            with desk.members.kept.opened(kept) as ledger:
                words = [entry.body.fields.get("words") for entry in ledger.entries()]
            assert words == [None, TOLD, "Late for the gate again", LATER]
            desk.vault.check(untold)
    new = told.vault.folder / "parts" / "staff-2.part"
    with pytest.raises(DamageError):
        open_compartment(new, old_key, salt_of(new), STAFF)


def test_that_a_key_taken_back_later_leaves_the_closed_file_where_it_is(told: Staffroom) -> None:
    with told.desk() as desk:
        desk.members.begin_staff_anew(owen(told), WHY)
        desk.members.take_back_key(told.ids[HESTER], STAFF, WHY, untold)
        desk.vault.check(untold)
    assert {"staff.part", "staff-3.part"} <= parts(told)
    assert "staff-2.part" not in parts(told)
    with told.desk(HESTER) as desk:
        assert desk.members.kept.list() == ()  # whoever loses the part loses what came before
    with told.desk() as desk:
        assert [kept.epoch for kept in desk.members.kept.list()] == [1]


def test_that_whoever_retires_keeps_no_key_of_a_closed_file(told: Staffroom) -> None:
    with told.desk(HESTER) as desk:
        desk.members.begin_staff_anew(owen(told), WHY)
        desk.members.appoint(Post(Role.HEAD, told.ids[ALBAN]), WHY)
    with told.desk() as desk:
        desk.members.retire(told.ids[HESTER], WHY, untold)
        desk.vault.check(untold)
    row = told.page.row(told.ids[HESTER])
    assert row is not None
    assert row.kept == ()


def test_that_a_desk_that_saw_the_old_heads_misses_nothing(told: Staffroom) -> None:
    with told.desk() as desk:
        desk.vault.bear_witness()
        desk.members.begin_staff_anew(owen(told), WHY)
    with told.desk() as desk:
        assert desk.vault.noticed() == ()


def test_that_a_closed_file_that_was_shortened_or_swapped_is_named(told: Staffroom) -> None:
    early = (told.vault.folder / "parts" / "staff.part").read_bytes()
    with told.desk() as desk:
        write_about(desk, LENA, "And again")
        desk.members.begin_staff_anew(owen(told), WHY)
    (told.vault.folder / "parts" / "staff.part").write_bytes(early)
    with told.desk() as desk, pytest.raises(DamageError) as named:
        desk.vault.check(untold)
    assert (named.value.where.damage, named.value.where.compartment) == (Damage.CHAIN, STAFF)


def with_the_old_key(school: Staffroom, name: str) -> Header:
    """Return the page with the closed file's key wrapped to somebody who never held it."""
    page = school.page
    maya, other = page.row(school.ids[MAYA]), page.row(school.ids[name])
    assert maya is not None
    assert other is not None
    person = unlock(maya, school.keys[MAYA])
    (grant,) = maya.kept
    key = person.opening.unwrap(
        grant.wrap, Place(page.vault, STAFF, 1, maya.member.id), grant.suite
    )
    wrap = other.sealing.wrap(key, Place(page.vault, STAFF, 1, other.member.id), Suite.HYBRID)
    given = replace(other, kept=(replace(grant, wrap=wrap),))
    members = tuple(given if row.member.id == other.member.id else row for row in page.members)
    return replace(page, members=members)


def test_that_a_subject_given_the_old_key_by_a_bent_program_opens_for_nobody(
    told: Staffroom,
) -> None:
    with told.desk() as desk:
        desk.members.begin_staff_anew(owen(told), WHY)
        desk.members.give_key(told.ids[OWEN], STAFF, WHY)
        maya = desk.members._book.person
    forged = signed_page(with_the_old_key(told, OWEN), maya, told.vault.clock, Said(RollAct.GRANT))
    with pytest.raises(DamageError):
        vouched(forged)
    write_header_file(told.vault.folder, forged)
    with pytest.raises(DamageError) as named:
        told.vault.unlock()
    assert named.value.where.damage is Damage.HEADER_FILE


def test_that_a_check_finds_a_closed_file_in_the_hands_of_its_subject(
    told: Staffroom,
) -> None:
    with told.desk() as desk:
        write_about(desk, HESTER, TOLD, told.ids[HESTER])
        with pytest.raises(DamageError):
            desk.vault.check(untold)
        desk.members.begin_staff_anew(owen(told), WHY)
        with pytest.raises(DamageError) as named:
            desk.vault.check(untold)
    assert (named.value.where.damage, named.value.where.number) == (Damage.SUBJECT, 5)
