"""The same picture in another concern: asked of the parts one can open, compared in an errand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.alike import WHOLES_ALONE, Asked, Likeness, spots_in
from dsl_desk.domain.evidence import evidence_of
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.progress import untold
from dsl_desk.domain.quarantine import QUARANTINE, quarantine_of
from dsl_desk.storage.shelves.evidence import newest_beside
from dsl_desk.storage.shelves.likenesses import likenesses_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dsl_desk.domain.progress import Progress
    from dsl_desk.services.quarantines import Quarantines
    from dsl_desk.services.viewing_book import ViewingBook
    from dsl_desk.storage.part import Part
    from dsl_desk.storage.shelves.likenesses import LikenessRow

_STEP: Final = 50


@dataclass(frozen=True)
class Sought:
    """One picture, and all those of other concerns that this member may open."""

    likeness: Likeness = field(repr=False)
    others: tuple[LikenessRow, ...] = field(repr=False)


@dataclass(frozen=True)
class SoughtMany:
    """Several pictures, and all those this member may open: held beside each other as wholes."""

    pieces: tuple[LikenessRow, ...] = field(repr=False)
    others: tuple[LikenessRow, ...] = field(repr=False)


@dataclass(frozen=True)
class Alike:
    """A piece of evidence that seems to show the same."""

    evidence: RecordId
    ref: str


class SamePicture:
    """What can be asked about pictures that come again."""

    def __init__(self, book: ViewingBook, quarantines: Quarantines) -> None:
        self._book = book
        self._quarantines = quarantines

    def seek(self, evidence: RecordId) -> Sought:
        """Return what is to be compared. What is set aside is not looked for, and not found."""
        captured = evidence_of(self._book.newest(evidence)).captured
        facts = captured.facts
        if self._quarantines.holds(evidence) or not facts.likeness:
            return Sought(Likeness(), ())
        here = captured.concern or captured.basis
        others = tuple(
            row
            for part in self._book.opened()
            for row in self._shown_in(part)
            if (row.concern or row.basis) != here
        )
        return Sought(Likeness(facts.likeness, spots_in(facts.spots)), others)

    def seek_many(self, pieces: Iterable[RecordId]) -> SoughtMany:
        """Return what is compared for a list: what is set aside is in none of it."""
        wanted = set(pieces)
        others = tuple(row for part in self._book.opened() for row in self._shown_in(part))
        return SoughtMany(tuple(row for row in others if row.evidence in wanted), others)

    def _shown_in(self, part: Part) -> tuple[LikenessRow, ...]:
        """Return the pictures of a part without those that are set aside, or share a file."""
        aside = set()
        for record in newest_beside(part.database, QUARANTINE.name):
            held = RecordId(quarantine_of(part.ledger.newest(record)).draft.evidence)
            aside.add(evidence_of(part.ledger.newest(held)).captured.file)
        return tuple(row for row in likenesses_in(part.database) if row.file not in aside)


def alike_as_wholes(
    sought: SoughtMany, progress: Progress = untold
) -> Mapping[RecordId, tuple[Alike, ...]]:
    """Return which of several pictures are in another concern. Runs in an errand.

    By their wholes alone: a list of fifty beside ten thousand is a tenth of a second, and a
    picture that was cut is told of once it is captured or opened.
    """
    others = [(row, int(row.whole, 16)) for row in sought.others]
    found = {}
    for done, piece in enumerate(sought.pieces):
        progress(done, len(sought.pieces))
        mine, here = int(piece.whole, 16), piece.concern or piece.basis
        near = [
            Alike(row.evidence, row.ref)
            for row, whole in others
            if (mine ^ whole).bit_count() <= WHOLES_ALONE and (row.concern or row.basis) != here
        ]
        if near:
            found[piece.evidence] = tuple(near)
    return found


def alike(sought: Sought, progress: Progress = untold) -> tuple[Alike, ...]:
    """Return those that show the same picture, whole or in part. Runs in an errand."""
    asked = Asked(sought.likeness)
    found = []
    for done, row in enumerate(sought.others):
        if done % _STEP == 0:
            progress(done, len(sought.others))
        if asked.is_same(Likeness(row.whole, spots_in(row.spots))):
            found.append(Alike(row.evidence, row.ref))
    return tuple(found)
