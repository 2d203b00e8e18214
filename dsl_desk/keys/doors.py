"""A way in: a member's private keys, sealed by AES-256-GCM under a key that somebody can produce.

The whole public record is bound in, so that nobody can put other public keys, another name or a
cheaper recipe beside the sealed half and have it still open.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from dsl_desk.domain.errors import WrongPassphraseError
from dsl_desk.domain.packing import pack, pack_number
from dsl_desk.keys.stretching import Recipe, stretch

_NONCE: Final = 12
_PURPOSE: Final = b"dsl-desk door 1"


@dataclass(frozen=True)
class Door:
    """One sealed copy of a member's private keys, and how its key is made."""

    recipe: Recipe
    nonce: bytes
    sealed: bytes

    @classmethod
    def made(cls, secret: bytes, key: bytes, recipe: Recipe, record: bytes) -> Door:
        """Seal the secret under the key that the recipe makes."""
        nonce = secrets.token_bytes(_NONCE)
        return cls(recipe, nonce, AESGCM(key).encrypt(nonce, secret, _bound(recipe, record)))

    def key_of(self, passphrase: str, record: bytes) -> bytes:
        """Return the key a passphrase makes, once it has been seen to open this door."""
        key = stretch(passphrase, self.recipe)
        self.open(key, record)
        return key

    def open(self, key: bytes, record: bytes) -> bytes:
        """Return the member's secret."""
        try:
            return AESGCM(key).decrypt(self.nonce, self.sealed, _bound(self.recipe, record))
        except InvalidTag:
            raise WrongPassphraseError from None


def _bound(recipe: Recipe, record: bytes) -> bytes:
    cost = recipe.cost
    return pack(
        (
            _PURPOSE,
            record,
            recipe.salt,
            pack_number(cost.memory),
            pack_number(cost.passes),
            pack_number(cost.lanes),
        )
    )
