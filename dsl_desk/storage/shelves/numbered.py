"""What shelves of numbered records have in common: year and number, the next one, their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.ids import RecordId
from dsl_desk.storage.columns import as_bytes, as_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


def numbers(ref: str) -> tuple[int, int]:
    """Return the two numbers of a reference; one that is not ours counts for nothing."""
    _letters, _, rest = ref.partition("-")
    year, _, sequence = rest.partition("-")
    return (int(year), int(sequence)) if year.isdecimal() and sequence.isdecimal() else (0, 0)


def next_in(database: Database, table: str, year: int) -> int:
    """Return the number the next record of a table gets in a year."""
    row = database.row(
        f"SELECT sequence FROM {table} WHERE year = ? ORDER BY sequence DESC LIMIT 1",  # noqa: S608 a constant of a shelf
        year,
    )
    return 1 if row is None else as_number(row[0]) + 1


def records_in(rows: Iterable[Row]) -> tuple[RecordId, ...]:
    """Return the records whose ids stand first in these rows."""
    return tuple(RecordId(as_bytes(row[0]).hex()) for row in rows)
