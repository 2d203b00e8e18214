"""A signed check as its paper tells it: numbers, references and the finding, and no title."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from dsl_desk.domain.checking_a_term import BulkOut, Check, MemberActs, Redrawn
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.termly_check import Looked


@dataclass(frozen=True)
class LookedAt:
    """One entry that was looked at: which, and never whom it is about. No kind: disposed of."""

    kind: str
    ref: str
    looked: Looked = field(repr=False)


@dataclass(frozen=True)
class CheckFacts:
    """One check. `acts` and `bulk` are of its term, up to the moment it was signed."""

    part: Compartment
    check: Check = field(repr=False)
    drawn_at: datetime
    entries: tuple[LookedAt, ...] = field(repr=False)
    redrawn: Redrawn
    acts: tuple[MemberActs, ...] = field(repr=False)
    bulk: tuple[BulkOut, ...] = field(repr=False)
