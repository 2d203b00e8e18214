"""Stand-in for the spool until the one with two fixed halves arrives; same signature."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Spool:
    """Sealed drafts in one file."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key

    @staticmethod
    def prepare(path: Path) -> None:
        """Make the empty file."""
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)

    def seal(self, drafts: Mapping[str, Mapping[str, str]]) -> None:
        """Seal all drafts."""
        nonce = secrets.token_bytes(12)
        words = json.dumps({form: dict(fields) for form, fields in drafts.items()}).encode()
        self._path.write_bytes(nonce + AESGCM(self._key).encrypt(nonce, words, None))

    def unseal(self) -> dict[str, dict[str, str]]:
        """Return all drafts."""
        sealed = self._path.read_bytes()
        if not sealed:
            return {}
        drafts: dict[str, dict[str, str]] = json.loads(
            AESGCM(self._key).decrypt(sealed[:12], sealed[12:], None)
        )
        return drafts
