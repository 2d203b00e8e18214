"""The chronology: a person's whole file, from the part it stands in."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dsl_desk.domain.chronology import ChronicleRow, ItemSort, Whose, in_order
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.page import Page
from dsl_desk.domain.person import where_file_is
from dsl_desk.domain.words import label
from dsl_desk.storage.shelves.chronology import counts_of, stretch_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from dsl_desk.domain.declaration_standing import DeclarationLine
    from dsl_desk.services.directory import Directory
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.database import Database


class Chronology:
    """What stands in a file. The directory tells who somebody is, and all ids they ever had."""

    def __init__(
        self,
        sitting: Sitting,
        directory: Directory,
        declared: Callable[[], Iterable[DeclarationLine]],
    ) -> None:
        self._sitting = sitting
        self._directory = directory
        self._declared = declared

    def part_of(self, person: str) -> Compartment:
        """Return the part in which somebody's file stands."""
        row = self._directory.person(person)
        return Compartment.CHILDREN if row is None else where_file_is(row.kind)

    def of(
        self, person: str, first: int, count: int, only: ItemSort | None = None
    ) -> Page[ChronicleRow]:
        """Return a stretch of somebody's file, newest first: a list, no opening of any record.

        In an adult's file stand the family links they have declared, for whoever can open those.
        """
        whose, database = Whose(self._directory.same_as(person), only), self._database(person)
        links = self._links(person) if only in (None, ItemSort.DECLARATION) else ()
        if not links:
            return stretch_of(database, whose, first, count)
        stands = stretch_of(database, whose, 0, first + count)
        rows = sorted((*stands.rows, *links), key=_when, reverse=True)
        return Page(tuple(rows[first : first + count]), first, stands.total + len(links))

    def counts(self, person: str) -> Mapping[ItemSort, int]:
        """Return how much of each sort stands in somebody's file."""
        counts = Counter(counts_of(self._database(person), self._directory.same_as(person)))
        counts.update(row.sort for row in self._links(person))
        return counts

    def _links(self, person: str) -> tuple[ChronicleRow, ...]:
        if self.part_of(person) is not Compartment.STAFF:
            return ()
        ids = self._directory.same_as(person)
        lines = (line for line in self._declared() if line.declaration.draft.person in ids)
        return tuple(_link(line) for line in lines)

    def _database(self, person: str) -> Database:
        return self._sitting.part(self.part_of(person)).database


def _link(line: DeclarationLine) -> ChronicleRow:
    """Return how a declaration stands in the file of whoever made it: what, and how it stands."""
    draft, written = line.declaration.draft, line.declaration.written
    links = ", ".join(link.in_words for link in draft.links)
    return ChronicleRow(
        record=written.id,
        at=draft.signed_on,
        sort=ItemSort.DECLARATION,
        title=f"Declared: {links}" if links else "Declared: no family link",
        line=label(line.state),
        concern="",
        version=written.version,
        author=written.author,
        written_at=written.written_at,
        reason=written.body.reason,
    )


def _when(row: ChronicleRow) -> tuple[str, str]:
    return in_order(row.at, row.written_at), row.written_at
