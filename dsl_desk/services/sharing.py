"""Copies for sharing: made from an original that stays as it was, sealed with what is covered."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.custody import (
    EVIDENCE_CLOSED,
    EVIDENCE_FILE,
    EVIDENCE_OPENED,
    Closing,
    Opening,
)
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.keeping_errors import BlobDamagedError
from dsl_desk.domain.plain_picture import covered, read_back, written
from dsl_desk.domain.progress import untold
from dsl_desk.domain.record import Said
from dsl_desk.domain.sharing_copy import SHARING_COPY, Copied, copy_of, said_of_copy
from dsl_desk.domain.stop_errors import NoPictureError, QuarantinedError
from dsl_desk.services.doorway import blob_of, file_of
from dsl_desk.storage.shelves.evidence import beside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.custody import SealedFile
    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.picture import Decoded, Pixels
    from dsl_desk.domain.plain_picture import PlainPicture
    from dsl_desk.domain.progress import Progress
    from dsl_desk.domain.sharing_copy import SharingCopy
    from dsl_desk.domain.sharing_marks import CopyDraft
    from dsl_desk.services.doorway import Looking
    from dsl_desk.services.quarantines import Quarantines
    from dsl_desk.services.viewing_book import ViewingBook
    from dsl_desk.storage.blobs import BlobKey, BlobStore

    Paint: TypeAlias = Callable[[Pixels, CopyDraft], PlainPicture]
    Show: TypeAlias = Callable[[Looking, Progress, int], Decoded]

_CHANGED: Final = frozenset({Thing.EVIDENCE})


@dataclass(frozen=True)
class SealedCopy:
    """A copy that is sealed, and not yet written down."""

    evidence: Evidence
    draft: CopyDraft
    blob: BlobKey = field(repr=False)
    width: int
    height: int
    file: RecordId  # made before saving, so that trying again never makes a second record
    page: int = 0


@dataclass(frozen=True)
class CopyLooking:
    """A copy that stands open: that it was opened is written down already."""

    copy: SharingCopy
    opening: EntryId
    file: SealedFile = field(repr=False)
    store: BlobStore = field(repr=False)

    def picture(self, progress: Progress = untold) -> PlainPicture:
        """Return what it shows, once its fingerprint is proved to the last byte."""
        return KeptPicture(self.copy, self.file, self.store).read(progress)


@dataclass(frozen=True)
class KeptPicture:
    """The picture in a sealed copy. It can be read from any thread: no connection is in it."""

    copy: SharingCopy
    file: SealedFile = field(repr=False)
    store: BlobStore = field(repr=False)

    def read(self, progress: Progress = untold) -> PlainPicture:
        """Return it, once its fingerprint is proved to the last byte."""
        kept = bytearray()
        for chunk in self.chunks():
            kept += chunk
            progress(len(kept), max(len(kept), self.file.length))
        return read_back(bytes(kept))

    def chunks(self) -> Iterator[bytes]:
        """Return it as it is kept, chunk by chunk; BlobDamagedError where it is another."""
        if self.file.sha256.hex() != self.copy.copied.sha256:
            raise BlobDamagedError(self.file.name)
        yield from self.store.read(blob_of(self.file))


class Sharing:
    """What can be asked about copies for sharing."""

    def __init__(self, book: ViewingBook, quarantines: Quarantines) -> None:
        self._book = book
        self._sitting = book.sitting
        self._quarantines = quarantines

    def keep(self, sealed: SealedCopy, entry: EntryId) -> Changed[SharingCopy]:
        """Write a copy down: its lineage, what is covered and why, and the key of its file."""
        problems = sealed.draft.problems()
        if problems:
            raise DraftError(problems)
        record = sealed.evidence.id
        if self._quarantines.holds(record):
            raise QuarantinedError
        part = self._book.part_of(record)
        with self._sitting.writing(part, EntryClass.EVIDENCE) as write:
            write.record(EVIDENCE_FILE, Said(file_of(sealed.blob)), EntryId(sealed.file))
            before = beside(self._sitting.part(part).database, record, SHARING_COPY.name)
            written_down = write.record(
                SHARING_COPY, said_of_copy(_copied(sealed), len(before) + 1), entry
            )
        return Changed(copy_of(written_down), _CHANGED)

    def of(self, evidence: RecordId) -> tuple[SharingCopy, ...]:
        """Return the copies that were made of a piece of evidence, oldest first."""
        part = self._sitting.part(self._book.part_of(evidence))
        found = beside(part.database, evidence, SHARING_COPY.name)
        return tuple(copy_of(part.ledger.newest(record)) for record in found)

    def read(self, copy: RecordId) -> SharingCopy:
        """Return what is written of a copy; its picture stays shut."""
        return copy_of(self._book.newest(copy))

    def open(self, record: RecordId) -> CopyLooking:
        """Open a copy: that it was opened is written down before anything is read."""
        copy = self.read(record)
        if self._quarantines.holds(RecordId(copy.copied.evidence)):
            raise QuarantinedError
        part, opening = self._book.part_of(record), self._fresh()
        file = self._file(copy)
        with self._sitting.writing(part, EntryClass.OPENED) as write:
            write.record(EVIDENCE_OPENED, Said(Opening(record, 1, file.length)), opening)
        return CopyLooking(copy, opening, file, self._quarantines.store(part))

    def closed(self, looking: CopyLooking, seconds: int) -> Changed[None]:
        """Write down that it is shown no longer, and for how long it was."""
        record = looking.copy.id
        with self._sitting.writing(self._book.part_of(record), EntryClass.OPENED) as write:
            said = Closing(record, looking.opening, seconds)
            write.record(EVIDENCE_CLOSED, Said(said), self._fresh())
        return Changed(None, _CHANGED)

    def picture(self, copy: SharingCopy) -> PlainPicture:
        """Return what a copy shows, for a paper that is itself written down."""
        return self._kept(copy).read()

    def proved(self, copy: SharingCopy) -> KeptPicture:
        """Read a sealed copy to its end, and return it shut; BlobDamagedError where it differs."""
        kept = self._kept(copy)
        for _chunk in kept.chunks():
            pass
        return kept

    def _kept(self, copy: SharingCopy) -> KeptPicture:
        store = self._quarantines.store(self._book.part_of(copy.id))
        return KeptPicture(copy, self._file(copy), store)

    def for_paper(self, copy: SharingCopy) -> Callable[[], PlainPicture]:
        """Return what reads a copy in an errand, for a paper that is itself written down."""
        return self._kept(copy).read

    def _file(self, copy: SharingCopy) -> SealedFile:
        entry = self._book.newest(RecordId(copy.copied.file))
        return EVIDENCE_FILE.said(entry).draft

    def _fresh(self) -> EntryId:
        return EntryId(fresh_id(self._sitting.clock.now()))


@dataclass(frozen=True)
class CopyMaker:
    """What makes a copy, from an errand: how an original is shown, and how marks are painted.

    `page` is which page of a paper is copied, counted from 0.
    """

    show: Show
    paint: Paint
    clock: Clock
    page: int = 0

    def seal(self, looking: Looking, draft: CopyDraft, progress: Progress = untold) -> SealedCopy:
        """Prove the original once more, blacken what is covered, and seal what is left.

        What lies under a cover is gone before anything is painted, and long before it is written.
        """
        pixels = self.show(looking, progress, self.page).pixels
        if pixels is None:
            raise NoPictureError
        picture = self.paint(covered(pixels, (mark.area for mark in draft.covers)), draft)
        blob = looking.store.put(io.BytesIO(written(picture)), progress)
        if read_back(b"".join(looking.store.read(blob))) != picture:
            raise BlobDamagedError(blob.name)
        file = RecordId(fresh_id(self.clock.now()))
        size = picture.width, picture.height
        return SealedCopy(looking.evidence, draft, blob, *size, file, self.page)


def _copied(sealed: SealedCopy) -> Copied:
    evidence = sealed.evidence
    return Copied(
        evidence=evidence.id,
        evidence_ref=evidence.ref,
        original=evidence.captured.facts.sha256,
        draft=sealed.draft,
        file=sealed.file,
        sha256=sealed.blob.sha256.hex(),
        size=sealed.blob.length,
        width=sealed.width,
        height=sealed.height,
        page=sealed.page,
    )
