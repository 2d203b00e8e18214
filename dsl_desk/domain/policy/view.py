"""What is in force, as a page shows it: the policy, what was changed in it, who has seen that."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.domain.policy.alone import ALONE
from dsl_desk.domain.policy.changes import NO_CHANGES

if TYPE_CHECKING:
    from datetime import datetime

    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.policy.changes import Changes, OwnDuty, SwitchedOff
    from dsl_desk.domain.policy.mark import PolicyMark
    from dsl_desk.domain.policy.profile import Profile


@dataclass(frozen=True)
class OffView:
    """A duty that is switched off, who else has seen it, and whether it waits for this member."""

    switched: SwitchedOff
    seen_by: tuple[str, ...]
    waits_for_me: bool


@dataclass(frozen=True)
class OwnView:
    """A duty the school added, as it stands now, who else has seen it, and whether it waits."""

    own: OwnDuty
    seen_by: tuple[str, ...]
    waits_for_me: bool


@dataclass(frozen=True)
class PolicyView:
    """What is in force. `taken` is the profile as it was taken, `school` as it is with changes.

    Neither is there before a school has chosen, nor where the program has moved on and cannot read
    what was kept (`unread`). `newer`: the program came with another text of it.
    """

    mark: PolicyMark
    record: RecordId | None
    guidance: tuple[Profile, ...]
    taken: Profile | None = None
    school: Profile | None = None
    changes: Changes = NO_CHANGES
    off: tuple[OffView, ...] = ()
    own: tuple[OwnView, ...] = ()
    newer: bool = False
    reason: str = ""

    @property
    def unread(self) -> bool:
        """Whether a policy was taken that this program cannot read."""
        return self.record is not None and self.school is None

    @property
    def alone(self) -> bool:
        """Whether law and guidance stand alone: none was taken, or none any longer."""
        return self.record is None or (self.taken is not None and self.taken.name == ALONE)

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """What duties are asked from: guidance, then the school's own."""
        return self.guidance if self.school is None else (*self.guidance, self.school)


@dataclass(frozen=True)
class PolicyVersion:
    """One version of the policy as it stands in the ledger."""

    version: int
    written_at: datetime
    author: str = field(repr=False)
    title: str
    reason: str
