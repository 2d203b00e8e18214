"""How checking stands in one part: what was drawn, who opened how much, what left, what is due."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Final, TypeAlias

from dsl_desk.domain.record import Recorded
from dsl_desk.domain.school_terms import SchoolTerm, term_before
from dsl_desk.domain.termly_check import CheckDraft

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.ids import MemberId, RecordId

Check: TypeAlias = Recorded[CheckDraft]
BEFORE_IT_ENDS: Final = timedelta(weeks=4)  # from then on Today asks for a check
IN_BULK: Final = 10  # a paper that carries so many records is looked at by itself


@dataclass(frozen=True)
class MemberActs:
    """What one member opened and took out in a term, in one part."""

    member: MemberId
    name: str = field(repr=False)
    opened: int
    papers: int
    bulk: int


@dataclass(frozen=True)
class BulkOut:
    """One paper by which many records left at once."""

    at: datetime
    by: str = field(repr=False)
    paper: str
    records: int
    whom: str = field(repr=False)
    purpose: str = field(repr=False)


@dataclass(frozen=True)
class Sampled:
    """One entry that was drawn, as it stands now. `opened`: whoever drew has read it since."""

    record: RecordId
    kind: str
    version: int
    ref: str
    title: str = field(repr=False)
    opened: bool = False
    gone: bool = False  # disposed of since it was drawn


class Redrawn(Enum):
    """Whether the code still draws the same entries."""

    SAME = "same"
    DISPOSED = "disposed"
    OTHER = "other"


@dataclass(frozen=True)
class CheckStanding:
    """One part in this term, as the page shows it. `open`: drawn, and not signed yet."""

    part: Compartment
    term: SchoolTerm
    may_check: bool
    mine: bool  # whether it was this member who drew what is open
    open: Check | None
    sample: tuple[Sampled, ...]
    redrawn: Redrawn | None
    signed: tuple[Check, ...]
    acts: tuple[MemberActs, ...]
    bulk: tuple[BulkOut, ...]

    @property
    def this_term(self) -> Check | None:
        """The newest check that is signed and of this term."""
        return next((one for one in self.signed if one.draft.term == self.term), None)


def check_due(signed: Collection[str], term: SchoolTerm, first: date, today: date) -> str:
    """Return the words of the term that has none, once one is due; nothing while none is.

    `signed` are the first days of the terms that have one; `first` the day the part began.
    """
    if term.since in signed:
        return ""
    before = term_before(term)
    if before.since not in signed and first.isoformat() <= before.until:
        return before.words
    ends = date.fromisoformat(term.until)
    return term.words if today >= ends - BEFORE_IT_ENDS else ""
