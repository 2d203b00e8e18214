"""A thousand hostile records as JSON and as tables: nothing is lost, and no cell calculates."""

from __future__ import annotations

import csv
import io
import json
import random
from typing import TYPE_CHECKING

from dsl_desk.documents.machine_readable import locked_zip, records_json, tables
from dsl_desk.documents.table import harmless
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ids import EntryId
from dsl_desk.domain.machine_readable import About, MachineRecord, MachineVersion
from tests.schemas import problems_with, records_schema

if TYPE_CHECKING:
    from dsl_desk.domain.packing import Json

ABOUT = About("Fernhollow Primary School", "Maya Fernsby", "2026-11-19T12:14:00+00:00")
HOSTILE = (
    *("=", "+", "-", "@", "\t", "\r", "\n", "\0", '"', "'", ",", ";", " ", "\u00a0", "\u3000"),
    *("\uff1d", "\uff0b", "\uff0d", "\uff20", "\u202e", "\u200b", "\ufeff", "\U0001f426", "\u02bc"),
    *("</script>", "<a href=file:///x>", "cmd|' /C calc'!A0", "\\u0000", "Zażółć", "تاريخ"),
)
ACTIVE = frozenset("=+-@\t\r\0\uff1d\uff0b\uff0d\uff20")
COUNT = 1_000


def hostile_records() -> list[MachineRecord]:
    chance = random.Random(26)  # noqa: S311  # the same words on every run
    made = []
    for number in range(COUNT):
        words = "".join(chance.choice(HOSTILE) for _ in range(chance.randint(0, 12)))
        told: dict[str, Json] = {
            "words": words,
            "inside": {words[:9]: words},
            "list": [words, {"x": words}],
        }
        name = f"{number:032x}"
        version = MachineVersion(
            EntryId(name), 1, ABOUT.made_at, words, "2026-11-19", words, 1, told
        )
        kind = f"kind_{'abcd'[number % 4]}"
        made.append(MachineRecord(name, Compartment.CHILDREN, kind, words, (version,)))
    made.append(MachineRecord("f" * 32, Compartment.STAFF, "long", "", (_long(),)))
    return made


def _long() -> MachineVersion:
    told: dict[str, Json] = {"words": "=" + "a" * 100_000}
    return MachineVersion(EntryId("f" * 32), 1, ABOUT.made_at, "", "", "", 1, told)


def test_that_what_goes_into_the_document_comes_out_of_it() -> None:
    records = hostile_records()
    told = json.loads(records_json(ABOUT, records))
    assert problems_with(told, records_schema()) == []
    for record, read in zip(records, told["records"], strict=True):
        assert read["versions"][0]["fields"] == dict(record.versions[0].fields)


def test_that_no_cell_of_any_table_is_taken_for_a_formula() -> None:
    records = hostile_records()
    found = 0
    for table in tables(records).values():
        read = csv.reader(io.StringIO(table.decode("utf-8-sig"), newline=""))
        for row in read:
            for cell in row:
                found += 1
                assert not cell or cell[0] not in ACTIVE
                assert harmless(cell) == cell or cell.startswith("'")
    assert found > 10 * COUNT


def test_that_a_file_of_hostile_records_is_locked_and_proved() -> None:
    content = locked_zip(ABOUT, hostile_records(), "meadow lantern thistle acorn")
    assert content.count(b"records.zip") == 2  # before the file and in the list of files
    assert b"calc" not in content
