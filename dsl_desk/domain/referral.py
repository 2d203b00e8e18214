"""A referral to somebody outside: made, chased, answered, and escalated where we disagree."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final, TypeAlias

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.chronology import Item, ItemSort
from dsl_desk.domain.concern_draft import LONGEST_NOTE
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.moments import (
    what_is_wrong_with_a_moment,
    what_is_wrong_with_the_past,
)
from dsl_desk.domain.person_ref import PersonRef, ids_of
from dsl_desk.domain.policy.mark import NO_POLICY, PolicyMark
from dsl_desk.domain.record import Kind, Recorded, Said

if TYPE_CHECKING:
    from datetime import datetime

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json


class ReferralTo(Enum):
    """Who a child is referred to."""

    SOCIAL_CARE = "social_care"
    POLICE = "police"
    PREVENT = "prevent"
    OTHER = "other"


class Consent(Enum):
    """Whether the parents agreed that it is made."""

    UNANSWERED = "unanswered"
    GIVEN = "given"
    REFUSED = "refused"
    NOT_SOUGHT = "not_sought"


_WANTS_A_REASON: Final = frozenset({Consent.REFUSED, Consent.NOT_SOUGHT})


@dataclass(frozen=True)
class ReferralDraft:
    """A referral as it stands. `reply_due` is one working day later unless they say another."""

    to: ReferralTo
    at: str
    spoke_to: str = field(repr=False)
    words: str = field(repr=False)
    consent: Consent
    consent_why: str = field(default="", repr=False)
    concern: str = ""
    people: tuple[PersonRef, ...] = ()
    reference: str = field(default="", repr=False)
    reply_due: str = ""
    chased_at: str = ""
    replied_at: str = ""
    reply: str = field(default="", repr=False)
    escalated: str = field(default="", repr=False)
    policy: PolicyMark = NO_POLICY  # in force when it was made

    def problems_at(self, now: datetime) -> tuple[Problem, ...]:
        """Return all that stands in the way, not only the first."""
        no_reason = self.consent in _WANTS_A_REASON and not self.consent_why.strip()
        codes = {
            "words": what_is_wrong(self.words, LONGEST_NOTE),
            "spoke_to": what_is_wrong(self.spoke_to, LONGEST_LINE),
            "at": what_is_wrong_with_the_past(self.at, now),
            "consent": "missing" if self.consent is Consent.UNANSWERED else "",
            "consent_why": "missing" if no_reason else "",
            "reply_due": what_is_wrong_with_a_moment(self.reply_due),
            "reply": "missing" if self.replied_at and not self.reply.strip() else "",
        }
        return tuple(Problem(name, code) for name, code in codes.items() if code)

    @property
    def waiting(self) -> bool:
        """Whether nobody has answered yet."""
        return not self.replied_at


Referral: TypeAlias = Recorded[ReferralDraft]


def _to_fields(draft: ReferralDraft) -> dict[str, Json]:
    return {
        "to": draft.to.value,
        "at": draft.at,
        "spoke_to": draft.spoke_to.strip(),
        "words": draft.words.strip(),
        "consent": draft.consent.value,
        "consent_why": draft.consent_why.strip(),
        "concern": draft.concern,
        "people": [one.fields() for one in draft.people],
        "reference": draft.reference.strip(),
        "reply_due": draft.reply_due,
        "chased_at": draft.chased_at,
        "replied_at": draft.replied_at,
        "reply": draft.reply.strip(),
        "escalated": draft.escalated.strip(),
        **({} if draft.policy == NO_POLICY else {_POLICY: draft.policy.fields()}),
    }


def _to_names(draft: ReferralDraft) -> dict[str, str]:
    return {"people": "\n".join(one.name.strip() for one in draft.people)}


def _of_fields(fields: Fields) -> ReferralDraft:
    return ReferralDraft(
        to=fields.one_of("to", ReferralTo),
        consent=fields.one_of("consent", Consent),
        people=tuple(PersonRef.of(each) for each in fields.each("people")),
        policy=PolicyMark.of(fields.inside(_POLICY)) if _POLICY in fields.plain() else NO_POLICY,
        **{name: fields.text(name) for name in _TEXTS},
    )


_POLICY: Final = "policy"
_TEXTS: Final = (
    *("at", "spoke_to", "words", "consent_why", "concern", "reference"),
    *("reply_due", "chased_at", "replied_at", "reply", "escalated"),
)
REFERRAL: Final = Kind(
    name="referral",
    schema=1,
    entry_class=EntryClass.REFERRAL,
    to_fields=_to_fields,
    of_fields=_of_fields,
    to_names=_to_names,
)


def said_of_referral(draft: ReferralDraft) -> Said[ReferralDraft]:
    """Return a referral as the ledger takes it."""
    return Said(draft, "", draft.at)


def referral_of(entry: Entry) -> Referral:
    """Return the referral that an entry holds."""
    return REFERRAL.recorded(entry)


def referral_in_file(entry: Entry) -> Item:
    """Return how a referral stands in the files of whom it is about."""
    draft = REFERRAL.said(entry).draft
    people = ids_of(draft.people)
    line = f"Answered: {draft.reply}" if draft.replied_at else "No answer yet"
    title = f"Referral, spoke to {draft.spoke_to}"
    return Item(people, draft.at, ItemSort.REFERRAL, title, line, draft.concern)
