"""Where an allegation goes, said before the first word: where it is kept, and for whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.member import Role
    from dsl_desk.domain.routing import Row


class Keep(Enum):
    """Where it is kept."""

    STAFF = "staff"
    SEALED = "sealed"
    LADO_ALONE = "lado_alone"


@dataclass(frozen=True)
class Way:
    """Where an allegation goes. `mine`: whoever asks may write it down there themselves.

    `manager` is whose post it is to manage the case; `people` are those who receive it, by name.
    """

    keep: Keep
    row: Row | None
    mine: bool
    about_me: bool
    manager: Role | None = None
    people: tuple[str, ...] = field(default=(), repr=False)
    manager_id: MemberId | None = None  # who holds that post now
