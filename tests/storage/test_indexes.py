"""Whether a table says the same by every index; a stale index is planted under the table."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from dsl_desk.storage import indexes
from dsl_desk.storage.indexes import LEDGER, same_by_every_index
from dsl_desk.storage.shelves.concerns import CONCERNS
from dsl_desk.storage.shelves.keeping import KEEPING

if TYPE_CHECKING:
    from dsl_desk.storage.indexes import Indexed
    from tests.storage.training import TrainingPart

WHERE = "FROM sqlite_master WHERE name = ?"
TABLES = {"ledger": LEDGER, "concerns": CONCERNS.indexed, "keeping": KEEPING.indexed}


@pytest.fixture
def grown(training: TrainingPart) -> TrainingPart:
    with closing(training.make()) as part:
        for _ in range(7):
            training.record(part)
    return training


def without(training: TrainingPart, index: str, change: str) -> None:
    """Change a table while one of its indexes is not known, and know it again."""
    with closing(training.burgle()) as burglar:
        burglar.execute("PRAGMA writable_schema = ON")
        said = burglar.execute(f"SELECT * {WHERE}", (index,)).fetchone()
        burglar.execute(f"DELETE {WHERE}", (index,))
    with closing(training.burgle()) as burglar:
        burglar.execute(change)
        burglar.execute("PRAGMA writable_schema = ON")
        burglar.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", said)


@pytest.mark.parametrize("slice_of", [2, 200])
@pytest.mark.parametrize(
    ("table", "index", "change"),
    [
        ("ledger", "ledger_by_time", "UPDATE ledger SET hlc = hlc + 1 WHERE place = 4"),
        ("ledger", "ledger_by_record", "DELETE FROM ledger WHERE place = 8"),
        ("ledger", "ledger_by_record", "UPDATE ledger SET version = 9 WHERE place = 8"),
        ("concerns", "concerns_3_by_state", "UPDATE concerns_3 SET state = 'closed'"),
        ("concerns", "concerns_3_by_newest", "DELETE FROM concerns_3 WHERE sequence = 3"),
        ("keeping", "keeping_2_by_parent", "UPDATE keeping_2 SET parent = 'x'"),
    ],
)
def test_that_an_index_of_another_day_is_seen(  # noqa: PLR0913, PLR0917  a table, and its slices
    grown: TrainingPart,
    monkeypatch: pytest.MonkeyPatch,
    table: str,
    index: str,
    change: str,
    slice_of: int,
) -> None:
    monkeypatch.setattr(indexes, "_SLICE", slice_of)
    with closing(grown.open()) as part:
        assert all(same_by_every_index(part.database, TABLES[table]))
    without(grown, index, change)
    with closing(grown.open()) as part:
        assert not all(same_by_every_index(part.database, TABLES[table]))


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_that_what_is_recorded_between_two_steps_is_no_damage(
    grown: TrainingPart, monkeypatch: pytest.MonkeyPatch, table: Indexed
) -> None:
    monkeypatch.setattr(indexes, "_SLICE", 3)
    with closing(grown.open()) as part:
        steps = 0
        for same in same_by_every_index(part.database, table):
            assert same
            steps += 1
            if steps in {1, 4, 5, 7}:  # while rows are gone through, and while indexes are counted
                grown.record(part)
        assert steps > 3


def test_that_no_step_counts_the_ledger_itself(
    grown: TrainingPart, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would read every word of every entry at once: a minute of a large vault."""
    with closing(grown.open()) as part:
        asked: list[str] = []
        number = part.database.number

        def noted(sql: str) -> int:
            asked.append(sql)
            return number(sql)

        monkeypatch.setattr(part.database, "number", noted)
        assert all(same_by_every_index(part.database, LEDGER))
    assert len(asked) == len(LEDGER.indexes)
    assert not [sql for sql in asked if "NOT INDEXED" in sql]
