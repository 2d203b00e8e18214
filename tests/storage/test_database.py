from __future__ import annotations

import random
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.disk_errors import DiskFailedError, DiskFullError, DiskReadOnlyError
from dsl_desk.domain.errors import DamageError, DeskError
from dsl_desk.domain.vault_errors import VaultBusyError, VaultMissingError
from dsl_desk.storage import database
from dsl_desk.storage.checking import check_part
from dsl_desk.storage.database import SettingError, create_compartment, open_compartment, salt_of
from dsl_desk.storage.disk_errors import told_as_facts
from dsl_desk.storage.part import open_part
from tests.storage.training import CHILDREN, TrainingPart

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.storage.part import Part

KEY = b"k" * 32
FILE_DAMAGE = Where(Damage.FILE, CHILDREN)


def test_that_a_missing_file_is_not_created_where_a_vault_was_expected(tmp_path: Path) -> None:
    with pytest.raises(VaultMissingError):
        open_compartment(tmp_path / "children.part", KEY, b"s" * 16, CHILDREN)
    assert list(tmp_path.iterdir()) == []


def test_that_a_file_that_vanishes_while_it_is_opened_is_not_created(tmp_path: Path) -> None:
    with pytest.raises(DiskReadOnlyError):
        database._opened(tmp_path / "children.part", KEY, CHILDREN)
    assert list(tmp_path.iterdir()) == []


def test_that_an_empty_file_is_refused_and_stays_empty(tmp_path: Path) -> None:
    file = tmp_path / "children.part"
    file.touch()
    with pytest.raises(DamageError) as told:
        open_compartment(file, KEY, b"s" * 16, CHILDREN)
    assert told.value.where == FILE_DAMAGE
    assert file.stat().st_size == 0
    assert list(tmp_path.iterdir()) == [file]


def test_that_a_file_that_is_there_is_never_made_anew(tmp_path: Path) -> None:
    file = tmp_path / "children.part"
    file.write_bytes(b"somebody's only copy")
    with pytest.raises(FileExistsError):
        create_compartment(file, KEY, CHILDREN)
    assert file.read_bytes() == b"somebody's only copy"


def test_that_another_salt_than_the_page_names_is_damage(training: TrainingPart) -> None:
    training.make().close()
    with pytest.raises(DamageError) as told:
        open_compartment(training.path, training.key, b"s" * 16, CHILDREN)
    assert told.value.where == FILE_DAMAGE


def test_that_a_wrong_key_opens_nothing(training: TrainingPart) -> None:
    training.make().close()
    with pytest.raises(DamageError) as told:
        open_compartment(training.path, KEY, salt_of(training.path), CHILDREN)
    assert told.value.where == FILE_DAMAGE


_APART = 293  # bytes: fourteen in each page; `tests.proof.flips` flips every bit of every file
_OURS = """
import contextlib, sys
from pathlib import Path
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import DamageError
from dsl_desk.storage.database import open_compartment, salt_of
path, key = Path(sys.argv[1]), bytes.fromhex(sys.argv[2])
with contextlib.suppress(DamageError):
    open_compartment(path, key, salt_of(path), Compartment.CHILDREN)
"""
_LOUD = """
import contextlib, sys
from sqlcipher3 import dbapi2
connection = dbapi2.connect(sys.argv[1])
connection.set_key(b"x'" + sys.argv[2].encode() + b"'")
with contextlib.suppress(dbapi2.DatabaseError):
    connection.execute("SELECT count(*) FROM sqlite_master")
"""


@pytest.mark.parametrize(("code", "silent"), [(_OURS, True), (_LOUD, False)])
def test_that_the_library_says_nothing_of_a_wrong_key_on_the_terminal(
    training: TrainingPart, code: str, *, silent: bool
) -> None:
    training.make().close()
    run = subprocess.run(  # its silence is per process
        [sys.executable, "-c", code, str(training.path), KEY.hex()],
        capture_output=True,
        text=True,
        check=True,
    )
    assert (run.stderr == "") is silent


def test_that_a_key_of_another_length_is_a_bug(training: TrainingPart) -> None:
    training.make().close()
    with pytest.raises(ValueError, match=r"^$"):
        open_compartment(training.path, b"short", salt_of(training.path), CHILDREN)


def test_that_every_flipped_byte_of_a_file_is_refused_or_does_not_matter(
    training: TrainingPart,
) -> None:
    part = training.make()
    training.record(part)
    genuine = [entry.digest for entry in part.ledger.entries()]
    part.close()
    whole, salt, refused = training.path.read_bytes(), salt_of(training.path), 0
    flipped = range(random.randrange(_APART), len(whole), _APART)  # noqa: S311 - others each time
    for at in flipped:
        changed = bytearray(whole)
        changed[at] ^= 0x10
        training.path.write_bytes(bytes(changed))
        try:
            assert _all_that_is_read(training, salt) == genuine
        except DamageError:
            refused += 1
    assert refused > len(flipped) // 2


