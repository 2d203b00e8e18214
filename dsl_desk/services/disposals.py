"""Disposals: proposed by one member, agreed or refused by another, carried out as it is agreed."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import what_is_wrong
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.copy_made import Certificate
from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.disposal import (
    PROPOSAL,
    ProposalDraft,
    ProposalState,
    blobs_of,
    by_two,
    proposal_of,
    said_of_proposal,
)
from dsl_desk.domain.disposal_errors import (
    AnsweredAlreadyError,
    OnHoldError,
    OwnProposalError,
    ProposedAlreadyError,
)
from dsl_desk.domain.entry import Act, Body, Stamp
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DamageError, DraftError, Problem, RecordMissingError
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.legal_hold import Held
from dsl_desk.domain.quarantine import QUARANTINE, quarantine_of
from dsl_desk.domain.stop_errors import PoliceFirstError
from dsl_desk.domain.today import Need, NeedSort
from dsl_desk.services.copies_made import copies_of_the_vault, copies_on_paper
from dsl_desk.services.places import evidence_folder, evidence_set_aside
from dsl_desk.services.retention import KEPT_IN
from dsl_desk.storage.blobs import BlobStore
from dsl_desk.storage.shelves.retention import proposals_in, proposed_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.disposal import Proposal
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.keeping_words import Kept
    from dsl_desk.domain.packing import Json
    from dsl_desk.services.drafts import Drafts
    from dsl_desk.services.retention import Retention
    from dsl_desk.services.roll_book import RollBook
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.part import Part

_THINGS: Final = frozenset(Thing)  # whatever it was, it goes from every list at once
_ASKED: Final = frozenset({Thing.KEEPING})


class Disposals:
    """What can be asked about disposing. One person never does it alone."""

    def __init__(
        self,
        sitting: Sitting,
        retention: Retention,
        book: RollBook,
        drafts: Drafts,
        print_it: Callable[[Certificate], bytes],
    ) -> None:
        self._print = print_it
        self._drafts = drafts
        self._sitting = sitting
        self._retention = retention
        self._book = book

    def propose(
        self, record: RecordId, reason: str, entry: EntryId, early: str = ""
    ) -> Changed[Proposal]:
        """Propose that a record goes. `early` says why, where its day has not come."""
        kept = self._retention.of(record)
        part = self._sitting.part(kept.part)
        self._look_at_holds(kept, part)
        if part.ledger.find(entry) is None and record in proposed_in(part.database):
            raise ProposedAlreadyError
        draft = ProposalDraft(record, kept.ref, kept.of, reason, early)
        today = self._sitting.clock.now().date()
        if problems := draft.problems(due=kept.is_due(today)):
            raise DraftError(problems)
        with self._sitting.writing(kept.part, EntryClass.RETENTION) as write:
            write.record(PROPOSAL, said_of_proposal(draft), entry)
        return Changed(self.open(RecordId(entry)), _ASKED)

    def agree(self, proposal: RecordId, reason: str, entry: EntryId) -> Changed[Proposal]:
        """Agree, as another than who proposed it: what it says goes in this Write, for good."""
        before = self.open(proposal)
        if self._is_written(before, entry):
            return Changed(before, _THINGS)
        self._look_at_answer(before, reason)
        record, part = before.draft.record, self._sitting.part(before.part)
        self._look_at_holds(self._retention.of(record), part)
        beside = self._retention.going_with(record)
        going = [version for one in (record, *beside) for version in part.ledger.versions(one)]
        draft = self._answered(before, ProposalState.AGREED, reason)
        said = said_of_proposal(replace(draft, with_it=beside))
        with self._sitting.writing(before.part, EntryClass.RETENTION) as write:
            write.version(PROPOSAL, said, before.entry.id, reason.strip(), entry)
            for one in (record, *beside):
                write.dispose(one, draft.reason)
        self._take_evidence_away(before.part, going)
        self._retention.forget_people()
        self.settle()
        return Changed(self.open(proposal), _THINGS)

    def settle(self) -> None:
        """Forget what this member was typing about records that are gone, whoever agreed to it."""
        self._drafts.discard_about(self._is_gone)

    def refuse(self, proposal: RecordId, reason: str, entry: EntryId) -> Changed[Proposal]:
        """Refuse, with the reason: it is kept, and may be proposed again."""
        before = self.open(proposal)
        if self._is_written(before, entry):
            return Changed(before, _ASKED)
        self._look_at_answer(before, reason)
        said = said_of_proposal(self._answered(before, ProposalState.REFUSED, reason))
        with self._sitting.writing(before.part, EntryClass.RETENTION) as write:
            write.version(PROPOSAL, said, before.entry.id, reason.strip(), entry)
        return Changed(self.open(proposal), _ASKED)

    def open(self, proposal: RecordId) -> Proposal:
        """Return a proposal as it stands."""
        for part in self._parts():
            ledger = self._sitting.part(part).ledger
            if ledger.knows(bytes.fromhex(proposal)):
                return proposal_of(ledger.versions(proposal), part)
        raise RecordMissingError

    def waiting(self) -> tuple[Proposal, ...]:
        """Return what waits for a second person, the newest first."""
        return self._in(ProposalState.WAITING)

    def for_me(self, proposal: Proposal) -> bool:
        """Tell whether this member may answer: another than proposed it, who may write there."""
        may = self._sitting.may_write(proposal.part, EntryClass.RETENTION)
        return may and proposal.is_for(self._sitting.member.id)

    def needs(self) -> Iterator[Need]:
        """Return what this member is asked to agree to or refuse."""
        for proposal in self.waiting():
            if self.for_me(proposal):
                yield Need(NeedSort.DISPOSAL, ref=proposal.draft.ref)

    def done(self) -> tuple[Proposal, ...]:
        """Return what was disposed of, the newest first: each has its certificate."""
        return self._in(ProposalState.AGREED)

    def certificate(self, proposal: RecordId) -> Certificate:
        """Return what is certified of a disposal, and which copies may hold it still."""
        done = self.open(proposal)
        at, ledger = done.answered_at, self._sitting.part(done.part).ledger
        if at is None or done.draft.state is not ProposalState.AGREED:
            raise RecordMissingError
        records = (done.draft.record, *(RecordId(one) for one in done.draft.with_it))
        versions = [version for one in records for version in ledger.versions(one)]
        gone = [entry for entry in versions if entry.header.entry_class is EntryClass.DISPOSAL]
        first = min(datetime.fromisoformat(each.header.written_at) for each in versions)
        return Certificate(
            proposal=done,
            records=len(records),
            entries=len(versions) - len(gone),
            disposals=tuple(Stamp.of(entry) for entry in gone),
            copies=copies_on_paper(self._sitting, self._book, done.part, records),
            snapshots=copies_of_the_vault(self._sitting, first.astimezone(UTC), at),
        )

    def make_certificate(self, proposal: RecordId) -> Changed[bytes]:
        """Return the certificate on paper, once it is written down that it was made."""
        certificate = self.certificate(proposal)
        pdf = self._print(certificate)
        fields: dict[str, Json] = {
            "record": proposal,
            "version": 1,
            "sha256": hashlib.sha256(pdf).hexdigest(),
        }
        name = EntryId(fresh_id(self._sitting.clock.now()))
        act = Act(name, RecordId(name), EntryClass.EXPORT, Body("export", 1, fields=fields))
        with self._sitting.writing(certificate.proposal.part, EntryClass.EXPORT) as write:
            write.enter(act)
        return Changed(pdf, frozenset({Thing.VAULT}))

    def _in(self, state: ProposalState) -> tuple[Proposal, ...]:
        found = [
            proposal_of(self._sitting.part(part).ledger.versions(one), part)
            for part in self._parts()
            for one in proposals_in(self._sitting.part(part).database, state)
        ]
        return tuple(sorted(found, key=lambda one: one.proposed_at, reverse=True))

    def _parts(self) -> tuple[Compartment, ...]:
        return tuple(part for part in KEPT_IN if part in self._sitting.parts)

    def _is_gone(self, record: str) -> bool:
        ledgers = (opened.part.ledger for opened in self._sitting.parts.values())
        return any(ledger.disposal(bytes.fromhex(record)) is not None for ledger in ledgers)

    def _is_written(self, before: Proposal, entry: EntryId) -> bool:
        return self._sitting.part(before.part).ledger.find(entry) is not None

    def _look_at_holds(self, kept: Kept, part: Part) -> None:
        """Refuse what is on hold, and what the police have still to say something about."""
        if kept.held is not Held.NOT:
            raise OnHoldError
        for record in (kept.record, *self._retention.going_with(kept.record)):
            entry = part.ledger.newest(record)
            if entry.body.kind == QUARANTINE.name and not quarantine_of(entry).draft.rung:
                raise PoliceFirstError

    def _look_at_answer(self, before: Proposal, reason: str) -> None:
        if before.draft.state is not ProposalState.WAITING:
            raise AnsweredAlreadyError
        if not before.is_for(self._sitting.member.id):
            raise OwnProposalError
        if code := what_is_wrong(reason):
            raise DraftError((Problem("reason", code),))

    def _answered(self, before: Proposal, state: ProposalState, reason: str) -> ProposalDraft:
        return replace(before.draft, state=state, answer=reason)

    def _take_evidence_away(self, part: Compartment, gone: Sequence[Entry]) -> None:
        """Take the files away that only these entries knew; a sweep takes what a kill left."""
        names = {name for entry in gone for name in blobs_of(entry.body)}
        if not names:
            return
        for entry in self._sitting.part(part).ledger.entries():
            names.difference_update(blobs_of(entry.body))
        store = BlobStore(evidence_folder(self._sitting.folder, part))
        aside = evidence_set_aside(self._sitting.folder, part)
        for name in sorted(names):
            store.dispose(name)
            if aside.exists():
                BlobStore(aside).dispose(name)


def prove_two_people(sitting: Sitting) -> None:
    """Look whether every disposal that was agreed to was agreed by another than proposed it."""
    for compartment in KEPT_IN:
        if compartment not in sitting.parts:
            continue
        part = sitting.part(compartment)
        for proposal in proposals_in(part.database, ProposalState.AGREED):
            versions = part.ledger.versions(proposal)
            if not by_two(versions):
                raise DamageError(Where(Damage.RIGHT, compartment, versions[-1].header.number))
