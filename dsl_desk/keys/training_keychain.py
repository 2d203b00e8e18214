"""The keychain as training vaults find it on any computer: not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.training import is_training
from dsl_desk.domain.way_errors import KeychainError

if TYPE_CHECKING:
    from dsl_desk.domain.keychain import Keychain


class NoneForTraining:
    """Passes on what is asked for a real vault, and nothing that names a training vault."""

    def __init__(self, keychain: Keychain) -> None:
        self._keychain = keychain

    def read(self, name: str) -> bytes | None:
        """Return what was kept under a name."""
        return self._asked_for(name).read(name)

    def write(self, name: str, secret: bytes) -> None:
        """Keep a secret under a name."""
        self._asked_for(name).write(name, secret)

    def forget(self, name: str) -> None:
        """Keep nothing under a name any more."""
        self._asked_for(name).forget(name)

    def _asked_for(self, name: str) -> Keychain:
        if any(is_training(word) for word in name.split()):
            raise KeychainError(KeychainTrouble.NONE)
        return self._keychain
