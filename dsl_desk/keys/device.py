"""The device secret: 32 random bytes in the keychain of one account, mixed into a passphrase's key.

A copy of the vault without them cannot be guessed at, however weak the passphrase. All members who
use one account share its secret; each has a door of their own.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.way_errors import KeychainError

if TYPE_CHECKING:
    from dsl_desk.domain.keychain import Keychain

SECRET_LENGTH: Final = 32
MARK_LENGTH: Final = 16
_MARK: Final = b"dsl-desk mark of a secret 1"


def device_secret(keychain: Keychain, vault: str) -> bytes | None:
    """Return the secret of this account; None when it was never enrolled."""
    secret = keychain.read(_name(vault))
    if secret is not None and len(secret) != SECRET_LENGTH:
        raise KeychainError(KeychainTrouble.FAILED)
    return secret


def make_device_secret(keychain: Keychain, vault: str) -> bytes:
    """Return the secret of this account, made and kept if there was none."""
    there = device_secret(keychain, vault)
    if there is not None:
        return there
    fresh = secrets.token_bytes(SECRET_LENGTH)
    keychain.write(_name(vault), fresh)
    return fresh


def mark_of(secret: bytes) -> bytes:
    """Return the public name of a secret; it says nothing about the secret itself."""
    return HKDF(SHA256(), MARK_LENGTH, salt=None, info=_MARK).derive(secret)


def _name(vault: str) -> str:
    return f"device {vault}"
