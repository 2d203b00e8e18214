"""Shelves made afresh: newest first, resumable, and the same whatever the order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.concern import CONCERN, said_of
from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.disk_errors import DiskFullError
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.entry_form import read_header, write_header
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.packing import canonical_json
from dsl_desk.storage.checking import check_part
from dsl_desk.storage.columns import as_text
from dsl_desk.storage.proof import body_digest
from dsl_desk.storage.shelves.concerns import CONCERNS, next_reference, page_of_concerns
from dsl_desk.storage.shelves.full_text import FULL_TEXT
from tests.builders import a_concern_draft, an_entry_id
from tests.storage.copies import goes_on
from tests.storage.training import CHILDREN

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.part import Part
    from dsl_desk.storage.proof import Line
    from tests.storage.training import TrainingPart

ENTRIES = 30
_FURTHER = "SELECT name FROM shelves WHERE back_to < ?"
# What reads as the body of a concern and says nothing of what a concern says.
FORGED = canonical_json(
    {
        "kind": "concern",
        "schema": 1,
        "happened_at": "",
        "reason": "",
        "names": {},
        "fields": {"ref": "C-2026-001", "about": "x", "told_by": "x", "words": "x"},
    }
)


@pytest.fixture
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CONCERNS, "slice", 4)
    monkeypatch.setattr(FULL_TEXT, "slice", 4)
    monkeypatch.setattr("dsl_desk.storage.part._AT_OPENING", -1.0)


def once() -> Callable[[], bool]:
    asked: list[bool] = []

    def enough() -> bool:
        asked.append(True)
        return len(asked) > 1

    return enough


def emptied(training: TrainingPart) -> list[Row]:
    """Make a history with versions and a disposal, and take its shelves away."""
    part = training.make()
    entries = []
    for number in range(ENTRIES):
        training.clock.advance(minutes=1)
        entries.append(training.record(part, a_concern_draft(about=f"Child {number}")))
    with part.writing(training.pen) as write:
        said = said_of(a_concern_draft(about="Child 3, again"), "C-2026-004")
        write.version(CONCERN, said, entries[3].header.id, "Why", an_entry_id(training.clock))
        write.dispose(entries[5].header.record, "Why")
    rows = list(CONCERNS.rows(part.database))
    part.close()
    burglar = training.burgle()
    burglar.execute("DELETE FROM shelves")
    burglar.close()
    return rows


@pytest.mark.usefixtures("small_slices")
def test_that_the_newest_come_first_and_every_slice_stays(training: TrainingPart) -> None:
    before = emptied(training)
    part = training.open()
    assert (part.shelved().left, page_of_concerns(part.database, 0, 9).total) == (33, 0)
    told = part.fill_shelves(once())
    assert (told.left, told.of, told.complete) == (33, 33, False)
    assert page_of_concerns(part.database, 0, 1).rows[0].whom() == "Child 3, again"
    part.close()
    part = training.open()  # killed meanwhile: it goes on where it was
    assert page_of_concerns(part.database, 0, 9).total == 3
    training.clock.advance(days=1)
    training.record(part, a_concern_draft(about="Child of today"))
    assert part.fill_shelves(lambda: False).complete
    rows = list(CONCERNS.rows(part.database))
    assert [row for row in rows if row in before] == before
    assert len(rows) == len(before) + 1 == page_of_concerns(part.database, 0, 1).total
    check_part(part, lambda _count: None)
    part.close()


@pytest.mark.usefixtures("small_slices")
@pytest.mark.parametrize("forged", [b"{}", b"[", FORGED])
def test_that_a_damaged_entry_is_left_off_and_named_by_the_check(
    training: TrainingPart, forged: bytes
) -> None:
    before = emptied(training)
    burglar = training.burgle()
    (header,) = burglar.execute("SELECT header FROM ledger WHERE place = 30").fetchone()
    digest = body_digest(b"s" * 32, forged)
    header = write_header(replace(read_header(header), body_digest=digest))
    burglar.execute(
        "UPDATE ledger SET body = ?, salt = ?, header = ? WHERE place = 30",
        (forged, b"s" * 32, header),
    )
    burglar.close()
    part = training.open()
    assert part.fill_shelves(lambda: False).complete
    assert len(list(CONCERNS.rows(part.database))) == len(before) - 1
    with pytest.raises(DamageError) as told:
        check_part(part, lambda _count: None)
    assert told.value.where == Where(Damage.SIGNATURE, CHILDREN, 30)
    part.close()


def test_that_an_entry_is_read_once_for_all_lists_and_once_for_the_search(
    training: TrainingPart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dsl_desk.storage.part._AT_OPENING", -1.0)
    emptied(training)
    part = training.open()
    read: list[Line] = []
    proof = part.ledger.proof.read

    def noted(line: Line) -> Entry:
        read.append(line)
        return proof(line)

    monkeypatch.setattr(part.ledger.proof, "read", noted)
    assert part.fill_shelves(lambda: False).complete
    assert len(read) == 2 * part.ledger.count()
    part.close()


@pytest.mark.usefixtures("small_slices")
def test_that_lists_that_are_not_equally_far_wait_for_each_other(training: TrainingPart) -> None:
    before = emptied(training)
    part = training.open()
    part.fill_back_to(2026, CONCERNS)  # one of them alone, as whoever writes the next needs it
    part.database.run("UPDATE shelves SET back_to = 21 WHERE name = 'tasks'")
    ahead = {as_text(row[0]) for row in part.database.rows(_FURTHER, 34)}
    assert ahead == {"concerns", "tasks"}
    while part.database.row("SELECT 1 FROM shelves WHERE back_to > 21 AND name <> 'found'"):
        part.fill_shelves(once())
    assert {as_text(row[0]) for row in part.database.rows(_FURTHER, 21)} == {"concerns"}
    assert part.fill_shelves(lambda: False).complete
    assert list(CONCERNS.rows(part.database)) == before
    check_part(part, lambda _count: None)
    part.close()


@pytest.mark.usefixtures("small_slices")
def test_that_a_slice_that_fails_leaves_the_shelf_where_it_was(
    training: TrainingPart, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_args: object) -> None:
        raise DiskFullError

    emptied(training)
    part = training.open()
    monkeypatch.setattr(FULL_TEXT, "put", stumble)
    with pytest.raises(DiskFullError):
        part.fill_shelves(lambda: False)
    assert part.shelved().left == 33
    assert not part.database.writing
    part.close()


@pytest.mark.usefixtures("small_slices")
def test_that_what_its_author_signed_and_nobody_can_read_is_a_bug(
    training: TrainingPart, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(_entry: object) -> None:
        raise KeyError

    emptied(training)
    part = training.open()
    monkeypatch.setattr(CONCERNS, "row", stumble)
    with pytest.raises(KeyError):
        part.fill_shelves(once())
    part.close()


def test_that_what_a_newer_program_wrote_is_kept_and_left_off_the_lists(
    part: Part, training: TrainingPart
) -> None:
    name = an_entry_id(training.clock)
    newer = Body("concern", CONCERN.schema + 1, fields={"else": "entirely"})
    other = Body("of_another_time", 1)
    with part.writing(training.pen) as write:
        write.enter(Act(name, RecordId(name), EntryClass.CONCERN, newer))
        write.enter(Act(EntryId("0e" * 16), RecordId("0e" * 16), EntryClass.CONCERN, other))
    assert page_of_concerns(part.database, 0, 9).rows == ()
    assert check_part(part, lambda _count: None) == 3
    assert part.ledger.newest(RecordId(name)).body == newer


@pytest.mark.usefixtures("small_slices")
def test_that_a_reference_is_never_given_twice_while_shelves_are_filled(
    training: TrainingPart,
) -> None:
    emptied(training)
    part = training.open()
    part.fill_back_to(2026, CONCERNS)
    assert next_reference(part.database, 2026) == "C-2026-031"
    part.close()


@pytest.mark.usefixtures("small_slices")
def test_that_a_new_year_needs_nothing_of_the_old_one(training: TrainingPart) -> None:
    emptied(training)
    part = training.open()
    part.fill_back_to(2028, CONCERNS)
    assert page_of_concerns(part.database, 0, 9).total == 3
    goes_on(training, part)
    part.fill_back_to(2028, CONCERNS)  # two strands: what came last is not what is newest
    assert page_of_concerns(part.database, 0, 9).total == ENTRIES - 1
    part.close()


def test_that_a_reference_that_is_not_ours_counts_for_nothing(
    part: Part, training: TrainingPart
) -> None:
    with part.writing(training.pen) as write:
        for ref in ("", "C-2026", "C-20x6-1", "C-2026-x"):
            write.record(CONCERN, said_of(a_concern_draft(), ref), an_entry_id(training.clock))
    assert next_reference(part.database, 2026) == "C-2026-001"


def test_that_there_is_always_a_place_to_look_at(part: Part) -> None:
    assert part.ledger.hlc_at(1) < part.ledger.hlc_at(2)
