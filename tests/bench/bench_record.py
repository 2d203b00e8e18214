"""Recording one entry, beside a bare SQLCipher transaction of the same bytes and settings.

Run: python -m tests.bench.bench_record
Both take turns in one run, so that whatever else the machine does falls on both.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from sqlcipher3 import dbapi2

from dsl_desk.domain.concern import concern_body
from dsl_desk.domain.entry import Act
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.storage.schema import TABLES
from dsl_desk.storage.shelves.chronology import CHRONOLOGY
from dsl_desk.storage.shelves.concerns import CONCERNS
from dsl_desk.storage.shelves.full_text import FULL_TEXT
from dsl_desk.storage.shelves.insights import INSIGHTS
from dsl_desk.storage.shelves.keeping import KEEPING
from tests.builders import a_concern_draft
from tests.storage.training import TrainingPart

if TYPE_CHECKING:
    from collections.abc import Iterator

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
_SEARCHED: Final = ("ref", "about", "told_by")
_INTO_WORDS: Final = (
    f"INSERT INTO {FULL_TEXT.index} (rowid, ref, about, told_by, words) VALUES (?, ?, ?, ?, ?)"  # noqa: S608 own constants
)
# The lists a concern of nobody known is put on.
_LISTS: Final = (CONCERNS, CHRONOLOGY, KEEPING, INSIGHTS, FULL_TEXT)
Inserted: TypeAlias = tuple[tuple[str, tuple[object, ...]], ...]


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
        rows = rows_of(part, entry)
        start = time.perf_counter()
        bare_transaction(bare, rows)
        floor.append(time.perf_counter() - start)
    return ours, floor


def _record(training: TrainingPart, part: Part) -> Entry:
    name = fresh_id(training.clock.now())
    body = concern_body(a_concern_draft(words=WORDS), "C-2026-001", "Maya Fernsby")
    with part.writing(training.pen) as write:
        return write.enter(Act(EntryId(name), RecordId(name), EntryClass.CONCERN, body))


def rows_of(part: Part, entry: Entry) -> Inserted:
    """Return what a bare program would insert: the line, its row on each list, its words."""
    line = part.database.row("SELECT * FROM ledger WHERE id = ?", bytes.fromhex(entry.header.id))
    if line is None:
        raise LookupError
    found: list[tuple[str, tuple[object, ...]]] = [(_INTO_LEDGER, line)]
    for shelf in _LISTS:
        row = shelf.row(entry)
        if row is None:
            raise LookupError
        places = ", ".join("?" * len(row))
        found.append((f"INSERT INTO {shelf.table} ({shelf.columns}) VALUES ({places})", row))  # noqa: S608 own constants
    listed = dict(zip(CONCERNS.columns.split(", "), found[1][1], strict=True))
    texts = (*(listed[name] for name in _SEARCHED), WORDS)
    return (*found, (_INTO_WORDS, (line[0], *texts)))


def _shelf_tables() -> Iterator[str]:
    """Return what lays out the lists of a part, as they stand in one of ours."""
    for shelf in _LISTS:
        key = "PRIMARY KEY (record)) WITHOUT ROWID"
        if shelf is CHRONOLOGY:  # a row for each person, in the order they came
            key = "UNIQUE (record, person))"
        yield f"CREATE TABLE {shelf.table} ({shelf.columns}, {key}"
        for name, columns in shelf.indexed.indexes.items():
            if not name.startswith("sqlite_"):
                yield f"CREATE INDEX {name} ON {shelf.table} ({', '.join(columns)})"
    fields = "ref, about, told_by, words, content='', prefix='2 3'"
    index = f"fts5({fields}, tokenize='unicode61 remove_diacritics 2')"
    yield f"CREATE VIRTUAL TABLE {FULL_TEXT.index} USING {index}"


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


def bare_transaction(bare: dbapi2.Connection, rows: Inserted) -> None:
    bare.execute("BEGIN IMMEDIATE")
    bare_insert(bare, rows)
    bare.execute("COMMIT")


def bare_insert(bare: dbapi2.Connection, rows: Inserted) -> None:
    for statement, values in rows:
        bare.execute(statement, values)


if __name__ == "__main__":
    main()
