"""Where words went besides the vault: copies on paper for others, copies of the vault itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from dsl_desk.domain.disposal import Proposal
    from dsl_desk.domain.entry import Stamp
    from dsl_desk.domain.ids import MemberId


@dataclass(frozen=True)
class CopyMade:
    """A copy of a record on paper: which version it shows, when it was made, and by whom."""

    version: int
    made_at: datetime
    by: MemberId
    name: str = field(repr=False)
    sha256: str


@dataclass(frozen=True)
class SnapshotLeft:
    """A copy of the vault made while the record stood in it. `there`: it lies where it was made."""

    taken_at: datetime
    folder: str = field(repr=False)
    there: bool


@dataclass(frozen=True)
class Certificate:
    """What is certified of a disposal: who decided it, what went, and what may hold it still."""

    proposal: Proposal
    records: int
    entries: int
    disposals: tuple[Stamp, ...]
    copies: tuple[CopyMade, ...]
    snapshots: tuple[SnapshotLeft, ...]
    sealed: bool = False  # it was a sealed case, which lies in no part
