"""Putting the rightful person in the wrong one's place, wherever a record names people."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.concern_answers import QUESTIONS, answers
from dsl_desk.domain.concern_parts import Involved, Plan, Teller
from dsl_desk.domain.person_ref import PersonRef

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.concern_draft import ConcernDraft

NOT_KNOWN: Final = PersonRef("Not known yet")  # in the place of the only one, where nobody is right
_SHORTEST: Final = 3  # signs of a word that is looked for as a name


@dataclass(frozen=True)
class Refiling:
    """Who goes and who comes. `ids` are all the ids the wrong person ever had."""

    was: PersonRef
    now: PersonRef | None
    ids: frozenset[str] = field(default=frozenset())

    def is_wrong(self, one: PersonRef) -> bool:
        """Tell whether this is the wrong person: by id, or by the name where no id was written."""
        if one.person:
            return one.person in self.ids
        return _plain(one.name) == _plain(self.was.name)

    def names_the_wrong_one(self, draft: ConcernDraft) -> bool:
        """Tell whether a concern has the wrong person in it at all."""
        everybody = (*(one.who for one in draft.people), *draft.siblings)
        return any(self.is_wrong(one) for one in everybody)

    def people(self, some: Iterable[PersonRef]) -> tuple[PersonRef, ...]:
        """Return these people, the rightful one in the wrong one's place, and nobody twice."""
        kept = (self.now if self.is_wrong(one) else one for one in some)
        return tuple(dict.fromkeys(one for one in kept if one is not None))

    def concern(self, draft: ConcernDraft) -> ConcernDraft:
        """Return a concern that names the wrong person nowhere but in what was said."""
        involved = [(one, self._instead(one.who)) for one in draft.people]
        people = tuple(
            dict.fromkeys(Involved(who, one.role) for one, who in involved if who is not None)
        )
        plans = [(plan, self._instead(plan.who)) for plan in draft.plans]
        return replace(
            draft,
            people=people or (Involved(NOT_KNOWN, draft.people[0].role),),
            told_by=self._teller(draft.told_by),
            siblings=self.people(draft.siblings),
            plans=tuple(Plan(who or NOT_KNOWN, plan.risk, plan.plan) for plan, who in plans),
        )

    def still_named_in(self, draft: ConcernDraft) -> tuple[str, ...]:
        """Return the questions whose words still say a name of the wrong person."""
        names = [word for word in _plain(self.was.name).split() if len(word) >= _SHORTEST]
        return tuple(
            QUESTIONS[answer.name]
            for answer in answers(self.concern(draft))
            if any(name in _plain(answer.text).split() for name in names)
        )

    def _instead(self, one: PersonRef) -> PersonRef | None:
        return self.now if self.is_wrong(one) else one

    def _teller(self, teller: Teller) -> Teller:
        if not self.is_wrong(PersonRef(teller.name, teller.person)):
            return teller
        now = self.now or NOT_KNOWN
        return Teller(now.name, now.person, teller.rather_not)


def _plain(name: str) -> str:
    signs = "".join(sign if sign.isalnum() else " " for sign in name.casefold())
    return " ".join(signs.split())
