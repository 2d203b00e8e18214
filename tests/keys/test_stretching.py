from __future__ import annotations

from dataclasses import replace

import pytest

from dsl_desk.domain.way_errors import MemoryShortError, UnsafeCostError
from dsl_desk.keys import stretching
from dsl_desk.keys.stretching import CEILING, FLOOR, USUAL, Cost, Recipe, stretch

SALT = b"s" * 16


@pytest.mark.gate_story
def test_that_one_passphrase_gives_one_key_however_its_letters_are_composed() -> None:
    recipe = Recipe(SALT, FLOOR)
    composed = stretch("caf\u00e9 river moss lane", recipe)
    assert stretch("cafe\u0301 river moss lane", recipe) == composed
    assert len(composed) == 32


@pytest.mark.gate_story
def test_that_another_salt_gives_another_key() -> None:
    assert stretch("amber", Recipe(SALT, FLOOR)) != stretch("amber", Recipe(b"t" * 16, FLOOR))


@pytest.mark.gate_story
def test_that_half_a_character_in_a_passphrase_does_not_show_it_in_an_error() -> None:
    assert len(stretch("amber \ud83d", Recipe(SALT, FLOOR))) == 32


@pytest.mark.parametrize("part", ["memory", "passes", "lanes"])
@pytest.mark.parametrize(("bound", "step"), [(FLOOR, -1), (CEILING, 1)])
def test_that_a_price_outside_what_was_built_in_is_never_derived(
    part: str, bound: Cost, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(stretching, "Argon2id")  # reaching it would be a NameError
    asked = replace(bound, **{part: getattr(bound, part) + step})
    with pytest.raises(UnsafeCostError):
        stretch("amber", Recipe(SALT, asked))


@pytest.mark.parametrize("salt", [b"", b"s" * 15, b"s" * 17])
def test_that_a_salt_of_another_length_is_refused(salt: bytes) -> None:
    with pytest.raises(UnsafeCostError):
        stretch("amber", Recipe(salt, FLOOR))


def test_that_what_set_up_uses_lies_between_floor_and_ceiling() -> None:
    assert USUAL.memory >= 256 * 1024
    assert USUAL.passes >= 3
    assert USUAL.memory <= CEILING.memory


def test_that_too_little_memory_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    class NoMemory:
        def __init__(self, **_recipe: object) -> None:
            raise MemoryError

    monkeypatch.setattr(stretching, "Argon2id", NoMemory)
    with pytest.raises(MemoryShortError):
        stretch("amber", Recipe(SALT, FLOOR))


def test_that_no_two_fresh_recipes_share_a_salt() -> None:
    assert len({Recipe.fresh().salt for _ in range(100)}) == 100
