"""What can be found wrong with a vault, and where."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment


class Damage(Enum):
    """The kinds of damage `check` can name."""

    HEADER_FILE = "header_file"
    ROLL = "roll"
    FILE = "file"
    UNREADABLE = "unreadable"
    MISSING = "missing"
    CHAIN = "chain"
    SIGNATURE = "signature"
    RIGHT = "right"
    BODY = "body"
    SLOT = "slot"
    SUBJECT = "subject"
    GONE = "gone"
    RETURNED = "returned"
    TWICE = "twice"
    SHELF = "shelf"
    SEARCH = "search"


@dataclass(frozen=True)
class Where:
    """The first bad place. `number` is the entry's, 0 where the damage is not in one entry.

    `strand` says which life of the file that entry belongs to, where it is known.
    """

    damage: Damage
    compartment: Compartment | None = None
    number: int = 0
    strand: str = field(default="", compare=False)
