"""A way in: a member's private keys, sealed by AES-256-GCM under a key that somebody can produce.

The whole public record is bound in, with how the key is made, so that nobody can put other public
keys, another name or a cheaper recipe beside the sealed half and have it still open.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from dsl_desk.domain.packing import pack, pack_number
from dsl_desk.keys.stretching import KEY_LENGTH, Recipe

if TYPE_CHECKING:
    from dsl_desk.domain.ways_in import Way

NONCE_LENGTH: Final = 12
_PURPOSE: Final = b"dsl-desk door 2"
_KEY_OF_A_DOOR: Final = b"dsl-desk door key 1"
_KEPT: Final = b"dsl-desk kept secret 1"


class DoorShutError(ValueError):
    """The key does not open this door."""


@dataclass(frozen=True)
class Lock:
    """How the key of a door is made. Public, and bound into the door.

    `mark` names the secret that stands beside the passphrase, a device's or a key file's, so that
    a missing one can be told from a wrong passphrase. A kit's lock has no cost and no mark.
    """

    way: Way
    recipe: Recipe
    mark: bytes = b""

    def bound(self, record: bytes) -> bytes:
        """Return what the seal of a door is bound to."""
        cost = self.recipe.cost
        numbers = (pack_number(n) for n in (cost.memory, cost.passes, cost.lanes))
        way = self.way.value.encode()
        return pack((_PURPOSE, record, way, self.recipe.salt, *numbers, self.mark))


@dataclass(frozen=True)
class Door:
    """One sealed copy of a member's private keys, and how its key is made.

    `kept` is the secret beside the passphrase, sealed to the member's own keys: who is inside can
    thus make every door anew when the passphrase changes.
    """

    lock: Lock
    nonce: bytes
    sealed: bytes
    kept: bytes = b""

    @classmethod
    def made(cls, secret: bytes, record: bytes, plan: DoorPlan) -> Door:
        """Seal a member's private keys under the key of a plan."""
        nonce = secrets.token_bytes(NONCE_LENGTH)
        sealed = AESGCM(plan.key).encrypt(nonce, secret, plan.lock.bound(record))
        kept = _keep(plan.beside, secret, record) if plan.beside else b""
        return cls(plan.lock, nonce, sealed, kept)

    def open(self, key: bytes, record: bytes) -> bytes:
        """Return the member's private keys."""
        try:
            return AESGCM(key).decrypt(self.nonce, self.sealed, self.lock.bound(record))
        except InvalidTag:
            raise DoorShutError from None

    def beside(self, secret: bytes, record: bytes) -> bytes:
        """Return the secret beside the passphrase, for the member who is inside."""
        if not self.kept:
            return b""
        nonce, sealed = self.kept[:NONCE_LENGTH], self.kept[NONCE_LENGTH:]
        try:
            return AESGCM(_keeping_key(secret)).decrypt(nonce, sealed, pack((_KEPT, record)))
        except InvalidTag:
            raise DoorShutError from None


@dataclass(frozen=True)
class DoorPlan:
    """A door that is to be made: its lock, the key, and the secret beside the passphrase."""

    lock: Lock
    key: bytes = field(repr=False)
    beside: bytes = field(default=b"", repr=False)


def key_of_a_door(way: Way, stretched: bytes, beside: bytes = b"") -> bytes:
    """Return the key that a stretched passphrase and the secret beside it make together."""
    info = pack((_KEY_OF_A_DOOR, way.value.encode()))
    return HKDF(SHA256(), KEY_LENGTH, salt=None, info=info).derive(pack((stretched, beside)))


def _keep(beside: bytes, secret: bytes, record: bytes) -> bytes:
    nonce = secrets.token_bytes(NONCE_LENGTH)
    return nonce + AESGCM(_keeping_key(secret)).encrypt(nonce, beside, pack((_KEPT, record)))


def _keeping_key(secret: bytes) -> bytes:
    return HKDF(SHA256(), KEY_LENGTH, salt=None, info=_KEPT).derive(secret)
