"""What the strongroom needs of a person: a name on the roll and a signature."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from dsl_desk.domain.rights import Right

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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


class NewerRollError(ValueError):
    """An entry names a roll that is not among those we hold: ours is older, or another one."""


class Rolls:
    """Every roll from the first to the one in force: who stood how when an entry was written."""

    def __init__(self, rolls: Sequence[tuple[RollMark, Mapping[MemberId, Standing]]] = ()) -> None:
        self._rolls = {mark.number: (mark, standings) for mark, standings in rolls}
        # Nobody ever leaves the roll, so the newest line knows every key there ever was.
        self.now: Mapping[MemberId, Standing] = rolls[-1][1] if rolls else {}

    def standing(self, mark: RollMark, member: MemberId) -> Standing | None:
        """Return how a member stood in the roll an entry names; None for a stranger to it."""
        known, standings = self._rolls.get(mark.number, (None, {}))
        if known != mark:
            raise NewerRollError
        return standings.get(member)
