"""Everything that can go wrong in the world, as facts. The sentences are in ui/errors.

Two kinds by blame: a DeskError is the world or the user; anything else that flies is our bug.
"""

from __future__ import annotations

from dataclasses import dataclass


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


class StoppedError(DeskError):
    """The user stopped a long job; nothing of it was kept."""
