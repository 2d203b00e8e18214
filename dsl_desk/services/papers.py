"""Papers: scans of notes, kept sealed beside a concern and given out again as they came."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.disk import disk_told_as_facts
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.keeping_errors import PaperRefusedError
from dsl_desk.domain.paper import LARGEST, MEGA, PAPER, PaperDraft, paper_of, said_of_paper
from dsl_desk.services.places import evidence_folder
from dsl_desk.storage.blobs import BlobKey, BlobStore
from dsl_desk.storage.shelves.steps import records_of

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.paper import Paper
    from dsl_desk.services.concerns import Concerns
    from dsl_desk.services.sitting import Sitting

_ENDING: Final = 8


class Papers:
    """What can be asked about papers. Nothing here looks into one: bytes in, bytes out."""

    def __init__(self, sitting: Sitting, concerns: Concerns) -> None:
        self._sitting = sitting
        self._concerns = concerns

    def keep(self, concern: RecordId, source: Path, entry: EntryId) -> Changed[Paper]:
        """Take a file in as it is, sealed. The file it came from stays where it lies."""
        part = self._concerns.part_of(concern)
        with self._sitting.writing(part, EntryClass.CONCERN) as write:
            draft = take_in(concern, source, self._store(part))
            written = write.record(PAPER, said_of_paper(draft), entry)
        return Changed(paper_of(written), frozenset({Thing.STEPS}))

    def of(self, concern: RecordId) -> tuple[Paper, ...]:
        """Return the papers of a concern, oldest first."""
        part = self._sitting.part(self._concerns.part_of(concern))
        papers = records_of(part.database, PAPER.name, concern)
        return tuple(paper_of(part.ledger.newest(paper)) for paper in papers)

    def take_out(self, paper: Paper) -> Changed[bytes]:
        """Return what was taken in, once it is written down that it was given out."""
        part, draft = self._concerns.part_of(RecordId(paper.draft.of)), paper.draft
        content = content_of(draft, self._store(part))
        body = Body("export", 1, fields={"record": paper.id, "version": 1, "sha256": draft.sha256})
        name = fresh_id(self._sitting.clock.now())
        with self._sitting.writing(part, EntryClass.EXPORT) as write:
            write.enter(Act(EntryId(name), RecordId(name), EntryClass.EXPORT, body))
        return Changed(content, frozenset({Thing.VAULT}))

    def _store(self, part: Compartment) -> BlobStore:
        return BlobStore(evidence_folder(self._sitting.folder, part))


def take_in(of: RecordId, source: Path, store: BlobStore) -> PaperDraft:
    """Seal a file as it is, and return what finds, opens and proves it."""
    with disk_told_as_facts(), source.open("rb") as stream:
        length = source.stat().st_size
        if not 0 < length <= LARGEST:
            raise PaperRefusedError(-(-length // MEGA), LARGEST // MEGA)
        blob = store.put(stream)
    return PaperDraft(
        of=of,
        name=blob.name,
        key=blob.key.hex(),
        sha256=blob.sha256.hex(),
        length=blob.length,
        ending=source.suffix.lower()[:_ENDING],
    )


def content_of(draft: PaperDraft, store: BlobStore) -> bytes:
    """Return what was taken in, proved to its last byte."""
    key, digest = bytes.fromhex(draft.key), bytes.fromhex(draft.sha256)
    return b"".join(store.read(BlobKey(draft.name, key, digest, draft.length)))
