"""The keychain, one of the three ports: what this account of this computer remembers for us."""

from __future__ import annotations

from enum import Enum
from typing import Protocol


class KeychainTrouble(Enum):
    """Why the keychain did not answer."""

    NONE = "none"
    LOCKED = "locked"
    SLOW = "slow"
    FAILED = "failed"


class Keychain(Protocol):
    """Few and small secrets, kept by the operating system for one account.

    Names hold the vault's id, never a person's. Every call raises KeychainError when the keychain
    is missing, locked or does not answer in time. It is never the only place of a key.
    """

    def read(self, name: str) -> bytes | None:
        """Return what was kept under a name; None when nothing is."""
        ...

    def write(self, name: str, secret: bytes) -> None:
        """Keep a secret under a name, in the place of what was there."""
        ...

    def forget(self, name: str) -> None:
        """Keep nothing under a name any more."""
        ...
