"""From a passphrase to a key, at a price: Argon2id (RFC 9106).

The price is kept beside each lock. Whoever can write to the vault's folder could lower it and wait
for the next unlock, so floor and ceiling are compiled in and checked before anything is derived.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from dsl_desk.domain.way_errors import MemoryShortError, UnsafeCostError

KEY_LENGTH: Final = 32
SALT_LENGTH: Final = 16


@dataclass(frozen=True)
class Cost:
    """What one guess costs: memory in KiB, passes over it, lanes side by side."""

    memory: int
    passes: int
    lanes: int


FLOOR: Final = Cost(memory=64 * 1024, passes=3, lanes=1)  # RFC 9106, second choice; lanes are free
CEILING: Final = Cost(memory=4 * 1024 * 1024, passes=32, lanes=16)
USUAL: Final = Cost(memory=256 * 1024, passes=3, lanes=2)


@dataclass(frozen=True)
class Recipe:
    """How one passphrase becomes a key."""

    salt: bytes
    cost: Cost

    @classmethod
    def fresh(cls, cost: Cost = USUAL) -> Recipe:
        """Return a recipe with a salt that was never used before."""
        return cls(secrets.token_bytes(SALT_LENGTH), cost)


def stretch(passphrase: str, recipe: Recipe) -> bytes:
    """Return the 32 bytes of a passphrase; the same letters always give the same bytes."""
    cost = recipe.cost
    _refuse_unsafe(recipe)
    words = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    try:
        return Argon2id(
            salt=recipe.salt,
            length=KEY_LENGTH,
            iterations=cost.passes,
            lanes=cost.lanes,
            memory_cost=cost.memory,
        ).derive(words)
    except MemoryError:
        raise MemoryShortError from None


def _refuse_unsafe(recipe: Recipe) -> None:
    cost = recipe.cost
    inside = (
        FLOOR.memory <= cost.memory <= CEILING.memory
        and FLOOR.passes <= cost.passes <= CEILING.passes
        and FLOOR.lanes <= cost.lanes <= CEILING.lanes
        and len(recipe.salt) == SALT_LENGTH
    )
    if not inside:
        raise UnsafeCostError
