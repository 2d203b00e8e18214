"""The profile a school took, with what it changed."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from dsl_desk.domain.policy.profile import Clause
from dsl_desk.domain.policy.reading import duties_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.policy.changes import Changes
    from dsl_desk.domain.policy.profile import Profile


def awake(guidance: Iterable[Profile], changes: Changes) -> tuple[Profile, ...]:
    """Return law and guidance, with what slept in them as far as this school has woken it."""
    woken = {one.duty for one in changes.woken}
    if not woken:
        return tuple(guidance)
    return tuple(
        replace(
            each,
            duties=tuple(
                replace(duty, dormant=False) if duty.id in woken else duty for duty in each.duties
            ),
        )
        for each in guidance
    )


def in_force(profile: Profile, changes: Changes) -> Profile:
    """Return the profile as this school has it; a duty from law stays, whoever switched it off.

    What the school's own duties cite is a clause of the school's, and not of the policy.
    """
    off = {one.duty for one in changes.off}
    added = duties_of((one.table for one in changes.added), profile, profile.name)
    known = {one.number for one in profile.clauses}
    own = {one.clause: Clause(one.clause, one.words) for one in added if one.clause not in known}
    kept = tuple(duty for duty in profile.duties if duty.from_law or duty.id not in off)
    return replace(
        profile,
        roles=MappingProxyType({**profile.roles, **changes.titles}),
        clauses=(*profile.clauses, *own.values()),
        own=frozenset(own),
        duties=(*kept, *(duty for duty in added if duty.id not in off)),
        approved=changes.approved or profile.approved,
        review_on=changes.review_on or profile.review_on,
    )
