"""A decision to look, with its evidence and custody, gathered for paper; each file is proved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.domain.viewing import viewing_of
from dsl_desk.domain.viewing_file import ViewingFile

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.pieces_on_paper import PiecesOnPaper
    from dsl_desk.services.viewings import Viewings


@dataclass(frozen=True)
class ViewingPaper:
    """What a decision is gathered from, before it is printed."""

    viewings: Viewings = field(repr=False)
    pieces: PiecesOnPaper = field(repr=False)

    def file(self, record: RecordId, *, copies: bool = False) -> ViewingFile:
        """Return everything about a decision, each original proved as it is read."""
        book = self.viewings.book
        ledger = book.sitting.part(book.part_of(record)).ledger
        view = self.viewings.open(record)
        told = self.pieces.with_copies if copies else self.pieces.piece
        return ViewingFile(
            clauses=self.viewings.clauses_under(view.viewing.draft.policy),
            versions=tuple(viewing_of(entry) for entry in ledger.versions(record)),
            answers=view.answers,
            standing=view.standing,
            pieces=tuple(map(told, self.pieces.evidence.under(record))),
        )
