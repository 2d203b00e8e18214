"""Everything that can go wrong in the world, as facts. The sentences are in ui/errors.

Two kinds by blame: a DeskError is the world or the user; anything else that flies is our bug.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.damage import Where


class DeskError(Exception):
    """Something in the world stops us. Carries facts, never sentences, never names of people."""


@dataclass(frozen=True)
class Problem:
    """One answer that needs a look: the field, and a code the words table knows."""

    field: str
    code: str


class DraftError(DeskError):
    """A draft cannot be recorded yet; `problems` holds all that stands in the way, at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(tuple(p.code for p in problems))
        self.problems = problems


class VaultInUseError(DeskError):
    """Somebody has the vault open: an account, a computer, since when (ISO 8601)."""

    def __init__(self, who: str, where: str, since: str) -> None:
        super().__init__(since)
        self.who = who
        self.where = where
        self.since = since


class SpoolDamagedError(DeskError):
    """Neither half of the spool can be read: the drafts kept in it are lost."""


class SpoolFullError(DeskError):
    """The drafts are larger than the spool has room for."""

    def __init__(self, needed: int, room: int) -> None:
        super().__init__(needed, room)
        self.needed = needed
        self.room = room
