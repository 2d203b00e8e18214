"""The posts of a school that routing goes by: who holds one, and who stands in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.member import Role


@dataclass(frozen=True)
class Post:
    """One post. A small school may have one person in two of them, and no chair at all."""

    role: Role
    holder: MemberId
    stand_in: MemberId | None = None

    def people(self) -> tuple[MemberId, ...]:
        """Return the holder, then the stand-in where there is one."""
        return (self.holder,) if self.stand_in is None else (self.holder, self.stand_in)
