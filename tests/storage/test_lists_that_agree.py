"""Whether every list says what the ledger says: what tells a torn save from a finished one."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from dsl_desk.storage.agreeing import agree
from tests.storage.training import TrainingPart

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.storage.part import Part


def agrees(part: Part) -> bool:
    return agree(part.database, part.ledger)


@pytest.fixture
def training(tmp_path: Path) -> TrainingPart:
    made = TrainingPart(tmp_path / "children.part")
    with closing(made.make()) as part:
        made.record(part)
        kept = made.record(part)
        with part.writing(made.pen) as write:
            write.dispose(kept.header.record, "Kept for as long as it had to be")
    return made


def test_that_lists_of_a_finished_save_agree(training: TrainingPart) -> None:
    with closing(training.open()) as part:
        assert agrees(part)


@pytest.mark.parametrize(
    "torn",
    [
        "DELETE FROM concerns_3",
        "DELETE FROM found_5",
        "INSERT INTO words_5 (words_5) VALUES ('delete-all')",
        "DELETE FROM words_5_docsize",
        "UPDATE shelves SET count = count - 1 WHERE name = 'found'",
        (
            "INSERT INTO found_5 VALUES (x'01', 1, 1, x'01', '', '', '');"
            " UPDATE shelves SET count = count + 1 WHERE name = 'found'"
        ),
    ],
)
def test_that_a_list_whose_pages_never_reached_the_disk_is_seen(
    training: TrainingPart, torn: str
) -> None:
    with closing(training.burgle()) as connection:
        for statement in torn.split("; "):
            connection.execute(statement)
    with closing(training.open()) as part:
        assert not agrees(part)


def test_that_a_list_that_is_being_made_again_tells_nothing(training: TrainingPart) -> None:
    with closing(training.open()) as part:
        part.database.run("UPDATE shelves SET back_to = 3, count = 0 WHERE name = 'concerns'")
        assert agrees(part)
