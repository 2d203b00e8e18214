"""What every shelf can do. A shelf holds nothing that is not in the ledger.

Its table carries the shelf's version in its name, so that a new one can be filled beside the old.
Of the versions of a record the newest is shown, whatever the order in which they come in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from dsl_desk.storage.columns import as_bytes, as_number
from dsl_desk.storage.indexes import Indexed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database

# Columns every shelf begins with: whose row it is, and which entry of the record it shows.
_SLICE: Final = 100  # about ten milliseconds
_NAME: Final = re.compile(r"[a-z_]+")
STANDING: Final = "record, version, hlc, entry"
_STANDING_COLUMNS: Final = (
    "record BLOB NOT NULL PRIMARY KEY, version INTEGER NOT NULL,"
    " hlc INTEGER NOT NULL, entry BLOB NOT NULL"
)


@dataclass(frozen=True)
class Standing:
    """An entry that goes on a shelf, and its place in this file."""

    entry: Entry
    place: int


class Shelf(Protocol):
    """A list derived from entries, thrown away and rebuilt whenever its version goes up."""

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    @property
    def version(self) -> int:
        """Goes up whenever other rows are wanted."""
        ...

    @property
    def slice(self) -> int:
        """How many entries are put on it at once when it is made afresh."""
        ...

    @property
    def indexed(self) -> Indexed:
        """The table of its rows, by each of its indexes."""
        ...

    def lay_out(self, database: Database) -> None:
        """Make its tables, empty."""
        ...

    def tear_down(self, database: Database, version: int) -> None:
        """Drop the tables of a version."""
        ...

    def row(self, entry: Entry) -> Row | None:
        """Return the row this entry puts on the shelf; None for other kinds."""
        ...

    def put(self, database: Database, row: Row, standing: Standing) -> None:
        """Put an entry's row in its place, unless a newer one of its record stands there."""
        ...

    def take_off(self, database: Database, record: bytes) -> None:
        """Take a record off the shelf."""
        ...

    def find(self, database: Database, record: bytes) -> Row | None:
        """Return the row of one record."""
        ...

    def rows(self, database: Database) -> Iterator[Row]:
        """Return every row, by record."""
        ...

    def rows_between(self, database: Database, after: bytes, last: bytes) -> Iterator[Row]:
        """Return the rows of what follows a record, up to another and with it."""
        ...

    def counted(self, database: Database) -> int:
        """Count the rows, however many there are said to be."""
        ...


class Listing:
    """A shelf that is one table."""

    def __init__(
        self,
        name: str,
        version: int,
        columns: tuple[str, ...],
        more: Callable[[Entry], Row | None],
        indexes: tuple[str, ...] = (),
    ) -> None:
        self.name = name
        self.version = version
        self.slice = _SLICE
        self.table = f"{name}_{version}"
        self.columns = ", ".join((STANDING, *(column.split()[0] for column in columns)))
        self._definitions = ", ".join((_STANDING_COLUMNS, *columns))
        places = ", ".join("?" * (len(columns) + len(STANDING.split(", "))))
        into = f"INTO {self.table} ({self.columns}) VALUES ({places})"
        # Spelled once: what is made for every entry anew is a third of the work on it.
        self._first = f"INSERT {into} ON CONFLICT (record) DO NOTHING"
        self._over = f"INSERT OR REPLACE {into}"
        self._asked = f"SELECT {self.columns} FROM {self.table} WHERE record = ?"  # noqa: S608 own constants
        self._between = f"SELECT {self.columns} FROM {self.table} WHERE record > ? AND record <= ?"  # noqa: S608 own constants
        self._more = more
        self._indexes = dict(index.split(" ", 1) for index in indexes)
        names = {name: tuple(_NAME.findall(columns)) for name, columns in self._indexes.items()}
        by = {f"{self.table}_by_{name}": columns for name, columns in names.items()}
        self.indexed = Indexed(self.table, "record", b"", by)

    def lay_out(self, database: Database) -> None:
        """Make its table, empty."""
        database.run(f"CREATE TABLE {self.table} ({self._definitions}) STRICT, WITHOUT ROWID")
        for name, columns in self._indexes.items():
            database.run(f"CREATE INDEX {self.table}_by_{name} ON {self.table} ({columns})")

    def tear_down(self, database: Database, version: int) -> None:
        """Drop the table of a version."""
        database.run(f"DROP TABLE IF EXISTS {self.name}_{version}")

    def row(self, entry: Entry) -> Row | None:
        """Return the row this entry puts on the shelf; None for other kinds."""
        more = self._more(entry)
        return None if more is None else (*standing(entry), *more)

    def put(self, database: Database, row: Row, _standing: Standing) -> None:
        """Put a row in its place, unless a newer version of the same record stands there."""
        if not self.put_first(database, row):
            there = self.find(database, as_bytes(row[0]))
            if there is None or newer(row, there):
                self.put_over(database, row)

    def put_first(self, database: Database, row: Row) -> bool:
        """Put the first row of a record on the shelf; tell whether there was none."""
        added, _row = database.add(self._first, *row)
        if added:
            count(database, self, 1)
        return added

    def put_over(self, database: Database, row: Row) -> None:
        """Put a row in the place of another of its record."""
        database.run(self._over, *row)

    def take_off(self, database: Database, record: bytes) -> None:
        """Take a record off the shelf."""
        if self.find(database, record) is not None:
            database.run(f"DELETE FROM {self.table} WHERE record = ?", record)  # noqa: S608 own constants
            count(database, self, -1)

    def find(self, database: Database, record: bytes) -> Row | None:
        """Return the row of one record."""
        return database.row(self._asked, record)

    def rows(self, database: Database) -> Iterator[Row]:
        """Return every row, by record."""
        return database.rows(f"SELECT {self.columns} FROM {self.table} ORDER BY record")  # noqa: S608 own constants

    def rows_between(self, database: Database, after: bytes, last: bytes) -> Iterator[Row]:
        """Return the rows of what follows a record, up to another and with it."""
        return database.rows(self._between, after, last)

    def counted(self, database: Database) -> int:
        """Count the rows, however many there are said to be."""
        return database.number(f"SELECT count(*) FROM {self.table}")  # noqa: S608 own constants


def standing(entry: Entry) -> Row:
    """Return what every row begins with."""
    header = entry.header
    return bytes.fromhex(header.record), header.version, header.hlc, bytes.fromhex(header.id)


def newer(row: Row, there: Row) -> bool:
    """Tell which of two rows of a record shows its newest version: the ledger's own rule."""
    return _order(row) >= _order(there)


def count(database: Database, shelf: Shelf, more: int) -> None:
    """Keep the number of rows, so that nobody has to count them."""
    database.more_rows[shelf.name, shelf.version] += more


def keep_counts(database: Database) -> None:
    """Write down, at the end of a transaction, how many rows it has added."""
    for (name, version), more in database.more_rows.items():
        database.run(
            "UPDATE shelves SET count = count + ? WHERE name = ? AND version = ?",
            more,
            name,
            version,
        )
    database.more_rows.clear()


def how_many(database: Database, shelf: Shelf) -> int:
    """Return the number of rows."""
    return database.number(
        "SELECT count FROM shelves WHERE name = ? AND version = ?", shelf.name, shelf.version
    )


def _order(row: Row) -> tuple[int, int, bytes]:
    return as_number(row[1]), as_number(row[2]), as_bytes(row[3])
