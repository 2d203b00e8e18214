"""Everything on the page of an allegation: itself, until when it is kept, its evidence."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.allegation_choices import AllegationStepSort
from dsl_desk.domain.allegation_step import AllegationStepDraft
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import RecordDisposedError, RecordMissingError
from dsl_desk.domain.evidence import EVIDENCE, evidence_of
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.keeping_facts import facts_of
from dsl_desk.domain.kept_facts import DAY, Facts
from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.threshold import Answer
from dsl_desk.domain.viewing import VIEWING, viewing_of
from dsl_desk.storage.shelves.keeping import Family, KeptRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.allegation_step import AllegationStep
    from dsl_desk.domain.allegation_view import AllegationView
    from dsl_desk.domain.changes import Changed
    from dsl_desk.domain.disposal import Proposal
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.keeping_words import Kept
    from dsl_desk.domain.written import Written
    from dsl_desk.services.allegations import Allegations
    from dsl_desk.services.keeping import Keeping
    from dsl_desk.services.looks import Looks

_STAFF: Final = Compartment.STAFF
_OFFERED: Final = 40  # the newest of each sort; whoever looks for an older one has its reference
_RECORD: Final = "evidence"  # the answer of a step that links one
_UNLINKED: Final = "unlinked"  # yes, where it does so no more
_NO_MORE: Final = "No longer linked. "


@dataclass(frozen=True)
class Piece:
    """A decision to look or a piece of evidence, as a line. `gone` where it is kept no more."""

    record: RecordId
    ref: str
    words: str = field(repr=False)
    gone: bool = False


@dataclass(frozen=True)
class CaseSeen:
    """The whole page."""

    view: AllegationView
    kept: Kept
    linked: tuple[Piece, ...] = field(repr=False)
    offered: tuple[Piece, ...] = field(repr=False)
    going: Proposal | None = None  # proposed for disposal, where the case is sealed


class CaseFile:
    """What can be asked about a case as a whole, wherever its allegation is kept."""

    def __init__(self, allegations: Allegations, keeping: Keeping, looks: Looks) -> None:
        self._allegations = allegations
        self._retention = keeping.retention
        self._sealed = keeping.sealed
        self._looks = looks

    def open(self, record: RecordId) -> CaseSeen:
        """Return all of it; that the allegation was opened is written down once in a sitting."""
        view = self._allegations.open(record)
        linked = tuple(self._linked(view))
        known = {one.record for one in linked}
        offered = tuple(one for one in self._there() if one.record not in known)
        going = self._sealed.of(record) if view.line.sealed else None
        return CaseSeen(view, self._kept(view), linked, offered, going)

    def link(self, record: RecordId, evidence: RecordId, entry: EntryId) -> Changed[AllegationStep]:
        """Write down, in the case alone, that a decision or a piece of evidence belongs to it."""
        piece = self._piece(evidence)
        draft = AllegationStepDraft(
            sort=AllegationStepSort.EVIDENCE,
            at=wall_clock(self._looks.viewings.book.sitting.clock.now()),
            words=f"{piece.ref}: {piece.words}",
            reference=piece.ref,
            answers={_RECORD: piece.record},
        )
        return self._allegations.step(record, draft, entry)

    def unlink(
        self, record: RecordId, evidence: RecordId, reason: str, entry: EntryId
    ) -> Changed[AllegationStep]:
        """Write down that it does not belong to the case after all, and why. It stays what it was.

        The step that linked it says so from now on, and what it said before stands beside it.
        """
        steps = self._allegations.open(record).line.steps
        step = next((one for one in steps if linked_by(one) == evidence), None)
        if step is None:
            raise RecordMissingError
        no_more = {**step.draft.answers, _UNLINKED: Answer.YES.value}
        draft = replace(step.draft, answers=no_more, words=f"{_NO_MORE}{step.draft.words}")
        return self._allegations.change_step(step, draft, reason, entry)

    def _linked(self, view: AllegationView) -> Iterator[Piece]:
        for step in view.line.steps:
            if record := linked_by(step):
                try:
                    yield self._piece(record)
                except (RecordDisposedError, RecordMissingError):
                    yield Piece(record, step.draft.reference, step.draft.words, gone=True)

    def _there(self) -> Iterator[Piece]:
        for part in reversed(self._looks.parts()):  # what is about adults lies in Staff
            yield from map(_piece_of, self._newest(part))

    def _newest(self, part: Compartment) -> Iterator[Entry]:
        book = self._looks.viewings.book
        for evidence in self._looks.evidence.page(0, _OFFERED, part).rows:
            if not self._looks.quarantines.holds(evidence.id):
                yield book.newest(evidence.id)
        for view in self._looks.viewings.page(0, _OFFERED, part).rows:
            yield book.newest(view.viewing.id)

    def _piece(self, record: RecordId) -> Piece:
        return _piece_of(self._looks.viewings.book.newest(record))

    def _kept(self, view: AllegationView) -> Kept:
        line = view.line
        if not line.sealed:
            return self._retention.of(line.allegation.written.id)
        record = line.allegation.written.id
        row = _row(line.allegation.written)
        beside = tuple(_row(step.written) for step in line.steps)
        kept = self._retention.reckoned(_STAFF, Family(row, beside))
        return self._sealed.standing(kept, record)


def linked_by(step: AllegationStep) -> RecordId | None:
    """Return the piece of evidence that a step links; None where it links nothing, or no more."""
    if step.sort is not AllegationStepSort.EVIDENCE or step.draft.answer(_UNLINKED):
        return None
    return RecordId(step.draft.answer(_RECORD))


def _piece_of(entry: Entry) -> Piece:
    if entry.body.kind == EVIDENCE.name:
        evidence = evidence_of(entry)
        return Piece(evidence.id, evidence.ref, evidence.captured.said.shows)
    if entry.body.kind != VIEWING.name:
        raise RecordMissingError
    viewing = viewing_of(entry)
    words = f"Decision about the account of {viewing.draft.whose.name}"
    return Piece(viewing.id, viewing.ref, words)


def _row(written: Written) -> KeptRow:
    made = written.written_at[:DAY]
    facts = facts_of(written) or Facts(made)
    return KeptRow(written.id, written.body.kind, facts, made)
