"""What taking a list in would do, row by row, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from dsl_desk.domain.person import PersonDraft, PersonKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.person import PersonRow

# What a list may tell of a pupil, in the order in which it is asked for.
ASKED_FOR: Final = (
    "upn",
    "surname",
    "forename",
    "known_as",
    "born",
    "sex",
    "year",
    "form",
    "former_upn",
    "starts",
    "ends",
)


class Why(Enum):
    """Why a row is not taken in."""

    NO_NAME = "no_name"
    NO_BIRTHDAY = "no_birthday"
    NOT_A_DAY = "not_a_day"
    NOT_YET = "not_yet"
    BEFORE = "before"
    UPN = "upn"
    UPN_TWICE = "upn_twice"
    TWICE = "twice"
    FORMULA = "formula"
    NUL = "nul"
    TOO_LONG = "too_long"
    CELLS = "cells"


@dataclass(frozen=True)
class Sheet:
    """A list as it was read: its columns, and its rows with the number they have in the file."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...] = field(repr=False)
    ready: bool = False  # the file says itself what each column is


@dataclass(frozen=True)
class Refused:
    """A row that is not taken in, and why."""

    number: int
    name: str = field(repr=False)
    why: Why
    column: str = ""


@dataclass(frozen=True)
class Planned:
    """A row that is taken in: somebody new, or, with `was`, changed in these fields."""

    number: int
    draft: PersonDraft
    entry: EntryId
    was: PersonRow | None = None

    @property
    def fields(self) -> tuple[str, ...]:
        """Return which answers change."""
        if self.was is None:
            return ()
        there = self.was.draft
        return tuple(
            name for name in ASKED_FOR if getattr(there, name) != getattr(self.draft, name)
        )


@dataclass(frozen=True)
class Doubt:
    """A row that may be somebody who is here already: a person has to say."""

    planned: Planned
    like: PersonRow


@dataclass(frozen=True)
class ImportPlan:
    """Everything a list would do. Nothing is written before a person says so."""

    new: tuple[Planned, ...] = ()
    changed: tuple[Planned, ...] = ()
    same: int = 0
    left: tuple[Planned, ...] = ()
    refused: tuple[Refused, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def writes(self, answers: Mapping[int, bool], *, leavers: bool) -> tuple[Planned, ...]:
        """Return what is written. A doubt is answered by its row: the same person, or not.

        One without an answer is left out; so are those who left, unless it is said.
        """
        settled = [
            _merged(doubt) if answers[doubt.planned.number] else doubt.planned
            for doubt in self.doubts
            if doubt.planned.number in answers
        ]
        taken = [each for each in settled if each.was is None or each.fields]
        return (*self.new, *self.changed, *taken, *(self.left if leavers else ()))


def _merged(doubt: Doubt) -> Planned:
    return replace(doubt.planned, draft=over(doubt.like.draft, doubt.planned.draft), was=doubt.like)


def over(there: PersonDraft, told: PersonDraft) -> PersonDraft:
    """Return what is known with what a list tells over it; an empty cell takes nothing away."""
    changes = {name: getattr(told, name) for name in ASKED_FOR if getattr(told, name)}
    upn = changes.get("upn", "")
    if upn and there.upn and upn != there.upn and "former_upn" not in changes:
        changes["former_upn"] = there.upn
    return replace(there, **changes)


def pupil(told: Mapping[str, str]) -> PersonDraft:
    """Return a pupil as a row tells of them."""
    answers: dict[str, Any] = {name: told.get(name, "") for name in ASKED_FOR}
    return PersonDraft(PersonKind.PUPIL, **answers)
