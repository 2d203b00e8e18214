"""One sitting: somebody who has unlocked, the parts their keys open, and their pen."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dsl_desk.domain.disk_errors import DiskFullError
from dsl_desk.domain.errors import NotEntitledError
from dsl_desk.domain.rights import Right, allows
from dsl_desk.system.ballast import give_up

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.entry_class import EntryClass
    from dsl_desk.domain.member import Member
    from dsl_desk.domain.signing import Pen
    from dsl_desk.domain.vault_errors import RolledBackError
    from dsl_desk.keys.vouching import Vouched
    from dsl_desk.storage.part import Part
    from dsl_desk.storage.writing import Write


@dataclass(frozen=True)
class OpenedPart:
    """A part somebody's keys have opened, and what they may do in it."""

    part: Part = field(repr=False)
    pen: Pen = field(repr=False)
    right: Right


@dataclass(frozen=True)
class Sitting:
    """From one unlock to the next lock. Ends with the process."""

    member: Member
    clock: Clock = field(repr=False)
    parts: dict[Compartment, OpenedPart]
    folder: Path
    older: tuple[RolledBackError, ...] = ()  # parts that came out of a copy, and what they lack

    def part(self, compartment: Compartment) -> Part:
        """Return a part this member can read."""
        return self._opened(compartment).part

    def may_write(self, compartment: Compartment, entry_class: EntryClass) -> bool:
        """Tell whether this member may write entries of this class there."""
        opened = self.parts.get(compartment)
        return opened is not None and allows(opened.right, entry_class)

    @contextmanager
    def writing(self, compartment: Compartment, entry_class: EntryClass) -> Iterator[Write]:
        """Open a Write, if this member may write entries of this class there.

        On a full drive the ballast is given up, so that trying again succeeds.
        """
        if not self.may_write(compartment, entry_class):
            raise NotEntitledError(compartment)
        opened = self._opened(compartment)
        try:
            with opened.part.writing(opened.pen) as write:
                yield write
        except DiskFullError:
            give_up(self.folder)
            raise

    def under(self, proved: Vouched) -> None:
        """Go on under a newer roll: other rights, other people, and entries that name it."""
        mine = proved.assembly.people[self.member.id]
        for compartment, opened in self.parts.items():
            opened.part.ledger.under(proved.rolls)
            pen = replace(opened.pen, roll=proved.mark)
            self.parts[compartment] = OpenedPart(opened.part, pen, mine.right(compartment))

    def leave(self, compartment: Compartment) -> None:
        """Let go of one part."""
        self.parts.pop(compartment).part.close()

    def close(self) -> None:
        """Let go of every file."""
        for opened in self.parts.values():
            opened.part.close()

    def _opened(self, compartment: Compartment) -> OpenedPart:
        if compartment not in self.parts:
            raise NotEntitledError(compartment)
        return self.parts[compartment]
