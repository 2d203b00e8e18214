"""The tables of a compartment. Names of tables and columns are the trade's, never a person's."""

from __future__ import annotations

from typing import Final

APPLICATION: Final = 0x44534C44  # "DSLD", so that a file says whose it is once it is opened
SCHEMA: Final = 1

TABLES: Final = (
    # One line for each entry. `header` is exactly what was signed; the columns beside it are for
    # finding, and are compared with it whenever a line is read.
    """
    CREATE TABLE ledger (
        strand    BLOB NOT NULL,
        number    INTEGER NOT NULL,
        id        BLOB NOT NULL UNIQUE,
        record    BLOB NOT NULL,
        version   INTEGER NOT NULL,
        header    BLOB NOT NULL,
        signature BLOB NOT NULL,
        salt      BLOB,
        body      BLOB,
        PRIMARY KEY (strand, number)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ledger_by_record ON ledger (record, version)",
    # Which strand this life of the file writes, and on which device.
    """
    CREATE TABLE life (
        strand BLOB NOT NULL PRIMARY KEY,
        device BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    # Which version of each shelf the rows on it are.
    """
    CREATE TABLE shelves (
        name    TEXT NOT NULL PRIMARY KEY,
        version INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)
