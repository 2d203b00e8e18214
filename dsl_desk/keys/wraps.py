"""A compartment's key, wrapped to one person: HPKE (RFC 9180), base mode, one message.

Suite 1 is X25519. Suite 2 is the hybrid of ML-KEM-768 and X25519, the one used for new wraps:
these records live for up to 75 years, longer than X25519 alone can be trusted to.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from dsl_desk.domain.packing import pack, pack_number

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.ids import MemberId

_PURPOSE: Final = b"dsl-desk compartment key 1"


class Suite(Enum):
    """Which construction a wrap was made with."""

    X25519 = 1
    HYBRID = 2


SUITES: Final = {
    Suite.X25519: hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305),
    Suite.HYBRID: hpke.Suite(
        hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305
    ),
}


class WrapError(ValueError):
    """The wrap was not made for this person, place and epoch, or it was altered."""


class Binding(Protocol):
    """A place that a wrap is bound to."""

    def info(self) -> bytes:
        """Return the binding as HPKE's info."""
        ...


@dataclass(frozen=True)
class Place:
    """What a wrap is bound to: it opens nothing anywhere else."""

    vault: str
    compartment: Compartment
    epoch: int
    member: MemberId

    def info(self) -> bytes:
        """Return the binding as HPKE's info."""
        return pack(
            (
                _PURPOSE,
                bytes.fromhex(self.vault),
                self.compartment.value.encode(),
                pack_number(self.epoch),
                bytes.fromhex(self.member),
            )
        )


@dataclass(frozen=True)
class SealingKey:
    """The public half that keys are wrapped to."""

    x25519: bytes
    mlkem: bytes

    def wrap(self, key: bytes, place: Binding, suite: Suite = Suite.HYBRID) -> bytes:
        """Return the key, readable only by the holder of the private half."""
        x25519 = X25519PublicKey.from_public_bytes(self.x25519)
        if suite is Suite.X25519:
            return SUITES[suite].encrypt(key, x25519, info=place.info())
        mlkem = MLKEM768PublicKey.from_public_bytes(self.mlkem)
        both = hpke.MLKEM768X25519PublicKey(mlkem, x25519)
        return SUITES[suite].encrypt(key, both, info=place.info())


@dataclass(frozen=True)
class OpeningKey:
    """The private half that opens wraps."""

    x25519: X25519PrivateKey
    mlkem: MLKEM768PrivateKey

    def sealing_key(self) -> SealingKey:
        """Return the public half."""
        return SealingKey(
            self.x25519.public_key().public_bytes_raw(), self.mlkem.public_key().public_bytes_raw()
        )

    def unwrap(self, wrap: bytes, place: Binding, suite: Suite) -> bytes:
        """Return the key; `WrapError` when the wrap is not ours, or not for this place."""
        private = (
            self.x25519
            if suite is Suite.X25519
            else hpke.MLKEM768X25519PrivateKey(self.mlkem, self.x25519)
        )
        try:
            return SUITES[suite].decrypt(wrap, private, info=place.info())
        except InvalidTag:
            raise WrapError from None
