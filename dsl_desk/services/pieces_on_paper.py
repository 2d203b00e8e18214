"""What goes out on paper of evidence: each piece proved first, and written down beside it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dsl_desk.domain.custody import EVIDENCE_PRINTED
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.keeping_errors import BlobDamagedError
from dsl_desk.domain.record import Said
from dsl_desk.domain.viewing_file import CopyShown, Piece

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.custody import Printed
    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.services.captures import Captures
    from dsl_desk.services.custody import Custody
    from dsl_desk.services.quarantines import Quarantines
    from dsl_desk.services.sharing import Sharing
    from dsl_desk.storage.writing import Write


@dataclass(frozen=True)
class PiecesOnPaper:
    """What a paper needs to tell of evidence with its custody."""

    evidence: Captures = field(repr=False)
    custody: Custody = field(repr=False)
    quarantines: Quarantines = field(repr=False)
    sharing: Sharing = field(repr=False)

    def piece(self, evidence: Evidence) -> Piece:
        """Return a piece with its custody, its original proved first; of what is set aside that.

        What is not as it was sealed is written down, and stops the paper.
        """
        trail = self.custody.trail(evidence.id)
        if self.quarantines.holds(evidence.id):
            return Piece(evidence, trail, set_aside=True)
        try:
            self.evidence.prove(evidence)
        except BlobDamagedError:
            self.evidence.note_mismatch(evidence.id)
            raise
        return Piece(evidence, trail)

    def with_copies(self, evidence: Evidence) -> Piece:
        """Return a piece with the copies for sharing that were made of it, proved as it is.

        Their pictures stay shut until their page is drawn: a hundred of them would fill the memory.
        """
        piece = self.piece(evidence)
        if piece.set_aside:
            return piece
        try:
            copies = tuple(
                CopyShown(copy, self.sharing.proved(copy).read)
                for copy in self.sharing.of(evidence.id)
            )
        except BlobDamagedError:
            self.evidence.note_mismatch(evidence.id)
            raise
        return replace(piece, copies=copies)


def note_beside(write: Write, clock: Clock, printed: Iterable[Printed]) -> None:
    """Write beside each piece that it went out on a paper, in the Write of that paper."""
    for one in printed:
        write.record(EVIDENCE_PRINTED, Said(one), EntryId(fresh_id(clock.now())))
