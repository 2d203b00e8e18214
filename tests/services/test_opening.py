"""Pages that are genuine by their signature, and wrong all the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.errors import DamageError, NotEntitledError
from dsl_desk.domain.rights import Right
from dsl_desk.domain.roll_act import RollAct
from dsl_desk.keys.doors import Door, DoorPlan
from dsl_desk.keys.header_file import read_header_file, write_header_file
from dsl_desk.keys.person import Person
from dsl_desk.keys.roll import Said
from dsl_desk.keys.vouching import signed_page
from dsl_desk.services.opening import unlock
from tests.builders import a_concern_draft, an_entry_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.keys.header import Header, MemberRow
    from tests.conftest import TrainingVault


def forge(
    vault: TrainingVault,
    change: Callable[[Header, MemberRow], tuple[Header, MemberRow]],
    act: RollAct = RollAct.WAYS_IN,
) -> None:
    """Change the page as its own founder could, in a program that was tampered with."""
    header = read_header_file(vault.folder)
    row = header.members[0]
    founder = unlock(row, vault.key)
    header, row = change(header, row)
    header = replace(header, members=(row,))
    said = Said(act, () if act is RollAct.WAYS_IN else (row.stood(),))
    write_header_file(vault.folder, signed_page(header, founder, vault.clock, said))


def test_that_a_grant_for_another_part_opens_nothing(vault: TrainingVault) -> None:
    def swap(header: Header, row: MemberRow) -> tuple[Header, MemberRow]:
        school, children, *others = row.grants
        swapped = (replace(school, wrap=children.wrap), replace(children, wrap=school.wrap))
        return header, replace(row, grants=(*swapped, *others))

    forge(vault, swap)
    with pytest.raises(DamageError) as told:
        vault.unlock()
    assert told.value.where.damage is Damage.HEADER_FILE


def test_that_a_grant_for_a_part_that_is_not_there_is_damage(vault: TrainingVault) -> None:
    forge(vault, lambda header, row: (replace(header, parts=header.parts[:1]), row))
    with pytest.raises(DamageError) as told:
        vault.unlock()
    assert told.value.where.compartment is Compartment.CHILDREN


def test_that_a_part_without_a_key_is_not_entered(vault: TrainingVault) -> None:
    school = {Compartment.SCHOOL: Right.WRITE}
    forge(
        vault,
        lambda header, row: (header, replace(row, rights=school, grants=row.grants[:1])),
        RollAct.TAKE_BACK,
    )
    desk = vault.unlock()
    with pytest.raises(NotEntitledError) as told:
        desk.concerns.page(0, 10)
    assert told.value.compartment is Compartment.CHILDREN
    desk.close()


def test_that_private_keys_of_somebody_else_behind_a_door_are_damage(
    vault: TrainingVault,
) -> None:
    def put_stranger_behind(header: Header, row: MemberRow) -> tuple[Header, MemberRow]:
        stranger = Person.fresh(row.member.id)
        door = Door.made(stranger.secret(), row.record(), DoorPlan(row.doors[0].lock, vault.key))
        return header, replace(row, doors=(door,))

    forge(vault, put_stranger_behind)
    with pytest.raises(DamageError) as told:
        unlock(read_header_file(vault.folder).members[0], vault.key)
    assert told.value.where.damage is Damage.HEADER_FILE


def test_that_what_was_written_with_a_right_stays_good_when_the_right_is_taken_back(
    vault: TrainingVault,
) -> None:
    desk = vault.unlock()
    concern = desk.concerns.record(a_concern_draft(), an_entry_id(vault.clock)).answer
    desk.close()
    less = dict.fromkeys(Compartment, Right.READ)
    forge(vault, lambda header, row: (header, replace(row, rights=less)), RollAct.TAKE_BACK)
    desk = vault.unlock()
    assert desk.concerns.open(concern.id) == concern
    desk.vault.check(lambda _checked, _total: None)
    with pytest.raises(NotEntitledError):
        desk.concerns.record(a_concern_draft(), an_entry_id(vault.clock))
    desk.close()


def test_that_a_page_put_back_alone_is_noticed_by_what_was_written_under_a_newer_roll(
    vault: TrainingVault,
) -> None:
    older = (vault.folder / "vault.json").read_bytes()
    forge(vault, lambda header, row: (header, row))
    vault.unlock().close()  # an entry in School names the newer roll
    (vault.folder / "vault.json").write_bytes(older)
    with pytest.raises(DamageError) as told:
        vault.unlock()
    assert told.value.where == Where(Damage.ROLL, Compartment.SCHOOL, 2)


def test_that_a_history_the_founder_wrote_anew_is_noticed(vault: TrainingVault) -> None:
    header = read_header_file(vault.folder)
    founder = unlock(header.members[0], vault.key)
    vault.clock.advance(seconds=1)
    anew = signed_page(replace(header, roll=()), founder, vault.clock)
    write_header_file(vault.folder, anew)
    with pytest.raises(DamageError) as told:
        vault.unlock()
    assert told.value.where.damage is Damage.ROLL
