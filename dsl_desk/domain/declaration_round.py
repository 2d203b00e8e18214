"""A yearly round: all staff are asked, each with a code; who has answered, and who is late."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import what_is_wrong
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.person import what_is_wrong_with_a_day
from dsl_desk.domain.record import Kind
from dsl_desk.domain.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from dsl_desk.domain.declaration_standing import DeclarationLine
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.written import Written

_SIGNS: Final = "ABCDEFGHJKLMNPQRTUVWXY346789"  # none that is read as another
_GROUP: Final = 3
_MOST: Final = 2_000


@dataclass(frozen=True)
class Asked:
    """Somebody who is asked in a round, and the code on their form."""

    name: str = field(repr=False)
    person: str = ""
    role: str = field(default="", repr=False)
    code: str = ""

    def is_of(self, line: DeclarationLine) -> bool:
        """Tell whether a declaration is theirs."""
        draft = line.declaration.draft
        if self.person and draft.person:
            return self.person == draft.person
        return draft.subject().may_be(Subject(self.name))


@dataclass(frozen=True)
class RoundDraft:
    """A round as it is issued. Whoever starts later is added by a version; so is its end."""

    title: str = ""
    issued_on: str = ""
    due_on: str = ""
    people: tuple[Asked, ...] = field(default=(), repr=False)
    closed_on: str = ""

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way of issuing it."""
        due = what_is_wrong_with_a_day(self.due_on) if self.due_on else "missing"
        found = {
            "title": what_is_wrong(self.title),
            "due_on": due or ("gone_by" if self.due_on < self.issued_on else ""),
            "people": "missing" if not self.people else "many" if len(self.people) > _MOST else "",
        }
        return tuple(Problem(name, code) for name, code in found.items() if code)


def _to_fields(draft: RoundDraft) -> dict[str, Json]:
    people: list[Json] = [
        {"name": one.name, "person": one.person, "role": one.role, "code": one.code}
        for one in draft.people
    ]
    return {
        "title": draft.title.strip(),
        "issued_on": draft.issued_on,
        "due_on": draft.due_on,
        "closed_on": draft.closed_on,
        "people": people,
    }


def _of_fields(fields: Fields) -> RoundDraft:
    return RoundDraft(
        title=fields.text("title"),
        issued_on=fields.text("issued_on"),
        due_on=fields.text("due_on"),
        closed_on=fields.text("closed_on"),
        people=tuple(
            Asked(one.text("name"), one.text("person"), one.text("role"), one.text("code"))
            for one in fields.each("people")
        ),
    )


DECLARATION_ROUND: Final = Kind(
    name="declaration_round",
    schema=1,
    entry_class=EntryClass.DECLARATION,
    to_fields=_to_fields,
    of_fields=_of_fields,
)


@dataclass(frozen=True)
class Round:
    """A round as it was written down."""

    written: Written
    draft: RoundDraft

    @classmethod
    def of(cls, written: Written) -> Round:
        """Return the round that was written."""
        return cls(written, DECLARATION_ROUND.said_in(written.body).draft)


@dataclass(frozen=True)
class Chased:
    """Somebody who has not answered; late once the day is over. `sealed`: theirs goes elsewhere."""

    asked: Asked
    late: bool
    sealed: bool = False


@dataclass(frozen=True)
class RoundStands:
    """How a round stands: who answered, with nothing or with links, and who is to be chased."""

    round: Round
    nil: int
    with_links: int
    waiting: tuple[Chased, ...] = field(repr=False)

    @property
    def answered(self) -> int:
        """How many have answered."""
        return self.nil + self.with_links

    @property
    def late(self) -> int:
        """How many are late."""
        return sum(one.late for one in self.waiting)


def stands(
    of: Round, lines: Iterable[DeclarationLine], today: date, sealed: frozenset[str] = frozenset()
) -> RoundStands:
    """Return how a round stands; `sealed` are the codes of those whose answer is not read here."""
    answers = [line for line in lines if line.declaration.draft.round == of.written.id]
    late = bool(of.draft.due_on) and of.draft.due_on < today.isoformat()
    waiting, nil, links = [], 0, 0
    for one in of.draft.people:
        mine = [line for line in answers if one.is_of(line)]
        if not mine:
            hidden = one.code in sealed
            waiting.append(Chased(one, late and not hidden, hidden))
        elif all(line.declaration.draft.nil for line in mine):
            nil += 1
        else:
            links += 1
    return RoundStands(of, nil, links, tuple(waiting))


def fresh_codes(count: int, taken: Iterable[str] = ()) -> tuple[str, ...]:
    """Return so many codes, none of them twice: QK7-M3P."""
    known = set(taken)
    found: list[str] = []
    while len(found) < count:
        signs = "".join(secrets.choice(_SIGNS) for _ in range(2 * _GROUP))
        code = f"{signs[:_GROUP]}-{signs[_GROUP:]}"
        if code not in known:
            known.add(code)
            found.append(code)
    return tuple(found)
