"""A step of an allegation: what was done, when, by whom, with whom and why. One entry each."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - dataclasses read the annotation of a field
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.allegation_choices import AllegationStepSort, Held
from dsl_desk.domain.allegation_questions import SPOKEN, WANTS_WHY, questions_of
from dsl_desk.domain.answers import LONGEST_LINE, too_much, what_is_wrong
from dsl_desk.domain.chronology import Item, ItemSort
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.moments import what_is_wrong_with_the_past
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.record import Kind
from dsl_desk.domain.subject import SUBJECT
from dsl_desk.domain.threshold import threshold_in

if TYPE_CHECKING:
    from datetime import datetime

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.written import Written

LONGEST_STEP: Final = 20_000
_LONGEST_ANSWER: Final = 2_000


@dataclass(frozen=True)
class AllegationStepDraft:
    """A step as it is typed. `adult` and `member` are whose file it stands in."""

    sort: AllegationStepSort
    at: str = ""
    words: str = field(default="", repr=False)
    why: str = field(default="", repr=False)
    with_whom: str = field(default="", repr=False)
    reference: str = field(default="", repr=False)
    answers: Mapping[str, str] = field(default_factory=dict, repr=False)
    may: tuple[Held, ...] = ()
    not_yet: tuple[Held, ...] = ()
    still_to_come: bool = False
    allegation: str = ""
    adult: PersonRef = field(default_factory=lambda: PersonRef(""), repr=False)
    member: str = ""

    def problems_at(self, now: datetime) -> tuple[Problem, ...]:
        """Return all that stands in the way, not only the first."""
        codes = {
            "at": what_is_wrong_with_the_past(self.at, now),
            "with_whom": self._wrong_with_whom(),
            "words": self._wrong_with_words(),
            "why": (what_is_wrong if self.sort in WANTS_WHY else too_much)(self.why, LONGEST_STEP),
            "reference": too_much(self.reference),
        }
        codes |= {
            one.name: one.problem(self.answers.get(one.name, ""), _LONGEST_ANSWER)
            for one in questions_of(self.sort)
        }
        found = tuple(Problem(name, code) for name, code in codes.items() if code)
        if self.sort is AllegationStepSort.THRESHOLD:
            found += threshold_in(self.answers).problems()
        return found

    def answer(self, name: str) -> str:
        """Return what was answered to a question; nothing where it was not asked."""
        return self.answers.get(name, "")

    def _wrong_with_whom(self) -> str:
        wanted = self.sort in SPOKEN or self.sort is AllegationStepSort.AGENCY_TOLD
        return (what_is_wrong if wanted else too_much)(self.with_whom)

    def _wrong_with_words(self) -> str:
        empty = self.sort is AllegationStepSort.THRESHOLD or self.still_to_come
        return (too_much if empty else what_is_wrong)(self.words, LONGEST_STEP)


_TEXTS: Final = ("at", "words", "why", "with_whom", "reference", "allegation", "member")


def _to_fields(draft: AllegationStepDraft) -> dict[str, Json]:
    texts: dict[str, Json] = {name: getattr(draft, name).strip() for name in _TEXTS}
    named: dict[str, Json] = {SUBJECT: draft.member} if draft.member else {}
    return (
        texts
        | named
        | {
            "sort": draft.sort.value,
            "answers": {name: said.strip() for name, said in draft.answers.items()},
            "may": [one.value for one in draft.may],
            "not_yet": [one.value for one in draft.not_yet],
            "still_to_come": draft.still_to_come,
            "adult": draft.adult.fields(),
        }
    )


def _of_fields(fields: Fields) -> AllegationStepDraft:
    return AllegationStepDraft(
        sort=fields.one_of("sort", AllegationStepSort),
        answers=fields.inside("answers").texts(),
        may=fields.some_of("may", Held),
        not_yet=fields.some_of("not_yet", Held),
        still_to_come=fields.truth("still_to_come"),
        adult=PersonRef.of(fields.inside("adult")),
        **{name: fields.text(name) for name in _TEXTS},
    )


def _to_names(draft: AllegationStepDraft) -> dict[str, str]:
    return {SUBJECT: draft.adult.name.strip()}


ALLEGATION_STEP: Final = Kind(
    name="allegation_step",
    schema=1,
    entry_class=EntryClass.ALLEGATION,
    to_fields=_to_fields,
    of_fields=_of_fields,
    to_names=_to_names,
)


@dataclass(frozen=True)
class AllegationStep:
    """A step as it was written down, in its newest version."""

    written: Written
    draft: AllegationStepDraft

    @property
    def sort(self) -> AllegationStepSort:
        """What kind of step it is."""
        return self.draft.sort

    @classmethod
    def of(cls, written: Written) -> AllegationStep:
        """Return the step that was written."""
        return cls(written, ALLEGATION_STEP.said_in(written.body).draft)


def in_order(steps: tuple[AllegationStep, ...]) -> tuple[AllegationStep, ...]:
    """Return steps by when they were; those of one minute as they were written down."""
    return tuple(sorted(steps, key=lambda step: step.draft.at))


def newest_of(steps: tuple[AllegationStep, ...], sort: AllegationStepSort) -> AllegationStep | None:
    """Return the last step of a sort."""
    found = [step for step in in_order(steps) if step.sort is sort]
    return found[-1] if found else None


def allegation_step_in_file(entry: Entry) -> Item:
    """Return how a step stands in the file of the adult, unless the case has left it."""
    draft = ALLEGATION_STEP.said(entry).draft
    # What the policy asks of us is no part of the adult's own file.
    ours = draft.sort is AllegationStepSort.DUTY
    people = (draft.adult.person,) if draft.adult.person and not ours else ()
    title = draft.words.strip().split("\n")[0][:LONGEST_LINE]
    return Item(people, draft.at, ItemSort.ALLEGATION, title, draft.why)
