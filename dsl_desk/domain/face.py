"""What a locked vault shows: the school and its members, nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.member import Member


@dataclass(frozen=True)
class Face:
    """What the lock screen may show."""

    school: str
    members: tuple[Member, ...] = field(repr=False)
