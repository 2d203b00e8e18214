"""What every shelf can do. A shelf holds nothing that is not in the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


class Shelf(Protocol):
    """A list derived from entries, thrown away and rebuilt whenever its version goes up."""

    name: str
    version: int
    tables: tuple[str, ...]
    indexes: tuple[str, ...]

    def row(self, entry: Entry) -> Row | None:
        """Return the row this entry puts on the shelf, its record first; None for other kinds."""
        ...

    def put(self, database: Database, row: Row) -> None:
        """Put a row in its place, over an older version of the same record."""
        ...

    def rows(self, database: Database) -> Iterator[Row]:
        """Return every row, by record."""
        ...
