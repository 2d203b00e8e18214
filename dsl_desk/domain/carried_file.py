"""A file that goes inside a paper: its bytes, its name, and what it is."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field


@dataclass(frozen=True)
class CarriedFile:
    """Bytes as they are kept. The name says which record they are of, and names nobody."""

    name: str
    content: bytes = field(repr=False)
    sort: str = "application/octet-stream"
    said: str = ""

    @property
    def sha256(self) -> str:
        """The fingerprint of its bytes."""
        return hashlib.sha256(self.content).hexdigest()
