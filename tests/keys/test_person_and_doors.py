from __future__ import annotations

from dataclasses import replace

import pytest

from dsl_desk.domain.errors import WrongPassphraseError
from dsl_desk.domain.ids import MemberId
from dsl_desk.keys.doors import Door
from dsl_desk.keys.person import SECRET_LENGTH, Person
from dsl_desk.keys.stretching import FLOOR, Cost, Recipe, stretch

MAYA = MemberId("01" * 16)
KEY = b"k" * 32
RECIPE = Recipe(b"s" * 16, FLOOR)


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
    door = Door.made(b"secret", KEY, RECIPE, b"record")
    assert door.open(KEY, b"record") == b"secret"
    for key, record in ((b"l" * 32, b"record"), (KEY, b"other record")):
        with pytest.raises(WrongPassphraseError):
            door.open(key, record)


@pytest.mark.parametrize(
    "recipe",
    [
        Recipe(b"t" * 16, FLOOR),
        Recipe(b"s" * 16, Cost(FLOOR.memory + 1, FLOOR.passes, FLOOR.lanes)),
        Recipe(b"s" * 16, Cost(FLOOR.memory, FLOOR.passes + 1, FLOOR.lanes)),
        Recipe(b"s" * 16, Cost(FLOOR.memory, FLOOR.passes, FLOOR.lanes + 1)),
    ],
)
def test_that_a_door_with_another_recipe_beside_it_does_not_open(recipe: Recipe) -> None:
    door = replace(Door.made(b"secret", KEY, RECIPE, b"record"), recipe=recipe)
    with pytest.raises(WrongPassphraseError):
        door.open(KEY, b"record")


@pytest.mark.gate_story
def test_that_a_passphrase_gives_its_key_only_when_it_opens_the_door() -> None:
    key = stretch("amber kettle river moss", RECIPE)
    door = Door.made(b"secret", key, RECIPE, b"record")
    assert door.key_of("amber kettle river moss", b"record") == key
    with pytest.raises(WrongPassphraseError) as refusal:
        door.key_of("amber kettle river mass", b"record")
    assert "mass" not in repr(refusal.value)
    assert refusal.value.__cause__ is None
