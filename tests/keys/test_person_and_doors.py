from __future__ import annotations

from dataclasses import replace

import pytest

from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.ways_in import Way
from dsl_desk.keys.doors import Door, DoorPlan, DoorShutError, Lock, key_of_a_door
from dsl_desk.keys.person import SECRET_LENGTH, Person
from dsl_desk.keys.stretching import FLOOR, Cost, Recipe

MAYA = MemberId("01" * 16)
KEY = b"k" * 32
RECIPE = Recipe(b"s" * 16, FLOOR)
LOCK = Lock(Way.PASSPHRASE, RECIPE, b"m" * 16)
PLAN = DoorPlan(LOCK, KEY, b"d" * 32)


def test_that_a_person_comes_back_from_the_secret_with_the_same_keys() -> None:
    person = Person.fresh(MAYA)
    again = Person(MAYA, person.secret())
    assert len(person.secret()) == SECRET_LENGTH
    assert again.secret() == person.secret()
    assert again.signing_key() == person.signing_key()
    assert again.opening.sealing_key() == person.opening.sealing_key()
    assert again.drafts_key() == person.drafts_key()


def test_that_a_secret_of_another_length_makes_nobody() -> None:
    with pytest.raises(ValueError, match=r"^$"):
        Person(MAYA, b"short")


def test_that_the_key_of_drafts_is_none_of_the_private_keys() -> None:
    person = Person.fresh(MAYA)
    assert person.drafts_key() not in person.secret()


def test_that_a_door_opens_to_its_key_and_its_record_only() -> None:
    door = Door.made(b"secret", b"record", PLAN)
    assert door.open(KEY, b"record") == b"secret"
    for key, record in ((b"l" * 32, b"record"), (KEY, b"other record")):
        with pytest.raises(DoorShutError):
            door.open(key, record)


@pytest.mark.parametrize(
    "lock",
    [
        replace(LOCK, recipe=Recipe(b"t" * 16, FLOOR)),
        replace(LOCK, recipe=Recipe(b"s" * 16, Cost(FLOOR.memory + 1, FLOOR.passes, FLOOR.lanes))),
        replace(LOCK, recipe=Recipe(b"s" * 16, Cost(FLOOR.memory, FLOOR.passes + 1, FLOOR.lanes))),
        replace(LOCK, recipe=Recipe(b"s" * 16, Cost(FLOOR.memory, FLOOR.passes, FLOOR.lanes + 1))),
        replace(LOCK, way=Way.KEY_FILE),
        replace(LOCK, mark=b"n" * 16),
    ],
)
def test_that_a_door_with_another_lock_beside_it_does_not_open(lock: Lock) -> None:
    door = replace(Door.made(b"secret", b"record", PLAN), lock=lock)
    with pytest.raises(DoorShutError):
        door.open(KEY, b"record")


def test_that_who_is_inside_finds_the_secret_beside_the_passphrase_and_nobody_else() -> None:
    door = Door.made(b"secret", b"record", PLAN)
    assert door.beside(b"secret", b"record") == b"d" * 32
    assert b"d" * 32 not in door.kept
    for secret, record in ((b"other secret", b"record"), (b"secret", b"other record")):
        with pytest.raises(DoorShutError):
            door.beside(secret, record)


def test_that_a_door_without_anything_beside_it_keeps_nothing() -> None:
    door = Door.made(b"secret", b"record", replace(PLAN, beside=b""))
    assert door.kept == b""
    assert door.beside(b"secret", b"record") == b""


def test_that_the_key_of_a_door_takes_passphrase_secret_and_way_together() -> None:
    keys = {
        key_of_a_door(way, stretched, beside)
        for way in (Way.PASSPHRASE, Way.KEY_FILE, Way.PASSPHRASE_ALONE)
        for stretched in (b"a" * 32, b"b" * 32)
        for beside in (b"", b"c" * 32, b"d" * 32)
    }
    assert len(keys) == 3 * 2 * 3
    assert {len(key) for key in keys} == {32}


def test_that_neither_key_nor_secret_shows_in_a_plan() -> None:
    assert "kkkk" not in repr(PLAN)
    assert "dddd" not in repr(PLAN)
