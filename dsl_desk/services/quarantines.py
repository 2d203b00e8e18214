"""Captured by mistake: set aside unseen, what the police said, and removing it as they advise."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import what_is_wrong
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_draft import LONGEST_NOTE
from dsl_desk.domain.custody import EVIDENCE_FILE
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, Problem, RecordDisposedError
from dsl_desk.domain.evidence import evidence_of
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.quarantine import (
    QUARANTINE,
    RUNG,
    QuarantineDraft,
    quarantine_of,
    said_of_quarantine,
)
from dsl_desk.domain.sharing_copy import SHARING_COPY, copy_of
from dsl_desk.domain.snapshot import SNAPSHOT
from dsl_desk.domain.stop_errors import PoliceFirstError
from dsl_desk.services.places import evidence_folder, evidence_set_aside
from dsl_desk.storage.blobs import BlobStore
from dsl_desk.storage.shelves.copies import copies_between
from dsl_desk.storage.shelves.evidence import beside, evidence_in, evidence_with, newest_beside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dsl_desk.domain.custody import SealedFile
    from dsl_desk.domain.quarantine import Quarantine
    from dsl_desk.domain.snapshot import SnapshotView
    from dsl_desk.services.viewing_book import ViewingBook

_CHANGED: Final = frozenset({Thing.EVIDENCE})
_TOO: Final = "The same picture was set aside in another record."  # and not in which


class Quarantines:
    """What can be asked about what should never have been captured."""

    def __init__(self, book: ViewingBook) -> None:
        self._book = book
        self._sitting = book.sitting
        self.sitting = book.sitting
        self._stores: dict[Compartment, BlobStore] = {}

    def store(self, part: Compartment) -> BlobStore:
        """Return the one store of a part's files."""
        if part not in self._stores:
            self._stores[part] = BlobStore(evidence_folder(self._sitting.folder, part))
        return self._stores[part]

    def set_aside(self, evidence: RecordId, why: str, entry: EntryId) -> Changed[Quarantine]:
        """Set a piece of evidence aside, unseen. Whatever shares its file goes with it.

        So does the same picture in every other record this member may write in.
        """
        if code := what_is_wrong(why, LONGEST_NOTE):
            raise DraftError((Problem("why", code),))
        part = self._book.part_of(evidence)
        there = self.of(evidence)
        if there is not None:
            return Changed(there, _CHANGED)
        with self._sitting.writing(part, EntryClass.EVIDENCE) as write:
            draft = QuarantineDraft(evidence, why)
            written = write.record(QUARANTINE, said_of_quarantine(draft), entry)
        self._move(part, evidence)
        for twin in self.twins(evidence):
            where = self._book.part_of(twin)
            if self._sitting.may_write(where, EntryClass.EVIDENCE):
                self._set_aside_too(where, twin)
        return Changed(quarantine_of(written), _CHANGED)

    def write_advice(
        self, of: Quarantine, draft: QuarantineDraft, entry: EntryId
    ) -> Changed[Quarantine]:
        """Write down whom the police put on it, when, under which reference, and their advice."""
        problems = draft.problems_at(self._sitting.clock.now())
        if problems:
            raise DraftError(problems)
        said = replace(of.draft, **{name: getattr(draft, name) for name in RUNG})
        return self._next(of, said, draft.advice, entry)

    def remove(self, of: Quarantine, entry: EntryId) -> Changed[Quarantine]:
        """Destroy the file and its key, as the police advised; the record of it all stays."""
        if not of.draft.rung:
            raise PoliceFirstError
        evidence = RecordId(of.draft.evidence)
        part = self._book.part_of(evidence)
        kept = evidence_of(self._book.newest(evidence))
        removed = replace(of.draft, removed_at=wall_clock(self._sitting.clock.now()))
        with self._sitting.writing(part, EntryClass.DISPOSAL) as write:
            said = said_of_quarantine(removed)
            written = write.version(QUARANTINE, said, of.entry.id, of.draft.advice, entry)
            names = []
            for file in (RecordId(kept.captured.file), *self._copies(part, evidence)):
                names.append(self._named(part, file).name)
                write.dispose(file, of.draft.advice)
        for name in names:
            BlobStore(self._aside(part)).dispose(name)
            self.store(part).dispose(name)
        return Changed(quarantine_of(written), _CHANGED)

    def of(self, evidence: RecordId) -> Quarantine | None:
        """Return the quarantine of a piece of evidence, or of another that shares its file."""
        part = self._sitting.part(self._book.part_of(evidence))
        file = evidence_of(part.ledger.newest(evidence)).captured.file
        for record in evidence_in(part.database, file):
            for found in beside(part.database, record, QUARANTINE.name):
                return quarantine_of(part.ledger.newest(found))
        return None

    def holds(self, evidence: RecordId) -> bool:
        """Tell whether a piece is in quarantine, was removed out of it, or is to follow one."""
        return self.of(evidence) is not None or self.is_to_follow(evidence)

    def is_to_follow(self, evidence: RecordId) -> bool:
        """Tell whether the same picture was set aside in another record this member can read."""
        return any(self.of(twin) is not None for twin in self._same(evidence))

    def twins(self, evidence: RecordId) -> tuple[RecordId, ...]:
        """Return the same picture in other records this member can read, not yet set aside."""
        return tuple(twin for twin in self._same(evidence) if self.of(twin) is None)

    def to_follow(self) -> tuple[RecordId, ...]:
        """Return what is to be set aside here, because it was elsewhere: by whoever may write."""
        return tuple(
            dict.fromkeys(
                twin
                for aside in self._all()
                for twin in self.twins(RecordId(aside.draft.evidence))
                if self._sitting.may_write(self._book.part_of(twin), EntryClass.EVIDENCE)
            )
        )

    def lies_unseen(self, evidence: RecordId) -> str:
        """Return from which piece it was taken over, if that lies where this member cannot read."""
        lineage = evidence_of(self._book.newest(evidence)).captured.lineage
        refs = [evidence_of(self._book.newest(twin)).ref for twin in self._same(evidence)]
        return lineage.ref if lineage and lineage.ref not in refs else ""

    def open(self) -> tuple[Quarantine, ...]:
        """Return those about which the police were not rung yet, newest first."""
        return tuple(one for one in self._all() if not one.draft.rung)

    def copies_that_hold(self, of: Quarantine) -> tuple[SnapshotView, ...]:
        """Return the copies of the vault that were made while the file lay among the evidence."""
        if Compartment.SCHOOL not in self._sitting.parts:
            return ()
        captured = self._book.sitting.part(self._book.part_of(RecordId(of.draft.evidence)))
        first = captured.ledger.versions(RecordId(of.draft.evidence))[0].header.hlc
        aside = captured.ledger.versions(of.id)[0].header.hlc
        school = self._sitting.part(Compartment.SCHOOL)
        found = copies_between(school.database, SNAPSHOT.name, first, aside)
        return tuple(SNAPSHOT.said(school.ledger.known(entry)).draft for entry in found)

    def settle(self) -> None:
        """Move what a killed desk wrote down as set aside, and had no time to move."""
        for opened in self._book.opened():
            for record in newest_beside(opened.database, QUARANTINE.name):
                found = quarantine_of(opened.ledger.newest(record))
                self._move(opened.compartment, RecordId(found.draft.evidence))

    def _all(self) -> tuple[Quarantine, ...]:
        return tuple(
            quarantine_of(part.ledger.newest(record))
            for part in self._book.opened()
            for record in newest_beside(part.database, QUARANTINE.name)
        )

    def _same(self, evidence: RecordId) -> tuple[RecordId, ...]:
        """Return the other pieces with the same fingerprint, whatever part they are in."""
        sha256 = evidence_of(self._book.newest(evidence)).captured.facts.sha256
        found = (evidence_with(part.database, sha256) for part in self._book.opened())
        return tuple(one for records in found for one in records if one != evidence)

    def _set_aside_too(self, part: Compartment, evidence: RecordId) -> None:
        entry = EntryId(fresh_id(self._sitting.clock.now()))
        with self._sitting.writing(part, EntryClass.EVIDENCE) as write:
            write.record(QUARANTINE, said_of_quarantine(QuarantineDraft(evidence, _TOO)), entry)
        self._move(part, evidence)

    def _move(self, part: Compartment, evidence: RecordId) -> None:
        own = RecordId(evidence_of(self._book.newest(evidence)).captured.file)
        for file in (own, *self._copies(part, evidence)):
            with suppress(RecordDisposedError):  # removed already: there is nothing to move
                self.store(part).set_aside(self._named(part, file).name, self._aside(part))

    def _copies(self, part: Compartment, evidence: RecordId) -> Iterator[RecordId]:
        """Return the files of every copy for sharing, of whatever shares its file with it."""
        opened = self._sitting.part(part)
        file = evidence_of(opened.ledger.newest(evidence)).captured.file
        for record in evidence_in(opened.database, file):
            for copy in beside(opened.database, record, SHARING_COPY.name):
                yield RecordId(copy_of(opened.ledger.newest(copy)).copied.file)

    def _named(self, part: Compartment, file: RecordId) -> SealedFile:
        return EVIDENCE_FILE.said(self._sitting.part(part).ledger.newest(file)).draft

    def _aside(self, part: Compartment) -> Path:
        return evidence_set_aside(self._sitting.folder, part)

    def _next(
        self, of: Quarantine, draft: QuarantineDraft, reason: str, entry: EntryId
    ) -> Changed[Quarantine]:
        part = self._book.part_of(RecordId(of.draft.evidence))
        with self._sitting.writing(part, EntryClass.EVIDENCE) as write:
            said = said_of_quarantine(draft)
            written = write.version(QUARANTINE, said, of.entry.id, reason, entry)
        return Changed(quarantine_of(written), _CHANGED)
