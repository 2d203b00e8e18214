"""A duty: what a clause asks for, of whom, by when, and the facts that make it due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.policy.terms import DutyAct, Event, Recipient, Unit

if TYPE_CHECKING:
    from dsl_desk.domain.policy.facts import Facts


@dataclass(frozen=True)
class By:
    """By when: so many of a unit from an event, or before or after one."""

    unit: Unit
    count: int = 0
    event: Event = Event.TOLD


AT_ONCE: Final = By(Unit.AT_ONCE)
UNSAID: Final = By(Unit.UNSAID)


@dataclass(frozen=True)
class When:
    """The facts that make a duty due. Each line of `all` is a choice: one of its facts is enough.

    The lines are sets, so that asking is one look into a set, not a walk.
    """

    all: tuple[frozenset[str], ...] = ()
    none: frozenset[str] = frozenset()

    def holds(self, facts: Facts) -> bool:
        """Tell whether a duty is due under these facts."""
        known = facts.known
        if not self.none.isdisjoint(known):
            return False
        for line in self.all:  # noqa: SIM110  # `all` of a generator takes three times as long
            if line.isdisjoint(known):
                return False
        return True

    def lacking(self, facts: Facts) -> tuple[frozenset[str], ...]:
        """Return the lines that no fact meets."""
        return tuple(line for line in self.all if line.isdisjoint(facts.known))

    def against(self, facts: Facts) -> frozenset[str]:
        """Return the facts that stand against it."""
        return self.none & facts.known


ALWAYS: Final = When()


@dataclass(frozen=True)
class Duty:
    """One duty of one clause.

    `matter` is what it is about: duties of one matter and act are asked as one, of everybody they
    name. `about` names the posts whose own conduct it checks. `holds` are lines, as in a rule, that
    show that what it wants recorded stands in the record. `dormant`: it is not known to be in
    force, and is asked by nobody until the school says from which source it knows that it is.
    """

    id: str
    clause: str
    act: DutyAct
    tell: tuple[Recipient, ...]
    by: By
    words: str
    when: When = ALWAYS
    rows: tuple[int, ...] = ()
    matter: str = ""
    about: tuple[Recipient, ...] = ()
    holds: tuple[frozenset[str], ...] = ()
    danger: bool = False
    from_law: bool = False
    dormant: bool = False
