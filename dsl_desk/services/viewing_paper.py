"""A decision to look on paper, with its evidence and custody; every file is proved first."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.custody import Printed
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.viewing import viewing_of
from dsl_desk.domain.viewing_file import ViewingFile
from dsl_desk.services.pieces_on_paper import note_beside

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.packing import Json
    from dsl_desk.services.concern_paper import ConcernPaper
    from dsl_desk.services.pieces_on_paper import PiecesOnPaper
    from dsl_desk.services.viewings import Viewings

_EXPORT_KIND: Final = "export"


@dataclass(frozen=True)
class ViewingPaper:
    """What is needed to print a decision."""

    viewings: Viewings = field(repr=False)
    pieces: PiecesOnPaper = field(repr=False)
    printing: ConcernPaper = field(repr=False)

    def file(self, record: RecordId, *, copies: bool = False) -> ViewingFile:
        """Return everything about a decision, each original proved as it is read."""
        book = self.viewings.book
        ledger = book.sitting.part(book.part_of(record)).ledger
        view = self.viewings.open(record)
        told = self.pieces.with_copies if copies else self.pieces.piece
        return ViewingFile(
            versions=tuple(viewing_of(entry) for entry in ledger.versions(record)),
            answers=view.answers,
            standing=view.standing,
            pieces=tuple(map(told, self.pieces.evidence.under(record))),
        )

    def make_pdf(self, record: RecordId) -> Changed[bytes]:
        """Return a copy on paper, once each original is proved and the copy is written down."""
        from dsl_desk.documents.leaf import print_leaf  # noqa: PLC0415 reportlab is slow to import and seldom needed
        from dsl_desk.documents.viewing import viewing_leaf  # noqa: PLC0415 as above

        file = self.file(record, copies=True)
        book = self.viewings.book
        part = book.part_of(record)
        made = self.printing.made(part, book.sitting)
        pdf = print_leaf(viewing_leaf(file), self.printing.face, made)
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
        printed = (
            Printed(
                piece.evidence.id,
                viewing.id,
                viewing.ref,
                sha256,
                tuple(shown.copy.id for shown in piece.copies),
            )
            for piece in file.pieces
            if not piece.set_aside
        )
        with sitting.writing(part, EntryClass.EXPORT) as write:
            write.enter(Act(EntryId(name), RecordId(name), EntryClass.EXPORT, body))
            note_beside(write, sitting.clock, printed)
