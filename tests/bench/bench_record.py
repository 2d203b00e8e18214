"""Recording one entry, beside a bare SQLCipher transaction of the same bytes and settings.

Run: python -m tests.bench.bench_record
Both take turns in one run, so that whatever else the machine does falls on both.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlcipher3 import dbapi2

from dsl_desk.domain.concern import concern_body
from dsl_desk.domain.entry import Act
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.storage.schema import TABLES
from dsl_desk.storage.shelves.concerns import CONCERNS
from dsl_desk.storage.shelves.full_text import FULL_TEXT
from tests.builders import a_concern_draft
from tests.storage.training import TrainingPart

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.part import Part

ROUNDS: Final = 400
WORDS: Final = "She said that three others agreed. " * 25  # about 150 words
_SETTINGS: Final = (
    "cipher_log_level=NONE",
    "locking_mode=EXCLUSIVE",
    "journal_mode=TRUNCATE",
    "synchronous=EXTRA",
    "foreign_keys=ON",
    "secure_delete=ON",
    "cell_size_check=ON",
    "trusted_schema=OFF",
    "temp_store=MEMORY",
    "cache_size=-32768",
)
_INTO_LEDGER: Final = "INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_INTO_SHELF: Final = f"INSERT INTO {CONCERNS.table} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 own constants
_INTO_FOUND: Final = f"INSERT INTO {FULL_TEXT.table} VALUES (?, ?, ?, ?)"  # noqa: S608 own constants
_INTO_WORDS: Final = (
    f"INSERT INTO {FULL_TEXT.index} (rowid, ref, about, told_by, words) VALUES (?, ?, ?, ?, ?)"  # noqa: S608 own constants
)
_FOUND_BY: Final = (4, 9, 10)  # columns of the list that can be searched: ref, about, told_by


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        training = TrainingPart(Path(folder) / "ours.part")
        part = training.make()
        bare = bare_part(Path(folder) / "bare.part")
        ours, floor = _take_turns(training, part, bare)
        print(f"bare transaction   {statistics.median(floor) * 1000:7.3f} ms median of {ROUNDS}")
        print(f"recording an entry {statistics.median(ours) * 1000:7.3f} ms median of {ROUNDS}")
        print(f"ratio              {statistics.median(ours) / statistics.median(floor):7.2f}")
        part.close()
        bare.close()


def _take_turns(
    training: TrainingPart, part: Part, bare: dbapi2.Connection
) -> tuple[list[float], list[float]]:
    ours: list[float] = []
    floor: list[float] = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        entry = _record(training, part)
        ours.append(time.perf_counter() - start)
        ledger, shelf = rows_of(part, entry)
        start = time.perf_counter()
        bare_transaction(bare, ledger, shelf)
        floor.append(time.perf_counter() - start)
    return ours, floor


def _record(training: TrainingPart, part: Part) -> Entry:
    name = fresh_id(training.clock.now())
    body = concern_body(a_concern_draft(words=WORDS), "C-2026-001", "Maya Fernsby")
    with part.writing(training.pen) as write:
        return write.enter(Act(EntryId(name), RecordId(name), EntryClass.CONCERN, body))


def rows_of(part: Part, entry: Entry) -> tuple[tuple[object, ...], tuple[object, ...]]:
    line = part.database.row("SELECT * FROM ledger WHERE id = ?", bytes.fromhex(entry.header.id))
    shelf = CONCERNS.row(entry)
    if line is None or shelf is None:
        raise LookupError
    return line, shelf


def _shelf_tables() -> list[str]:
    """Return what lays out the shelves of a part, as they stand in one of ours."""
    listing = "(record BLOB NOT NULL PRIMARY KEY, version, hlc, entry"
    row = "ref, year, sequence, written_at, author, about, told_by"
    fields = "ref, about, told_by, words, content='', prefix='2 3'"
    index = f"fts5({fields}, tokenize='unicode61 remove_diacritics 2')"
    return [
        f"CREATE TABLE {CONCERNS.table} {listing}, {row}) WITHOUT ROWID",
        f"CREATE INDEX newest ON {CONCERNS.table} (hlc DESC, record DESC)",
        f"CREATE INDEX reference ON {CONCERNS.table} (year, sequence)",
        f"CREATE TABLE {FULL_TEXT.table} {listing}) WITHOUT ROWID",
        f"CREATE VIRTUAL TABLE {FULL_TEXT.index} USING {index}",
    ]


def bare_part(path: Path) -> dbapi2.Connection:
    connection = dbapi2.connect(str(path), isolation_level=None)
    for setting in _SETTINGS[:1]:
        connection.execute(f"PRAGMA {setting}")
    connection.set_key(b"x'" + b"ab" * 32 + b"'")
    for setting in _SETTINGS[1:]:
        connection.execute(f"PRAGMA {setting}")
    for statement in (*TABLES, *_shelf_tables()):
        connection.execute(statement)
    return connection


def bare_transaction(
    bare: dbapi2.Connection, ledger: tuple[object, ...], shelf: tuple[object, ...]
) -> None:
    bare.execute("BEGIN IMMEDIATE")
    bare_insert(bare, ledger, shelf)
    bare.execute("COMMIT")


def bare_insert(
    bare: dbapi2.Connection, ledger: tuple[object, ...], shelf: tuple[object, ...]
) -> None:
    bare.execute(_INTO_LEDGER, ledger)
    bare.execute(_INTO_SHELF, shelf)
    bare.execute(_INTO_FOUND, shelf[:4])
    bare.execute(_INTO_WORDS, (ledger[0], *(shelf[column] for column in _FOUND_BY), WORDS))


if __name__ == "__main__":
    main()
