"""Referrals: made, chased, answered, escalated; each of these a version with its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.page import Page
from dsl_desk.domain.referral import REFERRAL, referral_of, said_of_referral
from dsl_desk.domain.referral_state import ReferralState
from dsl_desk.storage.shelves.steps import (
    counted_referrals,
    page_of_referrals,
    records_of,
    waiting_for_a_reply,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.referral import Referral, ReferralDraft
    from dsl_desk.services.calendars import Calendars
    from dsl_desk.services.concerns import Concerns
    from dsl_desk.services.policy import Policies
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.part import Part

_HERE: Final = Compartment.CHILDREN
_DAY: Final = len("2026-11-19")


class Referrals:
    """What can be asked about referrals."""

    def __init__(
        self, sitting: Sitting, concerns: Concerns, calendars: Calendars, policy: Policies
    ) -> None:
        self._sitting = sitting
        self._concerns = concerns
        self.calendars = calendars
        self._policy = policy

    def record(self, draft: ReferralDraft, entry: EntryId) -> Changed[Referral]:
        """Write a referral down; a reply is due in one working day unless another day is said."""
        self._look_at(draft)
        if not draft.reply_due:
            made = date.fromisoformat(draft.at[:_DAY])
            draft = replace(draft, reply_due=self.calendars.in_force().after(made, 1).isoformat())
        if draft.concern and not draft.people:
            draft = replace(draft, people=self._concerns.people_of(RecordId(draft.concern)))
        draft = replace(draft, policy=self._policy.mark())
        with self._sitting.writing(_HERE, EntryClass.REFERRAL) as write:
            written = write.record(REFERRAL, said_of_referral(draft), entry)
        return _changed(referral_of(written))

    def chase(self, of: Referral, words: str, entry: EntryId) -> Changed[Referral]:
        """Say that they were asked again, and what they said."""
        draft = replace(of.draft, chased_at=wall_clock(self._sitting.clock.now()))
        return self._next(of, draft, words, entry)

    def answer(self, of: Referral, reply: str, entry: EntryId) -> Changed[Referral]:
        """Say what they answered."""
        now = wall_clock(self._sitting.clock.now())
        return self._next(of, replace(of.draft, replied_at=now, reply=reply), reply, entry)

    def escalate(self, of: Referral, words: str, entry: EntryId) -> Changed[Referral]:
        """Say that we disagree, and to whom it was taken."""
        return self._next(of, replace(of.draft, escalated=words), words, entry)

    def of(self, concern: RecordId) -> tuple[Referral, ...]:
        """Return the referrals of a concern, oldest first."""
        return self._read(records_of(self._part().database, REFERRAL.name, concern))

    def waiting(self) -> tuple[Referral, ...]:
        """Return the referrals nobody has answered, what is due first before the rest."""
        return self._read(waiting_for_a_reply(self._part().database))

    def page(self, first: int, count: int, only: ReferralState | None = None) -> Page[Referral]:
        """Return a stretch of all referrals: those nobody has answered first, as they are due."""
        found = page_of_referrals(self._part().database, first, count, only, self._today())
        return Page(self._read(found.rows), first, found.total)

    def counts(self) -> Mapping[ReferralState, int]:
        """Return how many referrals stand how; nothing where this member can read none.

        An overdue one waits, too.
        """
        if _HERE not in self._sitting.parts:
            return {}
        database, today = self._part().database, self._today()
        return {only: counted_referrals(database, only, today) for only in ReferralState}

    def _today(self) -> str:
        return self._sitting.clock.now().date().isoformat()

    def _next(
        self, of: Referral, draft: ReferralDraft, words: str, entry: EntryId
    ) -> Changed[Referral]:
        if code := what_is_wrong(words, LONGEST_LINE):
            raise DraftError((Problem("reason", code),))
        with self._sitting.writing(_HERE, EntryClass.REFERRAL) as write:
            said = said_of_referral(draft)
            written = write.version(REFERRAL, said, of.entry.id, words.strip(), entry)
        return _changed(referral_of(written))

    def _look_at(self, draft: ReferralDraft) -> None:
        problems = draft.problems_at(self._sitting.clock.now())
        if problems:
            raise DraftError(problems)

    def _read(self, records: tuple[RecordId, ...]) -> tuple[Referral, ...]:
        ledger = self._part().ledger
        return tuple(referral_of(ledger.newest(record)) for record in records)

    def _part(self) -> Part:
        return self._sitting.part(_HERE)


def _changed(referral: Referral) -> Changed[Referral]:
    return Changed(referral, frozenset({Thing.REFERRALS}))
