"""A file that goes inside a paper: its bytes, its name, and what it is."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.compartment import Compartment


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


@dataclass(frozen=True)
class Enclosed:
    """A file that can go as it is kept: of which record, under which name, and how it is opened."""

    record: str
    part: Compartment
    name: str
    length: int
    carry: Callable[[], CarriedFile] = field(repr=False)
    of: str = ""  # the piece of evidence whose custody says that it went
