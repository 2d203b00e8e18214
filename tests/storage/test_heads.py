"""Proving the heads of a part whose file was never finished."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.damage import Damage
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.keeping_errors import JournalRefusedError
from dsl_desk.domain.signing import Rolls
from dsl_desk.storage.database import create_compartment, look_into_compartment, salt_of
from dsl_desk.storage.heads import Judge, unproved_heads
from tests.storage.found import Found
from tests.storage.training import CHILDREN, TrainingPart

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def never_begun(tmp_path: Path) -> Found:
    """Return a part that was cut short before its very first save, its journal beside it."""
    training = TrainingPart(tmp_path / "children.part")
    with closing(create_compartment(training.path, training.key, CHILDREN)) as database:
        database.run("CREATE TABLE first(one BLOB)")
        database.run("DROP TABLE first")
    burglar = training.burgle()
    burglar.execute("PRAGMA journal_mode=TRUNCATE")
    burglar.execute("PRAGMA cache_size=1")
    burglar.execute("BEGIN IMMEDIATE")
    burglar.execute("CREATE TABLE ledger(body BLOB)")
    burglar.execute("INSERT INTO ledger VALUES (zeroblob(90000))")
    found = Found(training, salt_of(training.path))
    pair = found.lies()
    burglar.execute("ROLLBACK")
    burglar.close()
    found.lay(pair)
    return found


def test_that_a_part_cut_short_before_its_first_save_is_refused_by_name_and_kept(
    never_begun: Found,
) -> None:
    before = never_begun.lies()
    assert never_begun.has_journal()
    with pytest.raises(JournalRefusedError):
        never_begun.settle()
    assert never_begun.lies() == before


def test_that_a_file_whose_tables_were_never_saved_is_damage_and_no_bug(tmp_path: Path) -> None:
    path, key = tmp_path / "children.part", bytes(32)
    with (
        closing(create_compartment(path, key, CHILDREN)) as database,
        pytest.raises(DamageError) as damaged,
    ):
        Judge(Rolls([])).heads_if_they_will_do(database)
    assert damaged.value.where.damage is Damage.FILE


def test_that_nothing_is_read_off_a_file_without_tables(tmp_path: Path) -> None:
    path, key = tmp_path / "children.part", bytes(32)
    with closing(create_compartment(path, key, CHILDREN)) as fresh:
        fresh.run("CREATE TABLE first(one BLOB)")
    with (
        closing(look_into_compartment(path, key, salt_of(path), CHILDREN)) as database,
        pytest.raises(DamageError),
    ):
        unproved_heads(database)
