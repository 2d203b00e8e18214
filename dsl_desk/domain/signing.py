"""What the strongroom needs of a person: a name on the roll and a signature."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from dsl_desk.domain.rights import Right

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.entry import RollMark
    from dsl_desk.domain.ids import MemberId


class Author(Protocol):
    """Somebody who can sign."""

    @property
    def id(self) -> MemberId:
        """Who signs."""
        ...

    def sign(self, message: bytes) -> bytes:
        """Return the Ed25519 signature of these bytes."""
        ...


@dataclass(frozen=True)
class Pen:
    """Who writes, when, under which roll, in which epoch of the part's key."""

    author: Author
    clock: Clock
    roll: RollMark
    epoch: int
    name: str = field(default="", repr=False)  # the author's, as entries carry it


@dataclass(frozen=True)
class Standing:
    """What the roll says of a member: the key signatures are checked with, and the rights."""

    signing: bytes
    rights: Mapping[Compartment, Right]

    def right(self, compartment: Compartment) -> Right:
        """Return the right in one part."""
        return self.rights.get(compartment, Right.NONE)
