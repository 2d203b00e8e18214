"""The chronology: a person's whole file, from the part it stands in."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dsl_desk.domain.chronology import Whose
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.person import where_file_is
from dsl_desk.storage.shelves.chronology import counts_of, stretch_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.chronology import ChronicleRow, ItemSort
    from dsl_desk.domain.page import Page
    from dsl_desk.services.directory import Directory
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.database import Database


class Chronology:
    """What stands in a file. The directory tells who somebody is, and all ids they ever had."""

    def __init__(self, sitting: Sitting, directory: Directory) -> None:
        self._sitting = sitting
        self._directory = directory

    def part_of(self, person: str) -> Compartment:
        """Return the part in which somebody's file stands."""
        row = self._directory.person(person)
        return Compartment.CHILDREN if row is None else where_file_is(row.kind)

    def of(
        self, person: str, first: int, count: int, only: ItemSort | None = None
    ) -> Page[ChronicleRow]:
        """Return a stretch of somebody's file, newest first: a list, no opening of any record."""
        whose = Whose(self._directory.same_as(person), only)
        return stretch_of(self._database(person), whose, first, count)

    def counts(self, person: str) -> Mapping[ItemSort, int]:
        """Return how much of each sort stands in somebody's file."""
        return Counter(counts_of(self._database(person), self._directory.same_as(person)))

    def _database(self, person: str) -> Database:
        return self._sitting.part(self.part_of(person)).database
