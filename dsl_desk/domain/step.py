"""A step: what was done about a concern, one entry each, in the order of time."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final, TypeAlias

from dsl_desk.domain.answers import LONGEST_LINE, too_much, what_is_wrong
from dsl_desk.domain.chronology import Item, ItemSort
from dsl_desk.domain.concern_draft import LONGEST_NOTE
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.moments import (
    what_is_wrong_with_a_moment,
    what_is_wrong_with_the_past,
)
from dsl_desk.domain.person_ref import PersonRef, ids_of
from dsl_desk.domain.record import Kind, Recorded, Said

if TYPE_CHECKING:
    from datetime import datetime

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json


class StepSort(Enum):
    """What kind of step it is."""

    NOTE = "note"
    FOLLOW_UP = "follow_up"
    ACTION = "action"
    DECISION = "decision"
    CALL = "call"
    MEETING = "meeting"
    LETTER = "letter"
    EMAIL = "email"
    AGENCY = "agency"
    DISAGREEMENT = "disagreement"
    REVIEW = "review"


_STANDS_AS: Final = {
    StepSort.DECISION: ItemSort.DECISION,
    StepSort.CALL: ItemSort.CONTACT,
    StepSort.MEETING: ItemSort.CONTACT,
    StepSort.LETTER: ItemSort.CONTACT,
    StepSort.EMAIL: ItemSort.CONTACT,
    StepSort.AGENCY: ItemSort.CONTACT,
}


@dataclass(frozen=True)
class StepDraft:
    """A step as it is typed. A decision is not saved without its reason."""

    sort: StepSort
    at: str
    words: str = field(repr=False)
    concern: str = ""
    people: tuple[PersonRef, ...] = ()
    why: str = field(default="", repr=False)
    with_whom: str = field(default="", repr=False)
    agency: str = field(default="", repr=False)
    reference: str = field(default="", repr=False)
    reply_due: str = ""

    def problems_at(self, now: datetime) -> tuple[Problem, ...]:
        """Return all that stands in the way, not only the first."""
        codes = {
            "words": what_is_wrong(self.words, LONGEST_NOTE),
            "why": self._wrong_with_why(),
            "at": what_is_wrong_with_the_past(self.at, now),
            "agency": self._wrong_with_agency(),
            "with_whom": self._wrong_with_whom(),
            "reference": too_much(self.reference),
            "reply_due": what_is_wrong_with_a_moment(self.reply_due),
        }
        return tuple(Problem(name, code) for name, code in codes.items() if code)

    def _wrong_with_why(self) -> str:
        code = what_is_wrong(self.why, LONGEST_NOTE)
        return code if code != "missing" or self.sort is StepSort.DECISION else ""

    def _wrong_with_whom(self) -> str:
        code = what_is_wrong(self.with_whom, LONGEST_LINE)
        return code if code != "missing" or self.sort is StepSort.DISAGREEMENT else ""

    def _wrong_with_agency(self) -> str:
        code = what_is_wrong(self.agency)
        return code if code != "missing" or self.sort is StepSort.AGENCY else ""


Step: TypeAlias = Recorded[StepDraft]


def _to_fields(draft: StepDraft) -> dict[str, Json]:
    return {
        "sort": draft.sort.value,
        "at": draft.at,
        "words": draft.words.strip(),
        "concern": draft.concern,
        "people": [one.fields() for one in draft.people],
        "why": draft.why.strip(),
        "with_whom": draft.with_whom.strip(),
        "agency": draft.agency.strip(),
        "reference": draft.reference.strip(),
        "reply_due": draft.reply_due,
    }


def _to_names(draft: StepDraft) -> dict[str, str]:
    return {"people": "\n".join(one.name.strip() for one in draft.people)}


def _of_fields(fields: Fields) -> StepDraft:
    return StepDraft(
        sort=fields.one_of("sort", StepSort),
        at=fields.text("at"),
        words=fields.text("words"),
        concern=fields.text("concern"),
        people=tuple(PersonRef.of(each) for each in fields.each("people")),
        why=fields.text("why"),
        with_whom=fields.text("with_whom"),
        agency=fields.text("agency"),
        reference=fields.text("reference"),
        reply_due=fields.text("reply_due"),
    )


STEP: Final = Kind(
    name="step",
    schema=1,
    entry_class=EntryClass.STEP,
    to_fields=_to_fields,
    of_fields=_of_fields,
    to_names=_to_names,
)


def said_of_step(draft: StepDraft) -> Said[StepDraft]:
    """Return a step as the ledger takes it."""
    return Said(draft, "", draft.at)


def step_of(entry: Entry) -> Step:
    """Return the step that an entry holds."""
    return STEP.recorded(entry)


def step_in_file(entry: Entry) -> Item:
    """Return how a step stands in the files of the people of its concern."""
    draft = STEP.said(entry).draft
    people = ids_of(draft.people)
    title = draft.agency or draft.with_whom or draft.words.split("\n")[0][:LONGEST_LINE]
    sort = _STANDS_AS.get(draft.sort, ItemSort.ACTION)
    return Item(people, draft.at, sort, title, draft.words, draft.concern)
