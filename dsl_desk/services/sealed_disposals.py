"""Disposing of a sealed case: proposed by one holder, agreed by another, carried out in a round.

Both say so in the case itself. The round of whoever agreed takes every word of it out of the slot;
the entries stay without their words, and the slot is free for another case.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.allegation import ALLEGATION
from dsl_desk.domain.answers import what_is_wrong
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.copy_made import Certificate
from dsl_desk.domain.disposal import (
    PROPOSAL,
    Proposal,
    ProposalDraft,
    ProposalState,
    said_of_proposal,
)
from dsl_desk.domain.disposal_errors import (
    AnsweredAlreadyError,
    OnHoldError,
    OwnProposalError,
    ProposedAlreadyError,
)
from dsl_desk.domain.entry import Act
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.kept_facts import DAY, Facts
from dsl_desk.domain.legal_hold import HOLD, Held, HoldDraft, said_of_hold
from dsl_desk.domain.subject import SUBJECT
from dsl_desk.services.copies_made import copies_of_the_vault
from dsl_desk.services.letting_go import proposal_in
from dsl_desk.storage.shelves.keeping import Family, KeptRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.keeping_words import Kept
    from dsl_desk.domain.written import Written
    from dsl_desk.services.cases import Cases

_CHANGED: Final = frozenset({Thing.CASES, Thing.ALLEGATIONS})


class SealedDisposals:
    """What can be asked about letting a sealed case go."""

    def __init__(
        self,
        cases: Cases,
        print_it: Callable[[Certificate], bytes],
        reckoned: Callable[[Compartment, Family], Kept],
    ) -> None:
        self._cases = cases
        self._print = print_it
        self._reckoned = reckoned

    def of(self, case: RecordId) -> Proposal | None:
        """Return what is proposed of a case and not refused; None where nothing is."""
        found = proposal_in(self._cases.signed(case))
        refused = found is None or found.draft.state is ProposalState.REFUSED
        return None if refused else found

    def hold(
        self, case: RecordId, reason: str, entry: EntryId, *, on: bool = True
    ) -> Changed[RecordId]:
        """Put a case on hold, or lift its hold, with the reason: written in the case itself."""
        if code := what_is_wrong(reason):
            raise DraftError((Problem("reason", code),))
        body = HOLD.body(said_of_hold(HoldDraft(case, on, reason)), self._me())
        self._cases.add(case, Act(entry, RecordId(entry), EntryClass.CASE, body))
        return Changed(case, _CHANGED)

    def standing(self, kept: Kept, case: RecordId) -> Kept:
        """Return until when a case is kept, with the hold that its holders have put on it."""
        holds = self._holds(case)
        if holds is None:
            return kept
        return replace(kept, held=Held.PUT_ON, hold_reason=holds.reason, held_by=case)

    def kept(self, case: RecordId) -> Kept:
        """Return until when a case is kept that is no allegation: for as long as one would be."""
        written = [one for _author, one in self._cases.signed(case)]
        made = written[0].written_at[:DAY]
        facts = Facts(made, what=written[0].body.names.get(SUBJECT, ""))
        row = KeptRow(case, ALLEGATION.name, facts, written[-1].written_at[:DAY])
        return self.standing(self._reckoned(Compartment.STAFF, Family(row)), case)

    def propose(self, kept: Kept, case: RecordId, reason: str, entry: EntryId) -> Changed[Proposal]:
        """Propose that a case goes; the reason says as well why before its day, if it is."""
        early = "" if kept.is_due(self._cases.sitting.clock.now().date()) else reason
        draft = ProposalDraft(case, kept.ref, kept.of, reason, early)
        if problems := draft.problems(due=not early):
            raise DraftError(problems)
        if self.standing(kept, case).held is not Held.NOT:
            raise OnHoldError
        there = self.of(case)
        if there is not None and there.id != RecordId(entry):
            raise ProposedAlreadyError
        self._write(case, draft, RecordId(entry), entry)
        return Changed(self._known(case), _CHANGED)

    def answer(
        self, case: RecordId, reason: str, entry: EntryId, *, agreed: bool
    ) -> Changed[bytes]:
        """Agree, and all of it goes in this round; or refuse, and it is kept.

        The answer is the certificate, nothing where it was refused: once it is gone, nobody is led
        back to it.
        """
        there = self.of(case)
        if there is None or there.draft.state is not ProposalState.WAITING:
            raise AnsweredAlreadyError
        if not there.is_for(self._cases.sitting.member.id):
            raise OwnProposalError
        if code := what_is_wrong(reason):
            raise DraftError((Problem("reason", code),))
        if agreed and self._holds(case) is not None:
            raise OnHoldError
        state = ProposalState.AGREED if agreed else ProposalState.REFUSED
        draft = replace(there.draft, state=state, answer=reason)
        self._write(case, draft, there.id, entry)
        if not agreed:
            return Changed(b"", _CHANGED)
        went = [one for _author, one in self._cases.signed(case) if one.body.kind != PROPOSAL.name]
        self._cases.rewrite_all()
        return Changed(self._print(self._certificate(replace(there, draft=draft), went)), _CHANGED)

    def _holds(self, case: RecordId) -> HoldDraft | None:
        """Return the hold that holds now; None where none was put on, or it was lifted."""
        said = [HOLD.said_in(one.body).draft for one in self._signed(case, HOLD.name)]
        return said[-1] if said and said[-1].on else None

    def _signed(self, case: RecordId, kind: str) -> list[Written]:
        return [one for _author, one in self._cases.signed(case) if one.body.kind == kind]

    def _me(self) -> str:
        return self._cases.sitting.member.name

    def _certificate(self, agreed: Proposal, went: list[Written]) -> Certificate:
        sitting = self._cases.sitting
        now, me = sitting.clock.now(), sitting.member
        first = min(datetime.fromisoformat(one.written_at) for one in went)
        return Certificate(
            proposal=replace(agreed, answered_by=me.id, answerer=me.name, answered_at=now),
            records=len({one.id for one in went}),
            entries=len(went),
            disposals=(),
            copies=(),
            snapshots=copies_of_the_vault(sitting, first.astimezone(UTC), now),
            sealed=True,
        )

    def _write(
        self, case: RecordId, draft: ProposalDraft, proposal: RecordId, entry: EntryId
    ) -> None:
        body = PROPOSAL.body(said_of_proposal(draft), self._me())
        self._cases.add(case, Act(entry, proposal, EntryClass.CASE, body))

    def _known(self, case: RecordId) -> Proposal:
        found = self.of(case)
        assert found is not None  # noqa: S101 it was written just now
        return found
