"""The tables of a compartment. Names of tables and columns are the trade's, never a person's."""

from __future__ import annotations

from typing import Final

APPLICATION: Final = 0x44534C44  # "DSLD", so that a file says whose it is once it is opened
SCHEMA: Final = 1

TABLES: Final = (
    # One line for each entry, in the order in which they came into this file (`place`). `header` is
    # exactly what was signed; the columns beside it are for finding, and are compared with it
    # whenever a line is read. Disposal takes salt and body away, and nothing else.
    """
    CREATE TABLE ledger (
        place     INTEGER PRIMARY KEY,
        strand    BLOB NOT NULL,
        number    INTEGER NOT NULL,
        id        BLOB NOT NULL UNIQUE,
        record    BLOB NOT NULL,
        version   INTEGER NOT NULL,
        hlc       INTEGER NOT NULL,
        header    BLOB NOT NULL,
        signature BLOB NOT NULL,
        salt      BLOB,
        body      BLOB,
        UNIQUE (strand, number)
    ) STRICT
    """,
    "CREATE INDEX ledger_by_record ON ledger (record, version)",
    "CREATE INDEX ledger_by_time ON ledger (hlc)",
    # The lives of this file: the last one of a device is the strand it writes.
    """
    CREATE TABLE life (
        began  INTEGER PRIMARY KEY,
        strand BLOB NOT NULL UNIQUE,
        device BLOB NOT NULL
    ) STRICT
    """,
    # Which shelves there are, how many rows are on them, and from which place on they are filled.
    """
    CREATE TABLE shelves (
        name    TEXT NOT NULL,
        version INTEGER NOT NULL,
        back_to INTEGER NOT NULL,
        count   INTEGER NOT NULL,
        PRIMARY KEY (name, version)
    ) STRICT, WITHOUT ROWID
    """,
    # How far each member's background check has come, signed by that member.
    """
    CREATE TABLE looked (
        member    BLOB NOT NULL PRIMARY KEY,
        position  BLOB NOT NULL,
        signature BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)
