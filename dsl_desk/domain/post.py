"""The posts of a school that routing goes by: who holds one, and who stands in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.member import Role


@dataclass(frozen=True)
class Post:
    """One post. One person may hold two of them; `holder` None says that this school has none."""

    role: Role
    holder: MemberId | None
    stand_in: MemberId | None = None

    def people(self) -> tuple[MemberId, ...]:
        """Return the holder, then the stand-in, as far as there are any."""
        return tuple(one for one in (self.holder, self.stand_in) if one is not None)
