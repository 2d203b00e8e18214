"""What whoever reviews a declaration decides, signed, and what came back after it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import too_much, what_is_wrong
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.person import what_is_wrong_with_a_day
from dsl_desk.domain.record import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.written import Written

LONGEST_WORDS: Final = 5_000
MOST_CONDITIONS: Final = 20


class Decision(Enum):
    """What can be decided."""

    AGREED = "agreed"
    AGREED_WITH_CONDITIONS = "agreed_with_conditions"
    MORE_ASKED = "more_asked"
    ADVISED_AGAINST = "advised_against"
    ESCALATED = "escalated"


class EscalatedTo(Enum):
    """What a declaration becomes that is more than one."""

    NOTHING = "nothing"
    LOW_LEVEL = "low_level"
    ALLEGATION = "allegation"


_AGREED: Final = (Decision.AGREED, Decision.AGREED_WITH_CONDITIONS)


@dataclass(frozen=True)
class Condition:
    """Something that is kept to; `clause` where the policy asks for it."""

    words: str = field(repr=False)
    clause: str = ""


@dataclass(frozen=True)
class ReviewDraft:
    """One decision. Its answer and its acceptance are later versions of it.

    `of_version`: the version of the declaration that was read. `beyond`: the policy has no room
    for it, so that its reason has to be written.
    """

    declaration: str
    of_version: int
    decision: Decision
    conditions: tuple[Condition, ...] = field(default=(), repr=False)
    words: str = field(default="", repr=False)  # what they are told or asked
    why: str = field(default="", repr=False)  # what is kept here
    look_again_on: str = ""
    beyond: bool = False
    escalated_to: EscalatedTo = EscalatedTo.NOTHING
    answer: str = field(default="", repr=False)
    answered_on: str = ""
    accepted_how: str = field(default="", repr=False)
    accepted_on: str = ""
    became: str = ""  # the record it was taken further into

    @property
    def agrees(self) -> bool:
        """Whether the link stands, with conditions or without."""
        return self.decision in _AGREED

    @property
    def waits_to_be_accepted(self) -> bool:
        """Whether the member of staff has conditions or advice to sign for."""
        told = (Decision.AGREED_WITH_CONDITIONS, Decision.ADVISED_AGAINST)
        return self.decision in told and not self.accepted_on

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return all that stands in the way of signing it."""
        found = {
            "conditions": self._wrong_with_the_conditions(),
            "words": self._wrong_with_the_words(),
            "why": self._wrong_with_the_reason(),
            "look_again_on": self._wrong_with_the_day(today),
            "escalated_to": self._wrong_with_where_it_goes(),
        }
        return tuple(Problem(name, code) for name, code in found.items() if code)

    def _wrong_with_the_conditions(self) -> str:
        if self.decision is not Decision.AGREED_WITH_CONDITIONS:
            return ""
        if not self.conditions:
            return "missing"
        if len(self.conditions) > MOST_CONDITIONS:
            return "many"
        wrong = (what_is_wrong(one.words) for one in self.conditions)
        return next((code for code in wrong if code), "")

    def _wrong_with_the_words(self) -> str:
        needed = self.decision in (Decision.MORE_ASKED, Decision.ADVISED_AGAINST)
        return (what_is_wrong if needed else too_much)(self.words, LONGEST_WORDS)

    def _wrong_with_the_reason(self) -> str:
        needed = self.beyond or self.decision is Decision.ESCALATED
        return (what_is_wrong if needed else too_much)(self.why, LONGEST_WORDS)

    def _wrong_with_the_day(self, today: date) -> str:
        if not self.look_again_on:
            needed = self.decision is Decision.AGREED_WITH_CONDITIONS
            return "missing" if needed else ""
        wrong = what_is_wrong_with_a_day(self.look_again_on)
        return wrong or ("gone_by" if self.look_again_on <= today.isoformat() else "")

    def _wrong_with_where_it_goes(self) -> str:
        goes = self.escalated_to is not EscalatedTo.NOTHING
        return "missing" if self.decision is Decision.ESCALATED and not goes else ""


_TEXTS: Final = (
    *("declaration", "words", "why", "look_again_on", "answer", "answered_on"),
    *("accepted_how", "accepted_on", "became"),
)


def _to_fields(draft: ReviewDraft) -> dict[str, Json]:
    kept: dict[str, Json] = {name: getattr(draft, name).strip() for name in _TEXTS}
    return kept | {
        "of_version": draft.of_version,
        "decision": draft.decision.value,
        "escalated_to": draft.escalated_to.value,
        "beyond": draft.beyond,
        "conditions": [
            {"words": one.words.strip(), "clause": one.clause} for one in draft.conditions
        ],
    }


def _of_fields(fields: Fields) -> ReviewDraft:
    return ReviewDraft(
        of_version=fields.number("of_version"),
        decision=fields.one_of("decision", Decision),
        escalated_to=fields.one_of("escalated_to", EscalatedTo),
        beyond=fields.truth("beyond"),
        conditions=tuple(
            Condition(one.text("words"), one.text("clause")) for one in fields.each("conditions")
        ),
        **{name: fields.text(name) for name in _TEXTS},
    )


def _became_nothing(fields: Mapping[str, Json]) -> Mapping[str, Json]:
    """Read what was signed before anybody wrote down what it became."""
    return {**fields, "became": ""}


DECLARATION_REVIEW: Final = Kind(
    name="declaration_review",
    schema=2,
    entry_class=EntryClass.DECLARATION,
    to_fields=_to_fields,
    of_fields=_of_fields,
    steps=(_became_nothing,),
)


@dataclass(frozen=True)
class CameBack:
    """What came back on a review: an answer, or how it was accepted; and on which day."""

    words: str = field(repr=False)
    on: str = ""


@dataclass(frozen=True)
class Review:
    """A review as it was signed and written down."""

    written: Written
    draft: ReviewDraft

    @classmethod
    def of(cls, written: Written) -> Review:
        """Return the review that was written."""
        return cls(written, DECLARATION_REVIEW.said_in(written.body).draft)

    @property
    def decided_on(self) -> str:
        """The moment it was signed, or what came back was written."""
        return self.written.written_at
