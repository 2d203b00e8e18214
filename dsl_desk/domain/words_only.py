"""Imagery that must never be captured, recorded in words: as reported, never as viewed."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import Enum
from typing import TYPE_CHECKING, Final, TypeAlias

from dsl_desk.domain.answers import LONGEST_LINE, too_much, what_is_wrong
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


class Trigger(Enum):
    """Why it goes to the police or to children's social care at once (UKCIS)."""

    ADULT = "adult"
    COERCED = "coerced"
    SEXUAL_ACTS = "sexual_acts"
    UNDER_13 = "under_13"
    AT_RISK_NOW = "at_risk_now"


@dataclass(frozen=True)
class WordsOnlyDraft:
    """What was told, in words. Nothing in it describes the image."""

    told_by: str = field(default="", repr=False)
    at: str = ""
    words: str = field(default="", repr=False)
    accounts: str = field(default="", repr=False)
    device: str = field(default="", repr=False)
    seen_by: str = field(default="", repr=False)
    ages: str = field(default="", repr=False)
    coercion: str = field(default="", repr=False)
    triggers: tuple[Trigger, ...] = ()
    police: str = field(default="", repr=False)
    social_care: str = field(default="", repr=False)
    report_remove: str = field(default="", repr=False)
    iwf: str = field(default="", repr=False)
    ceop: str = field(default="", repr=False)
    viewed: bool = False  # somebody at school has seen it already, by accident
    viewed_how: str = field(default="", repr=False)
    concern: str = ""
    people: tuple[PersonRef, ...] = field(default=(), repr=False)
    basis: str = ""
    kept_in: Compartment = Compartment.CHILDREN
    policy: PolicyMark = NO_POLICY  # in force when it was written

    def problems_at(self, now: datetime) -> tuple[Problem, ...]:
        """Return all that stands in the way: who told us, when, and the words."""
        told = {name: too_much(getattr(self, name), LONGEST_NOTE) for name in _LINES}
        codes = {
            **told,
            "told_by": what_is_wrong(self.told_by),
            "at": what_is_wrong_with_the_past(self.at, now),
            "words": what_is_wrong(self.words, LONGEST_NOTE),
            "viewed_how": "missing" if self.viewed and not self.viewed_how.strip() else "",
        }
        return tuple(Problem(name, code) for name, code in codes.items() if code)


WordsOnly: TypeAlias = Recorded[WordsOnlyDraft]


_LINES: Final = (
    *("accounts", "device", "seen_by", "ages", "coercion", "police", "social_care"),
    *("report_remove", "iwf", "ceop", "viewed_how"),
)
TEXTS: Final = tuple(
    each.name
    for each in fields(WordsOnlyDraft)
    if each.name not in {"triggers", "viewed", "people", "kept_in", "policy"}
)


def _to_fields(draft: WordsOnlyDraft) -> dict[str, Json]:
    return {
        **{name: getattr(draft, name).strip() for name in TEXTS},
        "triggers": [each.value for each in draft.triggers],
        "viewed": draft.viewed,
        "people": [one.fields() for one in draft.people],
        "kept_in": draft.kept_in.value,
        "policy": draft.policy.fields(),
    }


def _of_fields(read: Fields) -> WordsOnlyDraft:
    return WordsOnlyDraft(
        triggers=read.some_of("triggers", Trigger),
        viewed=read.truth("viewed"),
        people=tuple(PersonRef.of(each) for each in read.each("people")),
        kept_in=read.one_of("kept_in", Compartment),
        policy=PolicyMark.of(read.inside("policy")),
        **{name: read.text(name) for name in TEXTS},
    )


def _to_names(draft: WordsOnlyDraft) -> dict[str, str]:
    return {"people": "\n".join(one.name.strip() for one in draft.people)}


WORDS_ONLY: Final = Kind(
    name="words_only",
    schema=2,
    entry_class=EntryClass.VIEWING,
    to_fields=_to_fields,
    of_fields=_of_fields,
    steps=(under_no_policy,),
    to_names=_to_names,
)


def said_of_words_only(draft: WordsOnlyDraft, ref: str) -> Said[WordsOnlyDraft]:
    """Return it as the ledger takes it."""
    return Said(draft, ref, draft.at)


def words_only_of(entry: Entry) -> WordsOnly:
    """Return the record in words that an entry holds."""
    return WORDS_ONLY.recorded(entry)


def words_only_in_file(entry: Entry) -> Item:
    """Return how it stands in the files of whom it concerns."""
    record = words_only_of(entry)
    draft = record.draft
    people = ids_of(draft.people)
    title = f"Imagery recorded in words only, {record.ref}"
    line = f"Told by {draft.told_by}"[:LONGEST_LINE]
    return Item(people, draft.at, ItemSort.EVIDENCE, title, line, draft.concern)
