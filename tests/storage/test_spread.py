"""A list with a row for each person: what is put comes back as one, and a changed row is seen."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.storage.database import create_compartment
from dsl_desk.storage.indexes import same_by_every_index
from dsl_desk.storage.shelves.shelf import Standing
from dsl_desk.storage.shelves.spread import Spread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database
    from dsl_desk.storage.part import Part
    from tests.storage.training import TrainingPart

WREN, ROBIN, LENA = "0a" * 16, "0b" * 16, "0c" * 16


def _named(entry: Entry) -> tuple[tuple[str, ...], Row] | None:
    about = str(entry.body.fields.get("about", ""))
    return (tuple(about.split()), (entry.header.written_at,)) if about != "-" else None


SHELF = Spread("named", 1, ("at TEXT NOT NULL",), _named, ("person person, at",))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = create_compartment(
        tmp_path / "lists.part", secrets.token_bytes(32), Compartment.CHILDREN
    )
    SHELF.lay_out(database)
    yield database
    database.close()


def naming(training: TrainingPart, part: Part, *people: str) -> Entry:
    training.clock.advance(minutes=1)
    entry = training.record(part)
    body = replace(entry.body, fields={**entry.body.fields, "about": " ".join(people)})
    return replace(entry, body=body)


def put(database: Database, entry: Entry) -> Row:
    row = SHELF.row(entry)
    assert row is not None
    SHELF.put(database, row, Standing(entry, 1))
    return row


def people_of(database: Database) -> list[object]:
    rows = database.rows("SELECT person FROM named_1 ORDER BY record, person")
    return [row[0] for row in rows]


def test_that_each_person_has_a_row_and_together_they_are_the_record(
    database: Database, part: Part, training: TrainingPart
) -> None:
    entry = naming(training, part, ROBIN, WREN, WREN)
    row = put(database, entry)
    assert people_of(database) == [WREN, ROBIN]
    assert SHELF.find(database, bytes.fromhex(entry.header.record)) == row
    assert list(SHELF.rows(database)) == [row]
    assert SHELF.counted(database) == database.more_rows[SHELF.name, SHELF.version] == 1
    assert all(same_by_every_index(database, SHELF.indexed))


def test_that_what_names_nobody_stands_there_for_nobody(
    database: Database, part: Part, training: TrainingPart
) -> None:
    row = put(database, naming(training, part))
    assert people_of(database) == [""]
    assert list(SHELF.rows(database)) == [row]


def test_that_a_newer_version_takes_everybodys_place_and_an_older_one_nobodys(
    database: Database, part: Part, training: TrainingPart
) -> None:
    first = naming(training, part, WREN, ROBIN)
    put(database, first)
    header = replace(first.header, version=2)
    second = replace(first, header=header, body=replace(first.body, fields={"about": LENA}))
    row = put(database, second)
    put(database, first)
    assert people_of(database) == [LENA]
    assert list(SHELF.rows(database)) == [row]
    assert database.more_rows[SHELF.name, SHELF.version] == 1


def test_that_a_record_is_taken_off_for_everybody_once(
    database: Database, part: Part, training: TrainingPart
) -> None:
    entry = naming(training, part, WREN, ROBIN)
    put(database, entry)
    for _ in range(2):
        SHELF.take_off(database, bytes.fromhex(entry.header.record))
    assert people_of(database) == []
    assert database.more_rows[SHELF.name, SHELF.version] == 0
    assert SHELF.find(database, bytes.fromhex(entry.header.record)) is None


def test_that_other_kinds_put_nothing_there(part: Part, training: TrainingPart) -> None:
    assert SHELF.row(naming(training, part, "-")) is None


ADDED = (
    "INSERT INTO named_1 (record, version, hlc, entry, person, at)"
    " SELECT record, version, hlc, entry, '', at FROM named_1 WHERE person = ?"
)


@pytest.mark.parametrize(
    "fault",
    [
        "UPDATE named_1 SET at = 'earlier' WHERE person = ?",
        "UPDATE named_1 SET person = 'another' WHERE person = ?",
        "DELETE FROM named_1 WHERE person = ?",
        ADDED,
    ],
)
def test_that_one_persons_changed_row_differs_from_what_the_entry_says(
    database: Database, part: Part, training: TrainingPart, fault: str
) -> None:
    row = put(database, naming(training, part, WREN, ROBIN))
    database.run(fault, WREN)
    (told,) = SHELF.rows(database)
    assert told != row


def test_that_the_list_of_an_older_version_is_torn_down(database: Database) -> None:
    SHELF.tear_down(database, 1)
    assert database.row("SELECT 1 FROM sqlite_master WHERE name = ?", SHELF.table) is None
