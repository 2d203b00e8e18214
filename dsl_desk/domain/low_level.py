"""A low-level concern about an adult: no matter how small, and kept so that a pattern is seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.adult import Adult, Standing
from dsl_desk.domain.answers import too_much, what_is_wrong
from dsl_desk.domain.chronology import Item, ItemSort
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.moments import what_is_wrong_with_the_past
from dsl_desk.domain.policy.mark import NO_POLICY, PolicyMark, policy_fields, policy_in
from dsl_desk.domain.record import Kind
from dsl_desk.domain.subject import SUBJECT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.written import Written

LONGEST_WORDS: Final = 20_000
SO_MANY: Final = 3
_DAY: Final = len("2026-11-19")
_LEAP_DAY: Final = (2, 29)


@dataclass(frozen=True)
class LowLevelDraft:
    """A low-level concern as it is typed; a self-report is about whoever shares it."""

    adult: Adult = field(default_factory=Adult)
    self_report: bool = False
    shared_by: str = field(default="", repr=False)
    anonymous: bool = False
    at: str = ""
    words: str = field(default="", repr=False)
    context: str = field(default="", repr=False)
    done: str = field(default="", repr=False)
    signed_by: str = field(default="", repr=False)
    grew_into: str = ""  # the allegation it became
    in_file: bool = True
    policy: PolicyMark = NO_POLICY  # in force when this version was written

    def problems_at(self, now: datetime) -> tuple[Problem, ...]:
        """Return all that stands in the way, not only the first."""
        nobody = self.self_report or self.anonymous
        codes = {
            "about": what_is_wrong(self.adult.name),
            "standing": "missing" if self.adult.standing is Standing.UNANSWERED else "",
            "shared_by": (too_much if nobody else what_is_wrong)(self.shared_by),
            "at": what_is_wrong_with_the_past(self.at, now),
            "words": what_is_wrong(self.words, LONGEST_WORDS),
            "context": too_much(self.context, LONGEST_WORDS),
            "done": too_much(self.done, LONGEST_WORDS),
        }
        return tuple(Problem(name, code) for name, code in codes.items() if code)

    @property
    def counts(self) -> bool:
        """Whether it stands in a pattern: in the file, and not already part of an allegation."""
        return self.in_file


_TEXTS: Final = ("shared_by", "at", "words", "context", "done", "signed_by", "grew_into")


def _to_fields(draft: LowLevelDraft) -> dict[str, Json]:
    texts: dict[str, Json] = {name: getattr(draft, name).strip() for name in _TEXTS}
    named: dict[str, Json] = {SUBJECT: draft.adult.member} if draft.adult.member else {}
    return (
        texts
        | named
        | {
            "adult": draft.adult.fields(),
            "self_report": draft.self_report,
            "anonymous": draft.anonymous,
            "in_file": draft.in_file,
            **policy_fields(draft.policy),
        }
    )


def _of_fields(fields: Fields) -> LowLevelDraft:
    return LowLevelDraft(
        adult=Adult.of(fields.inside("adult")),
        self_report=fields.truth("self_report"),
        anonymous=fields.truth("anonymous"),
        in_file=fields.truth("in_file"),
        policy=policy_in(fields),
        **{name: fields.text(name) for name in _TEXTS},
    )


def _to_names(draft: LowLevelDraft) -> dict[str, str]:
    return {SUBJECT: draft.adult.name.strip()}


LOW_LEVEL: Final = Kind(
    name="low_level",
    schema=1,
    entry_class=EntryClass.ALLEGATION,
    to_fields=_to_fields,
    of_fields=_of_fields,
    to_names=_to_names,
)


@dataclass(frozen=True)
class LowLevel:
    """A low-level concern as it was written down."""

    written: Written
    ref: str
    draft: LowLevelDraft

    @classmethod
    def of(cls, written: Written) -> LowLevel:
        """Return the concern that was written."""
        said = LOW_LEVEL.said_in(written.body)
        return cls(written, said.ref, said.draft)


@dataclass(frozen=True)
class Pattern:
    """So many low-level concerns about one adult within a year: something to look at together."""

    adult: Adult
    concerns: tuple[LowLevel, ...] = field(repr=False)


def patterns(concerns: Iterable[LowLevel], today: date) -> tuple[Pattern, ...]:
    """Return about whom there are three or more in the last twelve months. It judges nothing."""
    since = _a_year_before(today).isoformat()
    lately = [one for one in concerns if one.draft.counts and one.draft.at[:_DAY] > since]
    found: list[Pattern] = []
    for one in sorted(lately, key=lambda each: each.draft.at):
        if any(one in pattern.concerns for pattern in found):
            continue
        alike = tuple(each for each in lately if each.draft.adult.is_the_same_as(one.draft.adult))
        found.append(Pattern(one.draft.adult, alike))
    return tuple(pattern for pattern in found if len(pattern.concerns) >= SO_MANY)


def low_level_reference(year: int, number: int) -> str:
    """Return LL-2026-004."""
    return f"LL-{year}-{number:03}"


def low_level_in_file(entry: Entry) -> Item:
    """Return how it stands in the file of the adult, unless it has left it."""
    said = LOW_LEVEL.said(entry)
    draft = said.draft
    people = (draft.adult.person,) if draft.in_file and draft.adult.person else ()
    return Item(people, draft.at, ItemSort.ALLEGATION, f"Low-level concern {said.ref}", "")


def _a_year_before(day: date) -> date:
    if (day.month, day.day) == _LEAP_DAY:
        return date(day.year - 1, 2, 28)
    return day.replace(year=day.year - 1)