def _all_that_is_read(training: TrainingPart, salt: bytes) -> list[bytes]:
    part = open_part(training.path, training.key, salt, CHILDREN, training.roll)
    try:
        check_part(part, lambda _count: None)
        return [entry.digest for entry in part.ledger.entries()]
    finally:
        part.close()


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("journal_mode", "truncate"),
        ("synchronous", 3),
        ("locking_mode", "exclusive"),
        ("temp_store", 2),
        ("cell_size_check", 1),
        ("trusted_schema", 0),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("cipher_page_size", "4096"),
        ("cipher_use_hmac", "1"),
        ("cipher_hmac_algorithm", "HMAC_SHA512"),
        ("cipher_memory_security", "0"),
        ("cache_size", -32768),
        ("hard_heap_limit", 2**30),
    ],
)
def test_that_every_rule_of_the_disk_is_in_force(
    training: TrainingPart, name: str, answer: object
) -> None:
    part = training.make()
    part.close()
    opened = open_compartment(training.path, training.key, salt_of(training.path), CHILDREN)
    assert opened.row(f"PRAGMA {name}") == (answer,)
    opened.close()


def test_that_nothing_opens_when_a_rule_does_not_take(
    training: TrainingPart, monkeypatch: pytest.MonkeyPatch
) -> None:
    training.make().close()
    monkeypatch.setattr(database, "_RULES", (("journal_mode", "WAL", "truncate"),))
    with pytest.raises(SettingError):
        open_compartment(training.path, training.key, salt_of(training.path), CHILDREN)


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH DATABASE ':memory:' AS other",
        "DETACH DATABASE main",
        "PRAGMA synchronous=OFF",
        "PRAGMA journal_mode=WAL",
        "CREATE TABLE other (x)",
        "CREATE TEMP TABLE other (x)",
        "CREATE VIEW other AS SELECT 1",
        "CREATE TRIGGER other AFTER INSERT ON ledger BEGIN SELECT 1; END",
        "DROP TABLE ledger",
        "ALTER TABLE ledger ADD COLUMN other",
        "UPDATE ledger SET body = NULL",
        "DELETE FROM ledger",
        "UPDATE life SET strand = x'00'",
        "DELETE FROM life",
        "SELECT load_extension('other')",
        "SELECT sqlcipher_export('main')",
        "SELECT randomblob(9)",
        "VACUUM INTO 'other.db'",
        "REINDEX",
        "ANALYZE",
    ],
)
def test_that_an_opened_part_refuses(part: Part, statement: str) -> None:
    with pytest.raises(dbapi2.DatabaseError):
        part.database.run(statement)


def test_that_no_code_is_loaded_into_the_database(part: Part) -> None:
    with pytest.raises(dbapi2.DatabaseError):
        part.database._connection.load_extension("other")


def test_that_a_part_somebody_has_open_is_busy(part: Part, training: TrainingPart) -> None:
    with pytest.raises(VaultBusyError):
        training.open()
    assert part.ledger.count() == 1


@pytest.mark.parametrize(
    ("code", "fact"),
    [
        (dbapi2.SQLITE_FULL, DiskFullError),
        (dbapi2.SQLITE_READONLY, DiskReadOnlyError),
        (dbapi2.SQLITE_CANTOPEN, DiskReadOnlyError),
        (dbapi2.SQLITE_IOERR, DiskFailedError),
        (dbapi2.SQLITE_IOERR | 12 << 8, DiskFailedError),
        (dbapi2.SQLITE_BUSY, VaultBusyError),
        (dbapi2.SQLITE_CORRUPT, DamageError),
        (dbapi2.SQLITE_NOTADB, DamageError),
    ],
)
def test_that_what_the_disk_did_becomes_a_fact_without_its_words(
    code: int, fact: type[DeskError]
) -> None:
    failure = dbapi2.OperationalError("about Wren Tamarisk")
    failure.sqlite_errorcode = code
    with pytest.raises(fact) as told, told_as_facts(CHILDREN):
        raise failure
    assert told.value.__cause__ is None
    assert "Tamarisk" not in repr(told.value)


def test_that_any_other_database_error_stays_a_bug() -> None:
    with pytest.raises(dbapi2.IntegrityError), told_as_facts(CHILDREN):
        raise dbapi2.IntegrityError


def test_that_a_full_disk_is_told_and_leaves_everything_as_it_was(
    training: TrainingPart,
) -> None:
    training.make().close()
    opened = open_compartment(training.path, training.key, salt_of(training.path), CHILDREN)
    opened.run(f"PRAGMA max_page_count={opened.number('PRAGMA page_count')}")
    opened.run("BEGIN IMMEDIATE")
    with pytest.raises(DiskFullError):
        opened.run(
            "INSERT INTO shelves (name, version, back_to, count) VALUES (?, 1, 0, 0)", "x" * 100_000
        )
    opened.close()
    part = training.open()
    assert part.ledger.count() == 1
    part.close()


def test_that_a_file_that_cannot_be_read_is_the_disk_s_doing(tmp_path: Path) -> None:
    with pytest.raises(DiskFailedError):
        salt_of(tmp_path)


def test_that_the_files_are_for_their_owner_only(part: Part, training: TrainingPart) -> None:
    training.record(part)
    for file in training.path.parent.iterdir():
        assert file.stat().st_mode & 0o777 == 0o600


def test_that_rows_come_in_slices_and_none_is_lost(part: Part) -> None:
    part.database.run("BEGIN IMMEDIATE")
    for number in range(450):
        part.database.run(
            "INSERT INTO shelves (name, version, back_to, count) VALUES (?, ?, 0, 0)",
            f"{number}",
            number,
        )
    rows = part.database.rows("SELECT version FROM shelves WHERE name < 'a'")
    assert sorted(str(row[0]) for row in rows) == sorted(str(number) for number in range(450))
    part.database.run("ROLLBACK")
