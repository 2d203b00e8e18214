"""What a locked vault shows: the school, its members, and what each comes in with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.member import Member
    from dsl_desk.domain.ways_in import Way


@dataclass(frozen=True)
class Face:
    """What the lock screen may show."""

    school: str
    members: tuple[Member, ...] = field(repr=False)
    ways: Mapping[MemberId, tuple[Way, ...]] = field(default_factory=dict, repr=False)
    training: bool = False  # whether it holds nobody; `school` says so, too
