"""Everything that can go wrong in the world, as facts. The sentences are in ui/errors.

Two kinds by blame: a DeskError is the world or the user; anything else that flies is our bug.
Here is what any sentence of the trade can meet; each trade has a file of its own beside this one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.damage import Where
    from dsl_desk.domain.list_trouble import ListTrouble


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


class DamageError(DeskError):
    """Something in the vault is not as it was written. `where` names the first bad place."""

    def __init__(self, where: Where) -> None:
        super().__init__(where)
        self.where = where


class NotEntitledError(DeskError):
    """The member has no right to do this in this part of the vault."""

    def __init__(self, compartment: Compartment) -> None:
        super().__init__(compartment)
        self.compartment = compartment


class RecordMissingError(DeskError):
    """The record asked for is not in this part of the vault."""


class RecordDisposedError(DeskError):
    """The record asked for was disposed of; what it said is gone for good."""


class NameTakenError(DeskError):
    """Something else is kept under this name."""


class ChangedSinceError(DeskError):
    """A newer version of the record was written since this one was read."""


class FontsMissingError(DeskError):
    """The fonts that paper is printed with are not where they were installed."""


class ListRefusedError(DeskError):
    """A file is not taken in as a list: `trouble` says why, `row` where, if it is one row."""

    def __init__(self, trouble: ListTrouble, row: int = 0) -> None:
        super().__init__(trouble, row)
        self.trouble = trouble
        self.row = row
