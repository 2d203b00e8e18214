"""What a door has to look like on the page; a page with anything else on it is no vault's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dsl_desk.domain.ways_in import Way
from dsl_desk.keys.door_form import well_formed
from dsl_desk.keys.doors import Door, Lock
from dsl_desk.keys.kit import NO_COST
from dsl_desk.keys.stretching import FLOOR, Cost, Recipe
from tests.builders import a_door

ALONE = a_door()
DEVICE = Door(
    Lock(Way.PASSPHRASE, Recipe(b"s" * 16, FLOOR), b"m" * 16), b"n" * 12, b"e" * 144, b"k" * 60
)
KEY_FILE = replace(DEVICE, lock=replace(DEVICE.lock, way=Way.KEY_FILE))
KIT = replace(ALONE, lock=Lock(Way.KIT, Recipe(b"s" * 16, NO_COST)))


@pytest.mark.parametrize("door", [ALONE, DEVICE, KEY_FILE, KIT])
def test_that_each_kind_of_door_has_its_form(door: Door) -> None:
    assert well_formed(door)


@pytest.mark.parametrize("door", [ALONE, DEVICE, KEY_FILE, KIT])
def test_that_no_piece_of_a_door_may_be_longer_or_shorter(door: Door) -> None:
    salt = door.lock.recipe.salt
    for changed in (
        replace(door, nonce=door.nonce + b"n"),
        replace(door, nonce=door.nonce[1:]),
        replace(door, sealed=door.sealed + b"e"),
        replace(door, sealed=door.sealed[1:]),
        replace(door, kept=door.kept + b"k"),
        replace(door, lock=replace(door.lock, mark=door.lock.mark + b"m")),
        replace(door, lock=replace(door.lock, recipe=replace(door.lock.recipe, salt=salt + b"s"))),
        replace(door, lock=replace(door.lock, recipe=replace(door.lock.recipe, salt=salt[1:]))),
    ):
        assert not well_formed(changed)


def test_that_a_secret_beside_belongs_to_the_doors_that_have_one() -> None:
    for door in (DEVICE, KEY_FILE):
        assert not well_formed(replace(door, kept=b""))
        assert not well_formed(replace(door, lock=replace(door.lock, mark=b"")))
    for door in (ALONE, KIT):
        assert not well_formed(replace(door, kept=DEVICE.kept))
        assert not well_formed(replace(door, lock=replace(door.lock, mark=DEVICE.lock.mark)))


def test_that_a_kit_has_no_price() -> None:
    dear = replace(KIT.lock, recipe=Recipe(b"s" * 16, Cost(64 * 1024, 3, 1)))
    assert not well_formed(replace(KIT, lock=dear))
