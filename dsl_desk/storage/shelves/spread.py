"""A shelf with a row for each person of an entry: whose file something stands in.

Read back, the rows of a record are one row again, so that the check compares them with the ledger
like those of every other list. A record that names nobody has one row, for nobody.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from dsl_desk.storage.columns import as_bytes, as_text
from dsl_desk.storage.indexes import Indexed
from dsl_desk.storage.shelves.shelf import STANDING, Standing, count, newer, standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database

_SLICE: Final = 50
_NOBODY: Final = ""
_NAME: Final = re.compile(r"[a-z_]+")
_PERSON: Final = len(STANDING.split(", "))  # where the people of a row stand


class Spread:
    """One table, by record and person. `more` tells the people of an entry, then its columns."""

    def __init__(
        self,
        name: str,
        version: int,
        columns: tuple[str, ...],
        more: Callable[[Entry], tuple[Iterable[str], Row] | None],
        indexes: tuple[str, ...] = (),
    ) -> None:
        self.name = name
        self.version = version
        self.slice = _SLICE
        self.table = f"{name}_{version}"
        self.columns = ", ".join((STANDING, "person", *(each.split()[0] for each in columns)))
        self._definitions = ", ".join(columns)
        places = ", ".join("?" * len(self.columns.split(", ")))
        # Spelled once, as in a listing.
        self._one = f"INSERT INTO {self.table} ({self.columns}) VALUES ({places})"  # noqa: S608 own constants
        between = "WHERE record > ? AND record <= ? ORDER BY record, person"
        self._between = f"SELECT {self.columns} FROM {self.table} {between}"  # noqa: S608 own constants
        self._asked = f"SELECT {self.columns} FROM {self.table} WHERE record = ? ORDER BY person"  # noqa: S608 own constants
        self._more = more
        self._indexes = dict(index.split(" ", 1) for index in indexes)
        by = {f"sqlite_autoindex_{self.table}_1": ("record", "person")}
        for order, asked in self._indexes.items():
            by[f"{self.table}_by_{order}"] = tuple(_NAME.findall(asked))
        self.indexed = Indexed(self.table, "place", 0, by)

    def lay_out(self, database: Database) -> None:
        """Make its table, empty."""
        database.run(
            f"CREATE TABLE {self.table} (place INTEGER PRIMARY KEY, record BLOB NOT NULL,"
            " version INTEGER NOT NULL, hlc INTEGER NOT NULL, entry BLOB NOT NULL,"
            f" person TEXT NOT NULL, {self._definitions}, UNIQUE (record, person)) STRICT"
        )
        for name, columns in self._indexes.items():
            database.run(f"CREATE INDEX {self.table}_by_{name} ON {self.table} ({columns})")

    def tear_down(self, database: Database, version: int) -> None:
        """Drop the table of a version."""
        database.run(f"DROP TABLE IF EXISTS {self.name}_{version}")

    def row(self, entry: Entry) -> Row | None:
        """Return what this entry puts on the shelf, its people as one; None for other kinds."""
        more = self._more(entry)
        if more is None:
            return None
        people, columns = more
        return (*standing(entry), " ".join(sorted(set(people))), *columns)

    def put(self, database: Database, row: Row, _standing: Standing) -> None:
        """Put a record's rows in their place, unless those of a newer version stand there."""
        there = self.find(database, as_bytes(row[0]))
        if there is not None and not newer(row, there):
            return
        if there is not None:
            self._clear(database, as_bytes(row[0]))
        for person in as_text(row[_PERSON]).split() or (_NOBODY,):
            database.run(self._one, *row[:_PERSON], person, *row[_PERSON + 1 :])
        if there is None:
            count(database, self, 1)

    def take_off(self, database: Database, record: bytes) -> None:
        """Take a record off the shelf."""
        if self.find(database, record) is not None:
            self._clear(database, record)
            count(database, self, -1)

    def find(self, database: Database, record: bytes) -> Row | None:
        """Return what stands there of one record, as one row."""
        some = list(database.rows(self._asked, record))
        return _as_one(some) if some else None

    def rows(self, database: Database) -> Iterator[Row]:
        """Return every record as one row, by record."""
        sql = f"SELECT {self.columns} FROM {self.table} ORDER BY record, person"  # noqa: S608 own constants
        return _by_record(database.rows(sql))

    def rows_between(self, database: Database, after: bytes, last: bytes) -> Iterator[Row]:
        """Return the records that follow one, up to another and with it, as one row each."""
        return _by_record(database.rows(self._between, after, last))

    def counted(self, database: Database) -> int:
        """Count the records, however many there are said to be."""
        return database.number(f"SELECT count(DISTINCT record) FROM {self.table}")  # noqa: S608 own constants

    def _clear(self, database: Database, record: bytes) -> None:
        database.run(f"DELETE FROM {self.table} WHERE record = ?", record)  # noqa: S608 own constants


def _by_record(rows: Iterator[Row]) -> Iterator[Row]:
    for _record, some in groupby(rows, key=lambda row: row[0]):
        yield _as_one(list(some))


def _as_one(some: list[Row]) -> Row:
    """Return the rows of a record as one; where they differ, the people are not told: damage."""
    people = " ".join(as_text(row[_PERSON]) for row in some)
    alike = {(*row[:_PERSON], *row[_PERSON + 1 :]) for row in some}
    told = people if len(alike) == 1 else "?"
    return (*some[0][:_PERSON], told, *some[0][_PERSON + 1 :])
