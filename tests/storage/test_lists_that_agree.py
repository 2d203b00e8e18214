"""Whether every list says what the ledger says: what tells a torn save from a finished one."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.concern import concern_body
from dsl_desk.domain.entry import Act
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.storage.agreeing import agree, disagreements
from dsl_desk.storage.columns import as_text
from dsl_desk.storage.shelves.all import SHELVES
from dsl_desk.storage.shelves.shelf import Listing
from tests.builders import a_concern_draft, an_entry_id
from tests.storage.training import CHILDREN, TrainingPart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlcipher3 import dbapi2

    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database
    from dsl_desk.storage.part import Part
    from dsl_desk.storage.shelves.shelf import Shelf


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


@pytest.mark.parametrize("name", ["concerns", "found"])
def test_that_a_list_that_is_being_made_again_tells_nothing(
    training: TrainingPart, name: str
) -> None:
    with closing(training.open()) as part:
        part.database.run("UPDATE shelves SET back_to = 3, count = 0 WHERE name = ?", name)
        assert agrees(part)


def test_that_a_row_its_record_does_not_lead_to_is_seen(
    training: TrainingPart, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(training.open()) as part:
        monkeypatch.setattr(Listing, "find", lambda *_: None)
        assert not agrees(part)


def put_beside(connection: dbapi2.Connection, shelf: Shelf, record: bytes) -> None:
    """Put a row on a list that no entry put there, and count it."""
    table = shelf.indexed.table
    columns = connection.execute('SELECT name, type, "notnull" FROM pragma_table_info(?)', (table,))
    values: dict[str, object] = {
        as_text(name): ("" if kind == "TEXT" else 1) for name, kind, needed in columns if needed
    }
    values |= {"record": record, "entry": record}
    places = ", ".join("?" * len(values))
    connection.execute(
        f"INSERT INTO {table} ({', '.join(values)}) VALUES ({places})",  # noqa: S608 own tables
        tuple(values.values()),
    )
    connection.execute("UPDATE shelves SET count = count + 1 WHERE name = ?", (shelf.name,))


@pytest.mark.parametrize("shelf", SHELVES[CHILDREN], ids=lambda shelf: shelf.name)
@pytest.mark.parametrize("whose", ["gone", "before", "behind"])
def test_that_a_row_no_entry_put_there_is_seen_on_every_list(
    training: TrainingPart, shelf: Shelf, whose: str
) -> None:
    with closing(training.burgle()) as connection:
        (gone,) = connection.execute("SELECT record FROM ledger WHERE version = 2").fetchone()
        put_beside(
            connection, shelf, {"gone": gone, "before": b"\0" * 16, "behind": b"\xff" * 17}[whose]
        )
    with closing(training.open()) as part:
        wrong = [each for each in disagreements(part.database, part.ledger, [shelf]) if each]
        assert [each.shelf for each in wrong[:1]] == [shelf]


def test_that_a_list_out_of_order_is_seen(
    training: TrainingPart, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page of another day may lead astray whoever reads on from one record to another."""
    read = Listing.rows

    def backwards(self: Listing, database: Database) -> Iterator[Row]:
        return reversed(list(read(self, database)))

    with closing(training.open()) as part:
        training.record(part)
        assert agrees(part)
        monkeypatch.setattr(Listing, "rows", backwards)
        assert not agrees(part)


def test_that_more_records_than_one_stretch_has_are_all_looked_at(training: TrainingPart) -> None:
    with closing(training.open()) as part:
        entries = [training.record(part) for _ in range(45)]
        assert agrees(part)
    for entry in (entries[0], entries[30], entries[44]):
        record = bytes.fromhex(entry.header.record)
        with closing(training.burgle()) as connection:
            sql = "UPDATE keeping_2 SET what = ? WHERE record = ?"
            (said,) = connection.execute(
                "SELECT what FROM keeping_2 WHERE record = ?", (record,)
            ).fetchone()
            connection.execute(sql, ("Somebody else's words", record))
            with closing(training.open()) as part:
                assert not agrees(part)
            connection.execute(sql, (said, record))


def test_that_what_is_recorded_while_lists_are_compared_is_no_damage(
    training: TrainingPart,
) -> None:
    """A record has its name from the moment its form is begun: a newer one may sort before."""
    with closing(training.open()) as part:
        names = []
        for _ in range(60):
            training.clock.advance(minutes=1)
            names.append(an_entry_id(training.clock))
        for name in names[::2]:
            put(training, part, name)
        begun_before = names[1::2]
        for wrong in disagreements(part.database, part.ledger, SHELVES[CHILDREN]):
            assert wrong is None
            while begun_before:
                put(training, part, begun_before.pop())
        assert agrees(part)


def put(training: TrainingPart, part: Part, name: EntryId) -> None:
    with part.writing(training.pen) as write:
        body = concern_body(a_concern_draft(), "C-2026-001", "Maya Fernsby")
        write.enter(Act(name, RecordId(name), EntryClass.CONCERN, body))
