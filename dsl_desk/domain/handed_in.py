"""Something handed in to us: by whom, when and how. It needs no decision to look."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.chronology import Item, ItemSort
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_draft import LONGEST_NOTE
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.moments import what_is_wrong_with_the_past
from dsl_desk.domain.person_ref import PersonRef, ids_of
from dsl_desk.domain.policy.mark import NO_POLICY, PolicyMark, under_no_policy
from dsl_desk.domain.record import Kind, Recorded, Said

if TYPE_CHECKING:
    from datetime import datetime

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json


@dataclass(frozen=True)
class HandedInDraft:
    """What was handed in, as it is typed."""

    from_whom: str = field(default="", repr=False)
    at: str = ""
    how: str = field(default="", repr=False)
    words: str = field(default="", repr=False)
    concern: str = ""
    people: tuple[PersonRef, ...] = field(default=(), repr=False)
    kept_in: Compartment = Compartment.CHILDREN
    policy: PolicyMark = NO_POLICY  # in force when it was written

    def problems_at(self, now: datetime) -> tuple[Problem, ...]:
        """Return all that stands in the way, not only the first."""
        codes = {
            "from_whom": what_is_wrong(self.from_whom),
            "at": what_is_wrong_with_the_past(self.at, now),
            "how": what_is_wrong(self.how, LONGEST_LINE),
            "words": what_is_wrong(self.words, LONGEST_NOTE),
        }
        return tuple(Problem(name, code) for name, code in codes.items() if code)


HandedIn: TypeAlias = Recorded[HandedInDraft]


def _to_fields(draft: HandedInDraft) -> dict[str, Json]:
    return {
        "from_whom": draft.from_whom.strip(),
        "at": draft.at,
        "how": draft.how.strip(),
        "words": draft.words.strip(),
        "concern": draft.concern,
        "people": [one.fields() for one in draft.people],
        "kept_in": draft.kept_in.value,
        "policy": draft.policy.fields(),
    }


def _of_fields(fields: Fields) -> HandedInDraft:
    return HandedInDraft(
        people=tuple(PersonRef.of(each) for each in fields.each("people")),
        kept_in=fields.one_of("kept_in", Compartment),
        policy=PolicyMark.of(fields.inside("policy")),
        **{name: fields.text(name) for name in ("from_whom", "at", "how", "words", "concern")},
    )


def _to_names(draft: HandedInDraft) -> dict[str, str]:
    return {"people": "\n".join(one.name.strip() for one in draft.people)}


HANDED_IN: Final = Kind(
    name="handed_in",
    schema=2,
    entry_class=EntryClass.VIEWING,
    to_fields=_to_fields,
    of_fields=_of_fields,
    steps=(under_no_policy,),
    to_names=_to_names,
)


def said_of_handed_in(draft: HandedInDraft, ref: str) -> Said[HandedInDraft]:
    """Return it as the ledger takes it."""
    return Said(draft, ref, draft.at)


def handed_in_of(entry: Entry) -> HandedIn:
    """Return what an entry says was handed in."""
    return HANDED_IN.recorded(entry)


def handed_in_in_file(entry: Entry) -> Item:
    """Return how it stands in the files of whom it concerns."""
    handed_in = handed_in_of(entry)
    draft = handed_in.draft
    people = ids_of(draft.people)
    title = f"Handed in by {draft.from_whom}, {handed_in.ref}"
    return Item(people, draft.at, ItemSort.EVIDENCE, title, draft.words, draft.concern)
