"""A recovery kit's door: opened by the printed code alone, without passphrase or device secret.

The code holds 130 random bits, so it needs no stretching: HKDF binds it to the salt of its door.
"""

from __future__ import annotations

from typing import Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from dsl_desk.domain.ways_in import Way
from dsl_desk.keys.doors import DoorPlan, Lock
from dsl_desk.keys.kit_code import read_code
from dsl_desk.keys.stretching import KEY_LENGTH, Cost, Recipe

NO_COST: Final = Cost(0, 0, 0)
_KEY_OF_A_KIT: Final = b"dsl-desk kit key 1"


def kit_plan(code: str) -> DoorPlan:
    """Return the plan of a door for a code."""
    lock = Lock(Way.KIT, Recipe.fresh(NO_COST))
    return DoorPlan(lock, kit_key(code, lock))


def kit_key(code: str, lock: Lock) -> bytes:
    """Return the key that a code makes for a door; WrongKitError when it is no code at all."""
    salt = lock.recipe.salt
    return HKDF(SHA256(), KEY_LENGTH, salt=salt, info=_KEY_OF_A_KIT).derive(read_code(code))
