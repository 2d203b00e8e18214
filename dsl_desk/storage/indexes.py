"""Whether a table says the same by every index: a file mixed of its own old pages need not.

Every question is answered by one tree of the file, and which one is SQLite's choice. Each tree can
be genuine by itself and of another day than the next: then what was checked by one is not what is
shown by another. So each row is looked for in every index, and no index may have more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.storage.columns import as_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dsl_desk.storage.columns import Value
    from dsl_desk.storage.database import Database

_SLICE: Final = 500  # a few milliseconds


@dataclass(frozen=True)
class Indexed:
    """A table, the key its rows lie by, and the columns of each of its indexes."""

    table: str
    key: str
    first: Value  # what is below every key
    indexes: Mapping[str, tuple[str, ...]]


LEDGER: Final = Indexed(
    "ledger",
    "place",
    0,
    {
        "sqlite_autoindex_ledger_1": ("id",),
        "sqlite_autoindex_ledger_2": ("strand", "number"),
        "ledger_by_record": ("record", "version"),
        "ledger_by_time": ("hlc",),
    },
)


def same_by_every_index(database: Database, table: Indexed) -> Iterator[bool]:
    """Tell, a step at a time, whether a stretch of the table is the same by every index."""
    for index, columns in table.indexes.items():
        yield from _rows_in(database, table, index, columns)
        yield database.number(_counts(table, index, columns[0])) == 1


def _rows_in(
    database: Database, table: Indexed, index: str, columns: tuple[str, ...]
) -> Iterator[bool]:
    sql, since = _stretch(table, index, columns), table.first
    while True:
        last, rows, found = database.row(sql, since) or (None, 0, 0)
        if not as_number(rows):
            return
        yield rows == found
        since = last


def _stretch(table: Indexed, index: str, columns: tuple[str, ...]) -> str:
    key, name = table.key, table.table
    wanted = ", ".join(dict.fromkeys((key, *columns)))
    same = " AND ".join(f"i.{column} = l.{column}" for column in dict.fromkeys((*columns, key)))
    found = f"EXISTS (SELECT 1 FROM {name} AS i INDEXED BY {index} WHERE {same})"  # noqa: S608 own constants
    return (
        f"SELECT max({key}), count(*), count(CASE WHEN {found} THEN 1 END) FROM"  # noqa: S608 own constants
        f" (SELECT {wanted} FROM {name} NOT INDEXED WHERE {key} > ? ORDER BY {key} LIMIT {_SLICE})"
        " AS l"
    )


def _counts(table: Indexed, index: str, column: str) -> str:
    # Of `count(*)` SQLite chooses the tree itself, whatever it is told.
    return (
        f"SELECT (SELECT count(*) FROM {table.table} NOT INDEXED)"  # noqa: S608 own constants
        f" = (SELECT count({column}) FROM {table.table} INDEXED BY {index})"
    )
