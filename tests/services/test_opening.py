"""Pages that are genuine by their signature, and wrong all the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.damage import Damage
from dsl_desk.domain.errors import DamageError, NotEntitledError
from dsl_desk.domain.rights import Right
from dsl_desk.keys.doors import Door
from dsl_desk.keys.header_file import read_header_file, write_header_file
from dsl_desk.keys.person import Person
from dsl_desk.keys.vouching import signed_page
from dsl_desk.services.opening import unlock

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.keys.header import Header, MemberRow
    from tests.conftest import TrainingVault


def forge(
    vault: TrainingVault, change: Callable[[Header, MemberRow], tuple[Header, MemberRow]]
) -> None:
    """Change the page as its own founder could, in a program that was tampered with."""
    header = read_header_file(vault.folder)
    row = header.members[0]
    founder = unlock(row, vault.key)
    header, row = change(header, row)
    header = replace(header, members=(row,), roll=())
    write_header_file(vault.folder, signed_page(header, founder, vault.clock))


def test_that_a_grant_for_another_part_opens_nothing(vault: TrainingVault) -> None:
    def swap(header: Header, row: MemberRow) -> tuple[Header, MemberRow]:
        school, children = row.grants
        swapped = (replace(school, wrap=children.wrap), replace(children, wrap=school.wrap))
        return header, replace(row, grants=swapped)

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
    forge(vault, lambda header, row: (header, replace(row, grants=row.grants[:1])))
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
        door = Door.made(stranger.secret(), vault.key, row.doors[0].recipe, row.record())
        return header, replace(row, doors=(door,))

    forge(vault, put_stranger_behind)
    with pytest.raises(DamageError) as told:
        unlock(read_header_file(vault.folder).members[0], vault.key)
    assert told.value.where.damage is Damage.HEADER_FILE


def test_that_rights_taken_from_the_roll_leave_what_was_written_without_right(
    vault: TrainingVault,
) -> None:
    header = read_header_file(vault.folder)
    row = header.members[0]
    rights = dict.fromkeys(row.rights, Right.READ)
    public = replace(row, rights=rights)
    secret = row.doors[0].open(vault.key, row.record())
    door = Door.made(secret, vault.key, row.doors[0].recipe, public.record())
    forge(vault, lambda header, _row: (header, replace(public, doors=(door,))))
    desk = vault.unlock()
    assert desk.concerns.page(0, 10).total == 0
    desk.close()
