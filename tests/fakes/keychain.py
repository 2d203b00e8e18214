"""A keychain in memory: it remembers, and fails when a test tells it to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.way_errors import KeychainError

if TYPE_CHECKING:
    from dsl_desk.domain.keychain import KeychainTrouble


class FakeKeychain:
    """`trouble` is what every call meets until a test takes it away again."""

    def __init__(self, trouble: KeychainTrouble | None = None) -> None:
        self.kept: dict[str, bytes] = {}
        self.trouble = trouble

    def read(self, name: str) -> bytes | None:
        self._meet_trouble()
        return self.kept.get(name)

    def write(self, name: str, secret: bytes) -> None:
        self._meet_trouble()
        self.kept[name] = secret

    def forget(self, name: str) -> None:
        self._meet_trouble()
        self.kept.pop(name, None)

    def _meet_trouble(self) -> None:
        if self.trouble is not None:
            raise KeychainError(self.trouble)
