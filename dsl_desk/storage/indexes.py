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

_SLICE: Final = 200  # a few milliseconds
# Of `count(*)` SQLite chooses the tree itself, whatever it is told, unless it is told none.
_ROWS: Final = "SELECT count(*) FROM {0} NOT INDEXED"


@dataclass(frozen=True)
class Indexed:
    """A table, the key its rows lie by, and the columns of each of its indexes."""

    table: str
    key: str
    first: Value  # what is below every key
    indexes: Mapping[str, tuple[str, ...]]
    only_added: bool = False  # each row behind the last one, and none is ever taken away


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
    only_added=True,
)


def same_by_every_index(database: Database, table: Indexed) -> Iterator[bool]:
    """Tell, a step at a time, whether a stretch of the table is the same by every index.

    The rows are gone through once, for all indexes. Where rows are only added, those gone through
    are all there are: counting a ledger would read every word in it, in one step.
    """
    if not table.indexes:
        return
    way = _Through(database, table)
    while way.goes_on():
        yield way.same
    for index, columns in table.indexes.items():
        while table.only_added and way.goes_on():  # what was added since the last step
            yield way.same
        rows = way.rows if table.only_added else database.number(_ROWS.format(table.table))
        yield database.number(_in(table, index, columns[0])) == rows


class _Through:
    """A way through the rows of a table, each looked for in every index."""

    def __init__(self, database: Database, table: Indexed) -> None:
        self._database = database
        self._sql = _stretch(table)
        self._since = table.first
        self.rows = 0
        self.same = True

    def goes_on(self) -> bool:
        """Go through a stretch; tell whether there was one."""
        last, rows, *found = self._database.row(self._sql, self._since) or (None, 0)
        if not as_number(rows):
            return False
        self.rows += as_number(rows)
        self.same = all(each == rows for each in found)
        self._since = last
        return True


def _stretch(table: Indexed) -> str:
    key, name = table.key, table.table
    every = [column for columns in table.indexes.values() for column in columns]
    wanted = ", ".join(dict.fromkeys((key, *every)))
    counted = ", ".join(
        f"count(CASE WHEN {_found(table, index, columns)} THEN 1 END)"
        for index, columns in table.indexes.items()
    )
    return (
        f"SELECT max({key}), count(*), {counted} FROM"  # noqa: S608 own constants
        f" (SELECT {wanted} FROM {name} NOT INDEXED WHERE {key} > ? ORDER BY {key} LIMIT {_SLICE})"
        " AS l"
    )


def _found(table: Indexed, index: str, columns: tuple[str, ...]) -> str:
    same = " AND ".join(
        f"i.{column} = l.{column}" for column in dict.fromkeys((*columns, table.key))
    )
    return f"EXISTS (SELECT 1 FROM {table.table} AS i INDEXED BY {index} WHERE {same})"  # noqa: S608 own constants


def _in(table: Indexed, index: str, column: str) -> str:
    return f"SELECT count({column}) FROM {table.table} INDEXED BY {index}"  # noqa: S608 own constants
