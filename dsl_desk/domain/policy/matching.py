"""Facts in, duties out: what is asked now, of whom, by when, under which clauses.

Guidance comes first, then the school's own policy. Duties of one act and matter are one row: all
the people that any of them names are told, each by the soonest time that is set for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.policy.duty import UNSAID
from dsl_desk.domain.policy.facts import FactName, fact
from dsl_desk.domain.policy.recipients import RECIPIENTS
from dsl_desk.domain.policy.terms import Recipient, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dsl_desk.domain.policy.duty import By, Duty
    from dsl_desk.domain.policy.facts import Facts
    from dsl_desk.domain.policy.profile import Profile, Slip
    from dsl_desk.domain.policy.terms import DutyAct

# How pressing a kind of time is where two clauses set different ones: soonest first.
_SOONEST = (
    *(Unit.AT_ONCE, Unit.WORKING_HOURS, Unit.HOURS, Unit.WORKING_DAYS, Unit.SCHOOL_DAYS),
    *(Unit.DAYS, Unit.BEFORE, Unit.AFTER, Unit.UNSAID),
)

# Where a post is the subject, the next in the table of routing is told in its place.
INSTEAD: Final[Mapping[Recipient, Recipient]] = {
    Recipient.DEPUTY_DSL: Recipient.DSL,
    Recipient.DSL: Recipient.HEAD,
    Recipient.HEAD: Recipient.CHAIR,
    Recipient.CHAIR: Recipient.LADO,
}


@dataclass(frozen=True)
class Cited:
    """A duty with the profile it comes from."""

    profile: Profile
    duty: Duty

    @property
    def mark(self) -> str:
        """The clause as it is cited."""
        return self.profile.mark(self.duty.clause)


@dataclass(frozen=True)
class Touched:
    """A slip that touches what is asked, with the profile it stands in."""

    profile: Profile
    slip: Slip

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses it is in, as they are cited."""
        return tuple(self.profile.mark(clause) for clause in self.slip.clauses)


@dataclass(frozen=True)
class Told:
    """One of those a row names, by when, and the clauses that say so. None: we ourselves."""

    recipient: Recipient | None
    title: str
    by: By
    clauses: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """One row of what is asked: an act in one matter, each of its people one by one."""

    matter: str
    act: DutyAct
    cited: tuple[Cited, ...]
    whom: tuple[Told, ...]

    @property
    def words(self) -> str:
        """What is asked, in the words of the school's own clause where it has one."""
        return self.cited[-1].duty.words

    @property
    def clauses(self) -> tuple[str, ...]:
        """Every clause that asks it."""
        return tuple(dict.fromkeys(one.mark for one in self.cited))

    @property
    def danger(self) -> bool:
        """Whether it comes before every clock."""
        return any(one.duty.danger for one in self.cited)

    @property
    def from_law(self) -> bool:
        """Whether law or guidance asks it, whatever the policy says."""
        return any(one.duty.from_law for one in self.cited)

    @property
    def only_guidance(self) -> bool:
        """Whether the school's own policy is silent on it."""
        return all(one.profile.guidance for one in self.cited)

    @property
    def disagree(self) -> bool:
        """Whether two clauses of one policy name different people for the same thing."""
        return any(
            one.profile is other.profile and set(one.duty.tell) != set(other.duty.tell)
            for one in self.cited
            for other in self.cited
            if not one.profile.guidance
        )


def asks(profiles: Iterable[Profile], facts: Facts) -> tuple[Asked, ...]:
    """Return all that is asked under these facts, in the order of the profiles; danger first."""
    found: dict[tuple[str, DutyAct], list[Cited]] = {}
    titles: dict[Recipient, str] = {}
    for profile in sorted(profiles, key=lambda one: not one.guidance):
        titles.update(profile.roles)
        for duty in profile.duties:
            if not duty.dormant and duty.when.holds(facts):
                key = (duty.matter or f"{profile.name}.{duty.id}", duty.act)
                found.setdefault(key, []).append(Cited(profile, duty))
    rows = [
        Asked(matter, act, tuple(cited), _whom(cited, titles, facts))
        for (matter, act), cited in found.items()
    ]
    return tuple(sorted(rows, key=lambda row: not row.danger))


def touched(profiles: Iterable[Profile], asked: Iterable[Asked]) -> tuple[Touched, ...]:
    """Return the slips of the clauses under which something is asked."""
    cited = {(one.profile.name, one.duty.clause) for row in asked for one in row.cited}
    return tuple(
        Touched(profile, slip)
        for profile in profiles
        for slip in profile.slips
        if any((profile.name, clause) in cited for clause in slip.clauses)
    )


def soonest(times: Iterable[By]) -> By:
    """Return the time that comes first, as far as the words of clauses can tell."""
    return min(times, key=lambda by: (_SOONEST.index(by.unit), by.count), default=UNSAID)


def _never_the_subject(who: Recipient, facts: Facts) -> Recipient:
    """Return who stands in for somebody it is about: nobody is told of what is said of them."""
    while who in INSTEAD and fact(FactName.ADULT_IS, who) in facts.known:
        who = INSTEAD[who]
    return who


def _whom(cited: list[Cited], titles: dict[Recipient, str], facts: Facts) -> tuple[Told, ...]:
    """Return everybody the clauses name. Where one names somebody, "we ourselves" is no row."""
    named: dict[Recipient, list[Cited]] = {}
    for one in cited:
        for who in one.duty.tell:
            named.setdefault(_never_the_subject(who, facts), []).append(one)
    if not named:
        times = soonest(one.duty.by for one in cited)
        return (Told(None, "", times, tuple(one.mark for one in cited)),)
    return tuple(_told(who, titles, mine) for who, mine in named.items())


def _told(who: Recipient, titles: dict[Recipient, str], mine: list[Cited]) -> Told:
    return Told(
        recipient=who,
        title=titles.get(who) or RECIPIENTS[who],
        by=soonest(one.duty.by for one in mine),
        clauses=tuple(dict.fromkeys(one.mark for one in mine)),
    )
