"""Clauses that speak of allegations about adults: their marks, and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.policy.profile import Profile

_ABOUT: Final = "allegation"


@dataclass(frozen=True)
class Cited:
    """One clause: how it is cited, whose words they are, and the words."""

    mark: str
    source: str
    words: str


def about_allegations(profiles: Iterable[Profile]) -> tuple[Cited, ...]:
    """Return the clauses that drive a duty once something is alleged, each once, in their order."""
    found = {
        (profile.name, duty.clause): Cited(
            profile.mark(duty.clause),
            profile.said_by(duty.clause),
            profile.clause(duty.clause).words,
        )
        for profile in profiles
        for duty in profile.duties
        if not duty.dormant
        and any(fact.startswith(_ABOUT) for line in duty.when.all for fact in line)
    }
    return tuple(found.values())
