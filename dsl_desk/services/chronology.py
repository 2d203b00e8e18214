"""The chronology: a person's whole file, from every part this member can read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.chronology import Whose
from dsl_desk.domain.compartment import Compartment
from dsl_desk.storage.shelves.chronology import counts_of, stretch_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.domain.chronology import ChronicleRow, ItemSort
    from dsl_desk.domain.page import Page
    from dsl_desk.services.sitting import Sitting

_CHILDREN: Final = Compartment.CHILDREN


class Chronology:
    """What stands in a file. `same_as` tells all ids of somebody whose records were joined."""

    def __init__(self, sitting: Sitting, same_as: Callable[[str], tuple[str, ...]]) -> None:
        self._sitting = sitting
        self._same_as = same_as

    def of(
        self, person: str, first: int, count: int, only: ItemSort | None = None
    ) -> Page[ChronicleRow]:
        """Return a stretch of a child's file, newest first: a list, no opening of any record."""
        whose = Whose(self._same_as(person), only)
        return stretch_of(self._sitting.part(_CHILDREN).database, whose, first, count)

    def counts(self, person: str) -> Mapping[ItemSort, int]:
        """Return how much of each sort stands in a child's file."""
        database = self._sitting.part(_CHILDREN).database
        return Counter(counts_of(database, self._same_as(person)))
