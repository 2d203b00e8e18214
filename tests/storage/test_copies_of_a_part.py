"""Looking into a part without touching it, and copying one that is open."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.disk_errors import DiskFailedError, DiskReadOnlyError
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.progress import untold
from dsl_desk.storage import database
from dsl_desk.storage.database import HalfDoneError, look_into_compartment, salt_of
from dsl_desk.storage.ledger import Ledger
from tests.storage.training import CHILDREN, TrainingPart

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.storage.database import Database
    from dsl_desk.storage.part import Part


def look(training: TrainingPart, path: Path | None = None) -> Database:
    path = path or training.path
    return look_into_compartment(path, training.key, salt_of(training.path), CHILDREN)


def test_that_an_open_part_lies_on_the_disk_as_it_was_last_saved(
    part: Part, training: TrainingPart, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    for _ in range(2):
        training.record(part)
        copy.write_bytes(part.database.as_it_lies().read())
        opened = look(training, copy)
        assert opened.is_whole()
        assert Ledger(opened, training.roll).heads() == part.ledger.heads()
        opened.close()


_ASKING = """
import sys
from sqlcipher3 import dbapi2
connection = dbapi2.connect(sys.argv[1])
connection.execute("PRAGMA cipher_log_level=NONE")
connection.set_key(sys.argv[2].encode())
connection.execute("SELECT count(*) FROM ledger")
"""


def test_that_copying_does_not_let_another_program_in(part: Part, training: TrainingPart) -> None:
    assert part.database.as_it_lies().read()
    run = subprocess.run(
        [sys.executable, "-c", _ASKING, str(training.path), f"x'{training.key.hex()}'"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "database is locked" in run.stderr


def test_that_nothing_is_copied_in_the_midst_of_a_write(part: Part) -> None:
    part.database.run("BEGIN IMMEDIATE")
    with pytest.raises(HalfDoneError):
        part.database.as_it_lies()
    part.database.run("ROLLBACK")


def test_that_a_disk_that_takes_no_more_of_a_copy_is_told(part: Part, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, hard))
    try:
        with pytest.raises(DiskFailedError):
            part.database.copy_to(tmp_path / "copy", bytes(32), b"", untold)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_that_a_page_that_was_altered_is_found_by_looking_at_all(training: TrainingPart) -> None:
    part = training.make()
    for _ in range(9):
        training.record(part)
    part.close()
    whole = training.path.read_bytes()
    for page in range(1, len(whole) // 4096):
        changed = bytearray(whole)
        changed[page * 4096 + 2000] ^= 1
        training.path.write_bytes(bytes(changed))
        try:
            opened = look(training)
        except DamageError:  # a page of the schema is read before anything else is
            continue
        assert not opened.is_whole()
        opened.close()


def test_that_looking_leaves_the_file_and_its_journal_alone(training: TrainingPart) -> None:
    training.make().close()
    journal = training.path.with_name("children.part-journal")
    journal.write_bytes(b"anything")
    before = training.path.read_bytes()
    opened = look(training)
    with pytest.raises(DiskReadOnlyError):
        opened.run("DELETE FROM shelves")
    opened.close_to_changes()
    with pytest.raises(dbapi2.DatabaseError):
        opened.run("PRAGMA query_only=OFF")
    opened.close()
    assert (training.path.read_bytes(), journal.read_bytes()) == (before, b"anything")


def test_that_looking_asks_for_the_salt_of_the_page_too(training: TrainingPart) -> None:
    training.make().close()
    with pytest.raises(DamageError) as told:
        look_into_compartment(training.path, training.key, b"s" * 16, CHILDREN)
    assert told.value.where == Where(Damage.FILE, CHILDREN)


@pytest.mark.parametrize(
    "planted",
    [
        "CREATE VIEW planted AS SELECT 1",
        "CREATE TRIGGER planted AFTER INSERT ON ledger BEGIN DELETE FROM shelves; END",
    ],
)
def test_that_a_file_with_a_view_or_a_trigger_is_not_ours(
    training: TrainingPart, planted: str
) -> None:
    training.make().close()
    burglar = training.burgle()
    burglar.execute(planted)
    burglar.close()
    for opening in (training.open, lambda: look(training)):
        with pytest.raises(DamageError) as told:
            opening()
        assert told.value.where == Where(Damage.FILE, CHILDREN)


def test_that_no_rule_of_the_disk_has_been_left_out() -> None:
    assert {name for name, _, _ in database._RULES} == {
        "locking_mode",
        "journal_mode",
        "synchronous",
        "foreign_keys",
        "secure_delete",
        "temp_store",
        "cell_size_check",
        "trusted_schema",
        "cache_size",
        "hard_heap_limit",
    }
    assert {name for name, _ in database._AS_BUILT} == {
        "cipher_page_size",
        "cipher_use_hmac",
        "cipher_hmac_algorithm",
        "cipher_memory_security",
    }


@pytest.mark.parametrize(
    "foreign",
    [
        "cipher_page_size=8192",
        "cipher_use_hmac=OFF",
        "cipher_hmac_algorithm=HMAC_SHA256",
    ],
)
def test_that_a_library_with_other_defaults_opens_nothing(
    training: TrainingPart, foreign: str
) -> None:
    training.make().close()
    burglar = dbapi2.connect(":memory:")
    default = foreign.replace("cipher_", "cipher_default_")
    usual = {"page": "4096", "use": "ON", "hmac": "HMAC_SHA512"}[foreign.split("_")[1]]
    burglar.execute(f"PRAGMA {default}")
    try:
        with pytest.raises(database.SettingError):
            training.open()
    finally:
        burglar.execute(f"PRAGMA {default.split('=')[0]}={usual}")
        burglar.close()
    training.open().close()
