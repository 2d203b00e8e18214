"""The signed papers of declarations: scans kept sealed and looked at again, and where they lie.

In a sealed slot no file is kept: a file beside the slots, whose size and day anybody sees who has
the folder, would tell that something lies in one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import DraftError, Problem, RecordMissingError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.record import Said
from dsl_desk.domain.signed_paper import (
    SIGNED_PAPER,
    SignedPaper,
    SignedPaperDraft,
    SignedPapersOf,
)
from dsl_desk.domain.written import Written
from dsl_desk.services.allegation_homes import opened_act
from dsl_desk.services.papers import content_of, take_in
from dsl_desk.services.places import evidence_folder
from dsl_desk.storage.blobs import BlobStore

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.ids import EntryId
    from dsl_desk.services.declarations import Declarations
    from dsl_desk.services.sitting import Sitting

_PART: Final = Compartment.DECLARATIONS
_CHANGED: Final = frozenset({Thing.STEPS})


class SignedPapers:
    """What can be asked about the signed paper of a declaration, in the part or sealed."""

    def __init__(self, sitting: Sitting, declarations: Declarations) -> None:
        self._sitting = sitting
        self._declarations = declarations

    def of(self, declaration: RecordId) -> SignedPapersOf:
        """Return what is kept, oldest first. Nothing of a scan is opened by this."""
        home = self._declarations.home(declaration)
        sealed = home.row is not None
        may_keep = sealed or self._sitting.may_write(_PART, SIGNED_PAPER.entry_class)
        papers = tuple(SignedPaper.of(one) for one in home.papers(declaration))
        return SignedPapersOf(papers, may_keep, sealed)

    def keep(
        self, draft: SignedPaperDraft, source: Path | None, entry: EntryId
    ) -> Changed[SignedPaper]:
        """Write down where the paper lies, and seal its scan; its file stays where it is."""
        declaration = RecordId(draft.declaration)
        home, problems = self._declarations.home(declaration), draft.problems()
        if home.row is not None and source is not None:
            problems = (*problems, Problem("scan", "no_file_in_a_slot"))
        if problems:
            raise DraftError(problems)
        if home.row is not None or source is None:
            written = home.add(SIGNED_PAPER, Said(draft), entry, declaration)
        else:
            with self._sitting.writing(_PART, SIGNED_PAPER.entry_class) as write:
                scan = take_in(declaration, source, self._store())
                said = Said(SignedPaperDraft(declaration, draft.lies, scan))
                written = Written.of(write.record(SIGNED_PAPER, said, entry))
        return Changed(SignedPaper.of(written), _CHANGED)

    def read(self, paper: SignedPaper) -> Changed[bytes]:
        """Return a scan as it came, once it is written down that it was opened."""
        scan = paper.draft.scan
        if scan is None:
            raise RecordMissingError
        content = content_of(scan, self._store())
        self._declarations.note(
            RecordId(scan.of), opened_act(self._sitting, paper.written.id, scan.length)
        )
        return Changed(content, frozenset({Thing.VAULT}))

    def _store(self) -> BlobStore:
        return BlobStore(evidence_folder(self._sitting.folder, _PART))
