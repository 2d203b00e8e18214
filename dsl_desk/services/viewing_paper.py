"""A decision to look on paper, with its evidence and custody; every file is proved first."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.custody import EVIDENCE_PRINTED, Printed
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.keeping_errors import BlobDamagedError
from dsl_desk.domain.record import Said
from dsl_desk.domain.viewing import viewing_of
from dsl_desk.domain.viewing_file import CopyShown, Piece, ViewingFile

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.packing import Json
    from dsl_desk.services.captures import Captures
    from dsl_desk.services.concern_paper import ConcernPaper
    from dsl_desk.services.custody import Custody
    from dsl_desk.services.quarantines import Quarantines
    from dsl_desk.services.sharing import Sharing
    from dsl_desk.services.viewings import Viewings

_EXPORT_KIND: Final = "export"


@dataclass(frozen=True)
class ViewingPaper:
    """What is needed to print a decision."""

    viewings: Viewings = field(repr=False)
    evidence: Captures = field(repr=False)
    custody: Custody = field(repr=False)
    quarantines: Quarantines = field(repr=False)
    printing: ConcernPaper = field(repr=False)
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

    def make_pdf(self, record: RecordId) -> Changed[bytes]:
        """Return a copy on paper, once each original is proved and the copy is written down."""
        from dsl_desk.documents.leaf import Checked, Made  # noqa: PLC0415 reportlab is slow to import and seldom needed
        from dsl_desk.documents.viewing import print_viewing  # noqa: PLC0415 as above

        file = self.file(record)
        book = self.viewings.book
        part = book.part_of(record)
        looked = self.printing.look(part)
        checked = Checked(looked.checked, looked.of, whole=looked.where is None)
        made = Made(book.sitting.member, book.sitting.clock.now(), self.printing.fonts, checked)
        pdf = print_viewing(file, self.printing.face, made)
        self._write_down(file, part, hashlib.sha256(pdf).hexdigest())
        return Changed(pdf, frozenset({Thing.VAULT, Thing.EVIDENCE}))

    def _write_down(self, file: ViewingFile, part: Compartment, sha256: str) -> None:
        """Write down that the paper was made, and beside each piece that it went out on it."""
        sitting, viewing = self.viewings.book.sitting, file.viewing
        copy: dict[str, Json] = {
            "record": viewing.id,
            "version": viewing.version,
            "sha256": sha256,
        }
        name = fresh_id(sitting.clock.now())
        body = Body(_EXPORT_KIND, 1, fields=copy)
        with sitting.writing(part, EntryClass.EXPORT) as write:
            write.enter(Act(EntryId(name), RecordId(name), EntryClass.EXPORT, body))
            for piece in file.pieces:
                copies = tuple(shown.copy.id for shown in piece.copies)
                said = Printed(piece.evidence.id, viewing.id, viewing.ref, sha256, copies)
                fresh = EntryId(fresh_id(sitting.clock.now()))
                write.record(EVIDENCE_PRINTED, Said(said), fresh)

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
