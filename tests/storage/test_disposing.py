"""Disposal: the words go out of the file, and that they went stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.concern import CONCERN, said_of
from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.entry import GONE
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DamageError, RecordDisposedError, RecordMissingError
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.storage.checking import check_part
from dsl_desk.storage.search import find
from dsl_desk.storage.shelves.concerns import page_of_concerns
from dsl_desk.storage.writing import NoReasonError
from tests.builders import a_concern_draft, an_entry_id
from tests.plain_pages import pages
from tests.storage.training import CHILDREN, TrainingPart

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.part import Part
    from dsl_desk.storage.writing import Write

WHY = "Kept for as long as it had to be"
CANARIES = (b"zyzzogeton", b"quomodocunquize", b"Tamarisk")


def dispose(training: TrainingPart, part: Part, entry: Entry) -> Entry:
    with part.writing(training.pen) as write:
        return write.dispose(entry.header.record, WHY)


def _dispose_and_stumble(write: Write, entry: Entry) -> None:
    write.dispose(entry.header.record, WHY)
    raise RuntimeError


def test_that_the_words_are_gone_and_who_disposed_of_them_and_why_stays(
    part: Part, training: TrainingPart
) -> None:
    entry = training.record(part)
    disposal = dispose(training, part, entry)
    assert disposal.header.entry_class is EntryClass.DISPOSAL
    assert (disposal.body.reason, disposal.body.fields["entries"]) == (WHY, [entry.header.id])
    assert [each.body is GONE for each in part.ledger.versions(entry.header.record)] == [
        True,
        False,
    ]
    with pytest.raises(RecordDisposedError):
        part.ledger.newest(entry.header.record)
    assert page_of_concerns(part.database, 0, 9).total == 0
    assert len(find(part.database, "tamarisk")) == 0
    assert check_part(part, lambda _count: None) == 3


def test_that_no_word_is_left_in_any_page_of_the_file(training: TrainingPart) -> None:
    part = training.make()
    others = [training.record(part, a_concern_draft(about=f"Child {n}")) for n in range(40)]
    secret = a_concern_draft(words="zyzzogeton " * 900 + "quomodocunquize")
    entry = training.record(part, secret)
    others += [training.record(part, a_concern_draft(about=f"Child {n}")) for n in range(40)]
    part.close()
    before = pages(training.path, training.key)
    assert all(canary in before for canary in CANARIES)
    part = training.open()
    dispose(training, part, entry)
    part.close()
    after = pages(training.path, training.key)
    assert [canary in after for canary in CANARIES] == [False, False, False]
    assert before.count(b"Lena Harebell") - after.count(b"Lena Harebell") >= 1
    part = training.open()
    assert all(part.ledger.find(other.header.id) == other for other in others)
    part.close()


def test_that_a_body_that_is_gone_without_a_disposal_is_damage(
    part: Part, training: TrainingPart
) -> None:
    entry = training.record(part)
    with part.database.guard.disposing():
        part.database.run("UPDATE ledger SET body = NULL, salt = NULL WHERE number = 2")
    with pytest.raises(DamageError) as told:
        part.ledger.newest(entry.header.record)
    assert told.value.where == Where(Damage.GONE, CHILDREN, 2)


def test_that_a_body_that_has_come_back_is_damage(part: Part, training: TrainingPart) -> None:
    entry = training.record(part)
    line = part.ledger.at(entry.header.strand, 2)
    assert line is not None
    dispose(training, part, entry)
    with part.database.guard.disposing():
        part.database.run(
            "UPDATE ledger SET body = ?, salt = ? WHERE number = 2", line.body, line.salt
        )
    with pytest.raises(DamageError) as told:
        check_part(part, lambda _count: None)
    assert told.value.where == Where(Damage.RETURNED, CHILDREN, 2)


def test_that_disposing_twice_is_one_disposal(part: Part, training: TrainingPart) -> None:
    entry = training.record(part)
    assert dispose(training, part, entry) == dispose(training, part, entry)
    assert part.ledger.count() == 3


def test_that_a_disposal_taken_back_was_none(part: Part, training: TrainingPart) -> None:
    entry = training.record(part)
    with pytest.raises(RuntimeError), part.writing(training.pen) as write:
        _dispose_and_stumble(write, entry)
    assert part.ledger.newest(entry.header.record) == entry
    assert check_part(part, lambda _count: None) == 2


@pytest.mark.parametrize("reason", ["", " "])
def test_that_nothing_is_disposed_of_or_changed_without_a_reason(
    part: Part, training: TrainingPart, reason: str
) -> None:
    entry = training.record(part)
    said = said_of(a_concern_draft(), "C-2026-001")
    with pytest.raises(NoReasonError), part.writing(training.pen) as write:
        write.dispose(entry.header.record, reason)
    with pytest.raises(NoReasonError), part.writing(training.pen) as write:
        write.version(CONCERN, said, entry.header.id, reason, an_entry_id(training.clock))


def test_that_what_is_disposed_of_has_no_next_version(part: Part, training: TrainingPart) -> None:
    entry = training.record(part)
    dispose(training, part, entry)
    said = said_of(a_concern_draft(), "C-2026-001")
    with pytest.raises(RecordDisposedError), part.writing(training.pen) as write:
        write.version(CONCERN, said, entry.header.id, WHY, an_entry_id(training.clock))


def test_that_what_nobody_wrote_is_neither_disposed_of_nor_changed(
    part: Part, training: TrainingPart
) -> None:
    with pytest.raises(RecordMissingError), part.writing(training.pen) as write:
        write.dispose(RecordId("0d" * 16), WHY)
    with pytest.raises(RecordMissingError), part.writing(training.pen) as write:
        write.version(
            CONCERN,
            said_of(a_concern_draft(), ""),
            EntryId("0d" * 16),
            WHY,
            an_entry_id(training.clock),
        )


def test_that_bodies_can_be_taken_away_only_by_disposal(part: Part, training: TrainingPart) -> None:
    training.record(part)
    for statement in (
        "UPDATE ledger SET body = NULL, salt = NULL",
        "UPDATE ledger SET header = x'00'",
        "DELETE FROM ledger",
    ):
        with pytest.raises(Exception, match="not authorized"):
            part.database.run(statement)
    with part.database.guard.disposing(), pytest.raises(Exception, match="not authorized"):
        part.database.run("UPDATE ledger SET header = x'00'")
    with part.database.guard.disposing(), pytest.raises(Exception, match="not authorized"):
        part.database.run("DELETE FROM ledger")
