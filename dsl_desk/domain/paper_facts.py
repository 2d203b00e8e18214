"""What papers for children's services, Prevent and adults' files print, frozen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from dsl_desk.domain.entry import Stamp
    from dsl_desk.domain.entry_facts import EntryFacts
    from dsl_desk.domain.low_level import LowLevel
    from dsl_desk.domain.member import Member
    from dsl_desk.domain.pack_facts import ChildInPack
    from dsl_desk.domain.referral import Referral


@dataclass(frozen=True)
class ReferralFacts:
    """A referral in its versions, the concern it rests on, and the children it is about."""

    versions: tuple[Referral, ...] = field(repr=False)
    by: Member
    school: str
    entry: EntryFacts | None = field(default=None, repr=False)
    children: tuple[ChildInPack, ...] = field(default=(), repr=False)

    @property
    def referral(self) -> Referral:
        """What it says now."""
        return self.versions[-1]


@dataclass(frozen=True)
class LowLevelFacts:
    """A low-level concern in its versions."""

    versions: tuple[LowLevel, ...] = field(repr=False)
    stamp: Stamp

    @property
    def concern(self) -> LowLevel:
        """What it says now."""
        return self.versions[-1]


@dataclass(frozen=True)
class PartOfLedger:
    """One part in an extract: how many entries it has in all, and its newest."""

    name: str
    count: int
    newest: Stamp


@dataclass(frozen=True)
class LedgerFacts:
    """What an extract from the ledger prints: who did what and when, and no word of any record."""

    since: str
    until: str
    when: datetime
    parts: tuple[PartOfLedger, ...]
    lines: tuple[LineOfLedger, ...]
    left_out: int = 0


@dataclass(frozen=True)
class LineOfLedger:
    """One entry: where, which number, when, who, what, and the beginning of its fingerprint."""

    part: str
    number: int
    when: str
    who: str
    what: str
    fingerprint: str
