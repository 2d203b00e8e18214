"""A duty the school writes itself: from what a form asks to the table of a profile file, and back.

Facts of one name are a choice (either is enough), those of different names are wanted together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.policy.duty import UNSAID, By
from dsl_desk.domain.policy.facts import FACTS, FactName
from dsl_desk.domain.policy.spelling import spelled
from dsl_desk.domain.policy.terms import DutyAct, Event, Recipient, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.policy.duty import Duty
    from dsl_desk.domain.policy.profile import Profile

# What a concern can say today: a rule on anything else would never speak beside its form.
OFFERED: Final = tuple(
    name for name, sort in FACTS.items() if not sort.brought_by and not sort.of_register
)
COUNTED: Final = (
    *(Unit.HOURS, Unit.WORKING_HOURS, Unit.WORKING_DAYS, Unit.SCHOOL_DAYS, Unit.DAYS),
)
ORDERED: Final = (Unit.BEFORE, Unit.AFTER)
TIMES: Final = (Unit.AT_ONCE, *COUNTED, *ORDERED, Unit.UNSAID)
POSTS: Final = (Recipient.HEAD, Recipient.DSL, Recipient.DEPUTY_DSL, Recipient.CHAIR)
# A picture that may show a child naked is never kept and never removed by us.
_NEVER_OF_NUDES: Final = "sort: nudes"
_TOUCHES: Final = frozenset({DutyAct.CAPTURE, DutyAct.REMOVE})


@dataclass(frozen=True)
class OwnAnswers:
    """What the form asks: when, do, whom, by when, in which words, under which rule of ours."""

    so: tuple[str, ...] = ()
    not_so: tuple[str, ...] = ()
    act: DutyAct = DutyAct.TELL
    tell: tuple[Recipient, ...] = ()
    by: By = UNSAID
    words: str = ""
    clause: str = ""
    about: tuple[Recipient, ...] = ()

    def table(self, name: str) -> dict[str, Json]:
        """Return it as a profile file writes it."""
        none = dict.fromkeys(self.not_so)
        if self.act in _TOUCHES:
            none[_NEVER_OF_NUDES] = None
        when: dict[str, Json] = {"all": list(lines_of(self.so)), "none": list(none)}
        return {
            "id": name,
            "clause": self.clause.strip(),
            "do": self.act.value,
            "tell": [one.value for one in self.tell],
            "by": spelled(self.by),
            "words": self.words.strip(),
            "about": [one.value for one in self.about],
            "when": {key: lines for key, lines in when.items() if lines},
        }


def answers_of(duty: Duty) -> OwnAnswers:
    """Return what the form shows of a duty that was written before."""
    return OwnAnswers(
        so=tuple(fact for line in duty.when.all for fact in sorted(line)),
        not_so=tuple(sorted(duty.when.none)),
        act=duty.act,
        tell=duty.tell,
        by=duty.by,
        words=duty.words,
        clause=duty.clause,
        about=duty.about,
    )


def lines_of(facts: Iterable[str]) -> tuple[str, ...]:
    """Return the lines of a rule: those of one name are one line, either of them is enough."""
    found: dict[str, list[str]] = {}
    for one in facts:
        name, _colon, value = one.partition(": ")
        if value not in found.setdefault(name, []):
            found[name].append(value)
    return tuple(
        f"{name}: {' or '.join(values)}" if values[0] else name for name, values in found.items()
    )


def next_name(profile: Profile | None, taken: Sequence[str]) -> str:
    """Return the name a further duty goes by: one that no other has, nor ever had."""
    duties = () if profile is None else profile.duties
    known = {*taken, *(one.id for one in duties)}
    number = 1
    while f"own_{number}" in known:
        number += 1
    return f"own_{number}"


def values_of(name: FactName) -> tuple[str, ...]:
    """Return each fact of a name, as it is spelled."""
    return tuple(f"{name.value}: {value}" for value in FACTS[name].values) or (name.value,)


def time_of(unit: Unit, count: int, event: Event) -> By:
    """Return a time; what its unit does not ask is left out."""
    if unit in COUNTED:
        return By(unit, count, event)
    return By(unit, 0, event) if unit in ORDERED else By(unit)
