"""The people who hold a key."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.ids import MemberId


class Role(Enum):
    """What somebody is in the school, as far as keys go."""

    DSL = "dsl"
    DEPUTY_DSL = "deputy_dsl"
    HEAD = "head"
    CHAIR = "chair"
    OFFICER = "officer"
    STAND_IN = "stand_in"


@dataclass(frozen=True)
class Member:
    """Somebody with a way in."""

    id: MemberId
    name: str = field(repr=False)
    role: Role
