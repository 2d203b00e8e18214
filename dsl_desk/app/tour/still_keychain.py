"""The keychain of the tour: in memory, so that a tour leaves nothing in anybody's own."""

from __future__ import annotations


class StillKeychain:
    """Remembers until the tour ends."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def read(self, name: str) -> bytes | None:
        """Return what was kept under a name."""
        return self._kept.get(name)

    def write(self, name: str, secret: bytes) -> None:
        """Keep a secret under a name."""
        self._kept[name] = secret

    def forget(self, name: str) -> None:
        """Keep nothing under a name any more."""
        self._kept.pop(name, None)
