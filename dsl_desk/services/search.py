"""Search: every part this member can read, by the words that stand in its records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.page import Page
from dsl_desk.storage.search import find
from dsl_desk.storage.shelves.concerns import concern_row

if TYPE_CHECKING:
    from dsl_desk.domain.concern import ConcernRow
    from dsl_desk.services.sitting import Sitting

_HERE = Compartment.CHILDREN


@dataclass(frozen=True)
class Found:
    """What was found, and whether everything was searched: `left` entries are not shelved yet."""

    concerns: Page[ConcernRow]
    left: int


class Search:
    """What can be asked by words. A hit in a list is not an opening."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting

    def find(self, words: str, first: int, count: int) -> Found:
        """Return the concerns in which all these words stand, newest first, names before words."""
        part = self._sitting.part(_HERE)
        hits = find(part.database, words, first, count)
        rows = [concern_row(part.database, bytes.fromhex(record)) for record in hits.rows]
        shown = tuple(row for row in rows if row is not None)
        return Found(Page(shown, hits.first, hits.total), part.shelved().left)
