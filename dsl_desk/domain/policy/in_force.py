"""The profile a school took, with what it changed."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from dsl_desk.domain.policy.reading import duties_of

if TYPE_CHECKING:
    from dsl_desk.domain.policy.changes import Changes
    from dsl_desk.domain.policy.profile import Profile


def in_force(profile: Profile, changes: Changes) -> Profile:
    """Return the profile as this school has it; a duty from law stays, whoever switched it off."""
    off = {one.duty for one in changes.off}
    added = duties_of(changes.added, profile, profile.name)
    kept = tuple(duty for duty in profile.duties if duty.from_law or duty.id not in off)
    return replace(
        profile,
        roles=MappingProxyType({**profile.roles, **changes.titles}),
        duties=(*kept, *(duty for duty in added if duty.id not in off)),
        approved=changes.approved or profile.approved,
        review_on=changes.review_on or profile.review_on,
    )
