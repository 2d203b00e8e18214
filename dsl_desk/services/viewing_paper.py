"""A decision to look, with its evidence and custody, gathered for paper; every file is proved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.domain.keeping_errors import BlobDamagedError
from dsl_desk.domain.viewing import viewing_of
from dsl_desk.domain.viewing_file import CopyShown, Piece, ViewingFile

if TYPE_CHECKING:
    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.captures import Captures
    from dsl_desk.services.custody import Custody
    from dsl_desk.services.quarantines import Quarantines
    from dsl_desk.services.sharing import Sharing
    from dsl_desk.services.viewings import Viewings


@dataclass(frozen=True)
class ViewingPaper:
    """What a decision is gathered from, before it is printed."""

    viewings: Viewings = field(repr=False)
    evidence: Captures = field(repr=False)
    custody: Custody = field(repr=False)
    quarantines: Quarantines = field(repr=False)
    sharing: Sharing = field(repr=False)

    def file(self, record: RecordId) -> ViewingFile:
        """Return everything about a decision, proved as it is read."""
        book = self.viewings.book
        ledger = book.sitting.part(book.part_of(record)).ledger
        view = self.viewings.open(record)
        return ViewingFile(
            versions=tuple(viewing_of(entry) for entry in ledger.versions(record)),
            answers=view.answers,
            standing=view.standing,
            pieces=tuple(self._piece(each) for each in self.evidence.under(record)),
        )

    def _piece(self, evidence: Evidence) -> Piece:
        """Return a piece for paper, its original proved first; what fails that is written down."""
        if self.quarantines.holds(evidence.id):
            return Piece(evidence, self.custody.trail(evidence.id), set_aside=True)
        try:
            self.evidence.prove(evidence)
            copies = tuple(
                CopyShown(copy, self.sharing.picture(copy)) for copy in self.sharing.of(evidence.id)
            )
        except BlobDamagedError:
            self.evidence.note_mismatch(evidence.id)
            raise
        return Piece(evidence, self.custody.trail(evidence.id), copies=copies)
