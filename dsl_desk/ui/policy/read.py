"""What the page of the policy reads in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass

if TYPE_CHECKING:
    from datetime import date

    from dsl_desk.domain.policy.duty import Duty
    from dsl_desk.domain.policy.profile import Profile
    from dsl_desk.domain.policy.view import PolicyVersion, PolicyView
    from dsl_desk.services.desk import Desk


@dataclass(frozen=True)
class Read:
    """The policy in force, those that can be taken, its history, and whether this member may."""

    view: PolicyView
    choices: tuple[Profile, ...]
    versions: tuple[PolicyVersion, ...]
    may_change: bool
    today: date

    def profiles(self) -> tuple[Profile, ...]:
        """Return the school's own, as it stands, then law and guidance."""
        school = self.view.school
        return (*((school,) if school else ()), *self.view.guidance)

    def drives(self, profile: Profile, number: str) -> tuple[Duty, ...]:
        """Return the duties of a clause, those that are switched off among them."""
        taken = self.view.taken
        if profile.guidance or taken is None:
            return profile.drives(number)
        here = profile.drives(number)
        known = {one.id for one in here}
        return (*here, *(one for one in taken.drives(number) if one.id not in known))


def read_policy(desk: Desk) -> Read:
    """Read it."""
    may = desk.sitting.may_write(Compartment.SCHOOL, EntryClass.POLICY)
    today = desk.sitting.clock.now().date()
    policy = desk.policy
    return Read(policy.in_force(), policy.choices(), policy.versions(), may, today)
