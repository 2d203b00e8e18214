"""A declaration: what somebody who works here tells the school of their links to its families."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import too_much, what_is_wrong
from dsl_desk.domain.declared_link import DeclaredLink
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.person import what_is_wrong_with_a_day
from dsl_desk.domain.policy.mark import (
    NO_POLICY,
    PolicyMark,
    policy_fields,
    policy_in,
    under_no_policy,
)
from dsl_desk.domain.record import Kind
from dsl_desk.domain.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.written import Written

LONGEST_WORDS: Final = 10_000
MOST_LINKS: Final = 20


class AskedFor(Enum):
    """What somebody wants of whoever reads it."""

    AGREEMENT = "agreement"
    INFORMATION = "information"
    ADVICE = "advice"


class CameBy(Enum):
    """How the declaration came."""

    PAPER = "paper"
    LOCK_SCREEN = "lock_screen"
    DESK = "desk"


class Identity(Enum):
    """Whether somebody has seen to it that it is from whom it says it is from."""

    NOT_CHECKED = "not_checked"
    CONFIRMED = "confirmed"


@dataclass(frozen=True)
class DeclarationDraft:
    """A declaration as it is typed. No links: that there are none is what it declares."""

    by: str = field(default="", repr=False)
    person: str = ""
    member: str = ""
    role: str = field(default="", repr=False)
    links: tuple[DeclaredLink, ...] = field(default=(), repr=False)
    statement: str = field(default="", repr=False)
    answers: Mapping[str, str] = field(default_factory=dict, repr=False)  # of the policy's own
    asked_for: AskedFor = AskedFor.AGREEMENT
    signed: str = field(default="", repr=False)
    signed_on: str = ""
    came_by: CameBy = CameBy.PAPER
    identity: Identity = Identity.CONFIRMED
    round: str = ""  # the yearly round it answers
    nil: bool = False
    policy: PolicyMark = NO_POLICY  # in force when this version was written

    def subject(self) -> Subject:
        """Return whose it is, as members are compared."""
        return Subject(self.by.strip(), MemberId(self.member) if self.member else None)

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return all that stands in the way, not only the first."""
        found = {
            "by": what_is_wrong(self.by),
            "role": too_much(self.role),
            "statement": too_much(self.statement, LONGEST_WORDS),
            "signed": what_is_wrong(self.signed),
            "signed_on": self._wrong_with_the_day(today),
            "links": self._wrong_with_the_number(),
        }
        for number, link in enumerate(self.links):
            found |= {f"{name} {number}": code for name, code in link.problems().items()}
        for name, answer in self.answers.items():
            found[f"answer {name}"] = too_much(answer, LONGEST_WORDS)
        return tuple(Problem(name, code) for name, code in found.items() if code)

    def _wrong_with_the_day(self, today: date) -> str:
        if not self.signed_on:
            return "missing"
        wrong = what_is_wrong_with_a_day(self.signed_on)
        return wrong or ("not_yet" if self.signed_on > today.isoformat() else "")

    def _wrong_with_the_number(self) -> str:
        if self.nil:
            return "not_nil" if self.links else ""
        return "" if 0 < len(self.links) <= MOST_LINKS else "missing" if not self.links else "many"


_TEXTS: Final = (*("by", "person", "member", "role", "statement", "signed", "signed_on", "round"),)
_CHOICES: Final = {"asked_for": AskedFor, "came_by": CameBy, "identity": Identity}


def fields_of(draft: DeclarationDraft) -> dict[str, Json]:
    """Return a draft as plain fields, as the ledger and the lock screen keep it."""
    kept: dict[str, Json] = {name: getattr(draft, name).strip() for name in _TEXTS}
    kept |= {name: getattr(draft, name).value for name in _CHOICES}
    kept["links"] = [link.fields() for link in draft.links]
    kept["answers"] = {name: words.strip() for name, words in draft.answers.items()}
    kept["nil"] = draft.nil
    return kept | policy_fields(draft.policy)


def draft_of(fields: Fields) -> DeclarationDraft:
    """Return the draft that plain fields hold; FieldError where they hold none."""
    return DeclarationDraft(
        links=tuple(DeclaredLink.of(each) for each in fields.each("links")),
        answers=fields.inside("answers").texts(),
        asked_for=fields.one_of("asked_for", AskedFor),
        came_by=fields.one_of("came_by", CameBy),
        identity=fields.one_of("identity", Identity),
        nil=fields.truth("nil"),
        policy=policy_in(fields),
        **{name: fields.text(name) for name in _TEXTS},
    )


def _names(draft: DeclarationDraft) -> dict[str, str]:
    named = [draft.by.strip(), *(link.who.name.strip() for link in draft.links)]
    return {"people": "\n".join(named)}


DECLARATION: Final = Kind(
    name="declaration",
    schema=2,
    entry_class=EntryClass.DECLARATION,
    to_fields=fields_of,
    steps=(under_no_policy,),
    of_fields=draft_of,
    to_names=_names,
)


@dataclass(frozen=True)
class Declaration:
    """A declaration as it was written down."""

    written: Written
    ref: str
    draft: DeclarationDraft

    @classmethod
    def of(cls, written: Written) -> Declaration:
        """Return the declaration that was written."""
        said = DECLARATION.said_in(written.body)
        return cls(written, said.ref, said.draft)


def declaration_reference(year: int, number: int) -> str:
    """Return FD-2026-012."""
    return f"FD-{year}-{number:03}"
