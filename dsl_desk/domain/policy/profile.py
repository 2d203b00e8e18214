"""A profile: one policy as data, in our own words, with the numbers of its clauses."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dsl_desk.domain.policy.duty import Duty
    from dsl_desk.domain.policy.family_links import FamilyLinks
    from dsl_desk.domain.policy.terms import Answer, Recipient, Register, RuledOn


@dataclass(frozen=True)
class Clause:
    """One clause, in our own words."""

    number: str
    words: str


@dataclass(frozen=True)
class Slip:
    """Something a policy says against itself, the law or guidance, and how we read it."""

    id: str
    clauses: tuple[str, ...]
    words: str
    read_as: str
    rows: tuple[int, ...] = ()
    never_a_duty: bool = False


@dataclass(frozen=True)
class Rule:
    """What a policy says on something that policies differ on."""

    on: RuledOn
    answer: Answer
    clause: str
    words: str
    rows: tuple[int, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kept:
    """A register that a policy wants kept, and which of its clauses wants it."""

    register: Register
    clause: str
    words: str
    rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class Profile:
    """One policy. `code` stands before its clause numbers; `counted` says how they were counted.

    `own` are the numbers of those clauses that the school added, and not the policy.
    """

    name: str
    code: str
    title: str
    source: str = ""
    counted: str = ""
    approved: date | None = None
    review_on: date | None = None
    guidance: bool = False
    roles: Mapping[Recipient, str] = field(default_factory=lambda: MappingProxyType({}))
    clauses: tuple[Clause, ...] = ()
    own: frozenset[str] = frozenset()
    duties: tuple[Duty, ...] = ()
    slips: tuple[Slip, ...] = ()
    rules: tuple[Rule, ...] = ()
    registers: tuple[Kept, ...] = ()
    family_links: FamilyLinks | None = None

    def mark(self, clause: str) -> str:
        """Return a clause as it is cited: ELE 5.4. What the school added bears no code."""
        return clause if clause in self.own else f"{self.code} {clause}".strip()

    def said_by(self, clause: str) -> str:
        """Return whose words a clause is in."""
        return "Added by this school" if clause in self.own else f"{self.title}, in our own words"

    def clause(self, number: str) -> Clause:
        """Return a clause by its number; every duty's clause is there, the reading saw to it."""
        return next(one for one in self.clauses if one.number == number)

    def drives(self, clause: str) -> tuple[Duty, ...]:
        """Return the duties that a clause drives."""
        return tuple(duty for duty in self.duties if duty.clause == clause)

    def overdue(self, today: date) -> bool:
        """Tell whether the day on which it was to be looked at again is over."""
        return self.review_on is not None and self.review_on < today

    def rule(self, on: RuledOn) -> Rule | None:
        """Return what it says on something; None where it says nothing."""
        return next((rule for rule in self.rules if rule.on is on), None)
