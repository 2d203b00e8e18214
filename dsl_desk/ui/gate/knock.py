"""A knock at the gate: who wants in, by which way, and what they typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.ways_in import Way


@dataclass(frozen=True)
class Knock:
    """One try. With the kit the words are its code; a key file stands beside a passphrase."""

    member: str
    way: Way
    words: str = field(repr=False)
    file: Path | None = field(default=None, repr=False)
