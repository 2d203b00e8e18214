"""A member's private keys: one to sign with, two to open wraps with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from dsl_desk.keys.wraps import OpeningKey

if TYPE_CHECKING:
    from dsl_desk.domain.ids import MemberId

_SEED: Final = 32
_MLKEM_SEED: Final = 64
SECRET_LENGTH: Final = _SEED + _SEED + _MLKEM_SEED
_DRAFTS: Final = b"dsl-desk drafts 1"
_WITNESSES: Final = b"dsl-desk witnesses 1"
_WITNESS_NAME: Final = b"dsl-desk witnesses' name 1"
_NAME: Final = 8


class Person:
    """Somebody who has unlocked. Signs entries and opens wraps; lives only in the desk process."""

    def __init__(self, member: MemberId, secret: bytes) -> None:
        if len(secret) != SECRET_LENGTH:
            raise ValueError
        self._member = member
        self._signing = Ed25519PrivateKey.from_private_bytes(secret[:_SEED])
        self.opening = OpeningKey(
            X25519PrivateKey.from_private_bytes(secret[_SEED : 2 * _SEED]),
            MLKEM768PrivateKey.from_seed_bytes(secret[2 * _SEED :]),
        )

    @classmethod
    def fresh(cls, member: MemberId) -> Person:
        """Return somebody with keys that never were before."""
        return cls(
            member,
            Ed25519PrivateKey.generate().private_bytes_raw()
            + X25519PrivateKey.generate().private_bytes_raw()
            + MLKEM768PrivateKey.generate().private_bytes_raw(),
        )

    @property
    def id(self) -> MemberId:
        """Who this is."""
        return self._member

    def sign(self, message: bytes) -> bytes:
        """Return the Ed25519 signature of these bytes (RFC 8032)."""
        return self._signing.sign(message)

    def signing_key(self) -> bytes:
        """Return the public half of the signing key."""
        return self._signing.public_key().public_bytes_raw()

    def drafts_key(self) -> bytes:
        """Return the key of this member's spool of drafts, derived and never stored."""
        return HKDF(SHA256(), _SEED, salt=None, info=_DRAFTS).derive(self._signing_seed())

    def witness_key(self) -> bytes:
        """Return the key of what this member saw of the ledger, derived and never stored."""
        return HKDF(SHA256(), _SEED, salt=None, info=_WITNESSES).derive(self._signing_seed())

    def witness_name(self) -> str:
        """Return a name for it that tells nobody whose it is."""
        name = HKDF(SHA256(), _NAME, salt=None, info=_WITNESS_NAME).derive(self._signing_seed())
        return name.hex()

    def secret(self) -> bytes:
        """Return all private keys in one piece, for a door to seal."""
        return (
            self._signing_seed()
            + self.opening.x25519.private_bytes_raw()
            + self.opening.mlkem.private_bytes_raw()
        )

    def _signing_seed(self) -> bytes:
        return self._signing.private_bytes_raw()
