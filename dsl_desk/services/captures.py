"""Evidence: letting a file in behind a fresh No, keeping it sealed, and opening it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import what_is_wrong
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_draft import LONGEST_NOTE
from dsl_desk.domain.custody import (
    EVIDENCE_CLOSED,
    EVIDENCE_FILE,
    EVIDENCE_MISMATCH,
    EVIDENCE_OPENED,
    Closing,
    Mismatch,
    Opening,
)
from dsl_desk.domain.doubts import doubts_about
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, NotEntitledError, Problem
from dsl_desk.domain.evidence import (
    EVIDENCE,
    Captured,
    FileFacts,
    evidence_of,
    said_of_evidence,
)
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.page import Page
from dsl_desk.domain.record import Said
from dsl_desk.domain.stop_errors import (
    NotOpenError,
    NotTheLookerError,
    QuarantinedError,
    StopError,
    StopTrouble,
)
from dsl_desk.domain.viewing import VIEWING
from dsl_desk.domain.viewing_standing import Standing
from dsl_desk.services.doorway import Doorway, Looking, blob_of, file_of
from dsl_desk.services.refs import fill_for, next_ref
from dsl_desk.storage.shelves.evidence import (
    EVIDENCE_LIST,
    evidence_of_concern,
    evidence_under,
    evidence_with,
    page_of_evidence,
)
from dsl_desk.storage.shelves.shelf import how_many

if TYPE_CHECKING:
    from dsl_desk.domain.custody import SealedFile
    from dsl_desk.domain.evidence import Evidence, EvidenceDraft
    from dsl_desk.domain.stop import Stop
    from dsl_desk.services.doorway import Sealed
    from dsl_desk.services.quarantines import Quarantines
    from dsl_desk.services.viewings import Viewings
    from dsl_desk.storage.part import Part

_CHANGED: Final = frozenset({Thing.EVIDENCE})


class Captures:
    """What can be asked about evidence, in every part this member can read."""

    def __init__(self, viewings: Viewings, quarantines: Quarantines) -> None:
        self._viewings = viewings
        self._book = viewings.book
        self._sitting = viewings.book.sitting
        self._quarantines = quarantines
        self._given: set[str] = set()

    def let_in(self, stop: Stop) -> Doorway:
        """Open the doorway of a fresh No, once; nothing of a file has been read before this."""
        stop.refuse_unless_no(self._sitting.clock.now())
        if stop.id in self._given:
            raise StopError(StopTrouble.USED)
        basis = self._book.basis(RecordId(stop.basis))
        if not self._sitting.may_write(basis.part, EntryClass.EVIDENCE):
            raise NotEntitledError(basis.part)
        self._refuse_unless_open(RecordId(stop.basis))
        if basis.looker and basis.looker != self._sitting.member.id:
            raise NotTheLookerError
        self._given.add(stop.id)
        return Doorway(stop, basis, self._quarantines.store(basis.part), self._sitting.clock)

    def keep(self, sealed: Sealed, draft: EvidenceDraft, entry: EntryId) -> Changed[Evidence]:
        """Write a capture down: what it shows, its facts, and the key of its file, in one Write.

        The same bytes again are one file and two pieces of evidence.
        """
        problems = draft.problems_at(self._sitting.clock.now())
        if problems:
            raise DraftError(problems)
        here, year = self._sitting.part(sealed.basis.part), self._sitting.clock.now().year
        fill_for(here, EVIDENCE.name, year)
        there = self._same_file(here, sealed)
        with self._sitting.writing(sealed.basis.part, EntryClass.EVIDENCE) as write:
            if there is None:
                write.record(EVIDENCE_FILE, Said(file_of(sealed.blob)), EntryId(sealed.file))
            captured = _captured(sealed, draft, there or sealed.file)
            ref = next_ref(here, EVIDENCE.name, year)
            written = write.record(EVIDENCE, said_of_evidence(captured, ref), entry)
        if there is not None:
            self._quarantines.store(sealed.basis.part).dispose(sealed.blob.name)
        return Changed(evidence_of(written), _CHANGED)

    def describe(
        self, of: Evidence, draft: EvidenceDraft, reason: str, entry: EntryId
    ) -> Changed[Evidence]:
        """Say anew what it shows, and why; the file and its facts stay as they are."""
        code = what_is_wrong(reason, LONGEST_NOTE)
        problems = draft.problems_at(self._sitting.clock.now())
        if problems or code:
            raise DraftError((*problems, *((Problem("reason", code),) if code else ())))
        captured = replace(of.captured, said=draft)
        with self._sitting.writing(self._book.part_of(of.id), EntryClass.EVIDENCE) as write:
            said = said_of_evidence(captured, of.ref)
            written = write.version(EVIDENCE, said, of.entry.id, reason.strip(), entry)
        return Changed(evidence_of(written), _CHANGED)

    def read(self, record: RecordId) -> Evidence:
        """Return what is written of a piece of evidence; its picture stays shut."""
        return evidence_of(self._book.newest(record))

    def open(self, record: RecordId) -> Looking:
        """Open a piece of evidence: that it was opened is written down before anything is read."""
        if self._quarantines.holds(record):
            raise QuarantinedError
        evidence, part = self.read(record), self._book.part_of(record)
        file = self._file(part, evidence)
        opening = self._fresh()
        said = Opening(record, evidence.version, file.length)
        with self._sitting.writing(part, EntryClass.OPENED) as write:
            write.record(EVIDENCE_OPENED, Said(said), opening)
        return Looking(evidence, opening, file, self._quarantines.store(part), part)

    def for_paper(self, evidence: Evidence) -> Looking:
        """Return what a copy on paper reads it by; whoever makes the copy writes that down."""
        part = self._book.part_of(evidence.id)
        file, store = self._file(part, evidence), self._quarantines.store(part)
        return Looking(evidence, EntryId(""), file, store, part)

    def closed(self, looking: Looking, seconds: int) -> Changed[None]:
        """Write down that it is shown no longer, and for how long it was."""
        record = looking.evidence.id
        said = Closing(record, looking.opening, seconds)
        with self._sitting.writing(self._book.part_of(record), EntryClass.OPENED) as write:
            write.record(EVIDENCE_CLOSED, Said(said), self._fresh())
        return Changed(None, _CHANGED)

    def note_mismatch(self, record: RecordId) -> Changed[None]:
        """Write down that its file was found missing, cut short or altered."""
        with self._sitting.writing(self._book.part_of(record), EntryClass.OPENED) as write:
            write.record(EVIDENCE_MISMATCH, Said(Mismatch(record)), self._fresh())
        return Changed(None, _CHANGED)

    def prove(self, evidence: Evidence) -> None:
        """Read a sealed file to its end; BlobDamagedError where it is not as it was sealed."""
        part = self._book.part_of(evidence.id)
        for _chunk in self._quarantines.store(part).read(blob_of(self._file(part, evidence))):
            pass

    def page(
        self, first: int, count: int, part: Compartment = Compartment.CHILDREN
    ) -> Page[Evidence]:
        """Return a stretch of the evidence of one part, newest first."""
        opened = self._sitting.part(part)
        records = page_of_evidence(opened.database, first, count)
        found = tuple(evidence_of(opened.ledger.newest(record)) for record in records)
        return Page(found, first, how_many(opened.database, EVIDENCE_LIST))

    def under(self, basis: RecordId) -> tuple[Evidence, ...]:
        """Return what was captured under a decision, oldest first."""
        part = self._sitting.part(self._book.part_of(basis))
        found = evidence_under(part.database, basis)
        return tuple(evidence_of(part.ledger.newest(record)) for record in found)

    def of_concern(self, concern: RecordId) -> tuple[Evidence, ...]:
        """Return the evidence of a concern, oldest first."""
        return tuple(
            evidence_of(part.ledger.newest(record))
            for part in self._book.opened()
            for record in evidence_of_concern(part.database, concern)
        )

    def _refuse_unless_open(self, basis: RecordId) -> None:
        entry = self._book.newest(basis)
        if entry.body.kind == VIEWING.name:
            standing = self._viewings.open(basis).standing
            if standing is not Standing.OPEN:
                raise NotOpenError(standing)

    def _same_file(self, part: Part, sealed: Sealed) -> RecordId | None:
        """Return the record of a sealed file with the same bytes, if one can still be opened."""
        for record in evidence_with(part.database, sealed.blob.sha256.hex()):
            file = RecordId(evidence_of(part.ledger.newest(record)).captured.file)
            if not self._quarantines.holds(record) and file != sealed.file:
                return file
        return None

    def _file(self, part: Compartment, evidence: Evidence) -> SealedFile:
        entry = self._sitting.part(part).ledger.newest(RecordId(evidence.captured.file))
        return EVIDENCE_FILE.said(entry).draft

    def _fresh(self) -> EntryId:
        return EntryId(fresh_id(self._sitting.clock.now()))


def _captured(sealed: Sealed, draft: EvidenceDraft, file: RecordId) -> Captured:
    basis = sealed.basis
    return Captured(
        said=draft,
        facts=_facts(sealed, draft.seen_at),
        stop=sealed.stop.fields(),
        basis=basis.record,
        basis_ref=basis.ref,
        file=file,
        concern=basis.concern,
        people=basis.people,
    )


def _facts(sealed: Sealed, seen_at: str) -> FileFacts:
    known = FileFacts(
        sha256=sealed.blob.sha256.hex(),
        size=sealed.blob.length,
        name=sealed.name,
        captured_at=sealed.at.isoformat(timespec="seconds"),
        sort=sealed.sort,
    )
    if sealed.decoded is None:
        return known
    picture, trouble = sealed.decoded.facts, sealed.decoded.trouble
    taken = picture.taken_at
    return replace(
        known,
        width=picture.width,
        height=picture.height,
        taken_at="" if taken is None else taken.isoformat(timespec="seconds"),
        exif=picture.exif,
        likeness=picture.likeness,
        spots=picture.spots,
        odd=picture.odd,
        doubts=doubts_about(picture, seen_at),
        trouble="" if trouble is None else trouble.value,
    )
