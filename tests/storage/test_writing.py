from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.concern import concern_body
from dsl_desk.domain.disk_errors import DiskFailedError, DiskReadOnlyError
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import RecordMissingError
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.packing import PackingError
from dsl_desk.domain.strand import Began, Birth
from dsl_desk.storage.checking import check_part
from dsl_desk.storage.database import look_into_compartment, salt_of
from dsl_desk.storage.life import Life
from dsl_desk.storage.shelves.all import SHELVES
from dsl_desk.storage.writing import NoEntryError, SameIdError
from tests.builders import a_concern_draft
from tests.storage.training import CHILDREN, Treacherous

if TYPE_CHECKING:
    from dsl_desk.storage.part import Part
    from dsl_desk.storage.writing import Write
    from tests.storage.training import TrainingPart

NAME = EntryId("0c" * 16)


def an_act(name: EntryId = NAME, words: str = "“no”") -> Act:
    body = concern_body(a_concern_draft(words=words), "C-2026-001", "Maya Fernsby")
    return Act(name, RecordId(name), EntryClass.CONCERN, body)


def _enter_and_stumble(write: Write) -> None:
    write.enter(an_act())
    write.enter(an_act(EntryId("0d" * 16), words="half \ud83d"))


def nobody_listens(_count: int) -> None:
    pass


def test_that_an_entry_carries_what_the_design_asks_of_it(
    part: Part, training: TrainingPart
) -> None:
    first = part.ledger.last(part.life.strand)
    assert first is not None
    entry = training.record(part)
    header = entry.header
    assert (header.number, header.version, header.replaces) == (2, 1, None)
    assert header.previous == first.digest
    assert (header.strand, header.device) == (part.life.strand, part.life.device)
    assert header.written_at == "2026-11-19T12:14:00+00:00"
    assert header.hlc == first.header.hlc + 1
    assert (header.roll, header.epoch, header.seen, header.suite) == (
        training.pen.roll,
        1,
        (),
        1,
    )
    assert part.ledger.find(header.id) == entry
    assert part.ledger.newest(header.record) == entry


def test_that_a_clock_set_back_puts_no_entry_before_the_one_it_follows(
    part: Part, training: TrainingPart
) -> None:
    before = training.record(part)
    training.clock.advance(hours=-3)
    after = training.record(part)
    assert after.header.hlc > before.header.hlc
    assert after.header.written_at < before.header.written_at
    assert check_part(part, nobody_listens) == 3


def test_that_time_goes_on_when_the_clock_does(part: Part, training: TrainingPart) -> None:
    before = training.record(part)
    training.clock.advance(seconds=1)
    assert training.record(part).header.hlc == before.header.hlc - 1 + (1000 << 16)


def test_that_two_entries_of_the_same_words_share_no_digest(
    part: Part, training: TrainingPart
) -> None:
    one, other = training.record(part), training.record(part)
    assert one.header.body_digest != other.header.body_digest


def test_that_a_write_without_an_entry_is_not_committed(part: Part, training: TrainingPart) -> None:
    with pytest.raises(NoEntryError), part.writing(training.pen):
        part.database.run("DELETE FROM shelves")
    assert part.database.number("SELECT count(*) FROM shelves") == len(SHELVES[CHILDREN])
    assert not part.database.writing


def test_that_a_write_that_fails_half_way_leaves_everything_as_it_was(
    part: Part, training: TrainingPart
) -> None:
    with pytest.raises(PackingError), part.writing(training.pen) as write:
        _enter_and_stumble(write)
    assert part.ledger.count() == 1
    assert part.database.number("SELECT count(*) FROM concerns_3") == 0


def test_that_trying_again_never_makes_a_second_copy(part: Part, training: TrainingPart) -> None:
    with part.writing(training.pen) as write:
        first = write.enter(an_act())
    with part.writing(training.pen) as write:
        again = write.enter(an_act(words="said differently the second time"))
    assert again == first
    assert part.ledger.count() == 2
    assert check_part(part, nobody_listens) == 2


def test_that_one_id_for_two_different_acts_is_a_bug(part: Part, training: TrainingPart) -> None:
    with part.writing(training.pen) as write:
        write.enter(an_act())
    other = Act(NAME, RecordId(NAME), EntryClass.OPENED, Body("opened", 1))
    with pytest.raises(SameIdError), part.writing(training.pen) as write:
        write.enter(other)


def test_that_one_write_may_hold_many_entries(part: Part, training: TrainingPart) -> None:
    with part.writing(training.pen) as write:
        for number in range(500):
            write.enter(an_act(EntryId(f"{number:032x}")))
    told: list[int] = []
    assert check_part(part, told.append) == 501
    assert told == [200, 400, 501]


def test_that_a_commit_that_failed_is_told_and_nothing_is_there(
    part: Part, training: TrainingPart
) -> None:
    part.database._connection = Treacherous(part.database._connection, saved=False)
    with pytest.raises(DiskFailedError) as told, part.writing(training.pen) as write:
        write.enter(an_act())
    assert told.value.known
    assert part.ledger.find(NAME) is None
    with part.writing(training.pen) as write:
        write.enter(an_act())
    assert part.ledger.find(NAME) is not None


def test_that_a_commit_that_took_effect_is_believed_whatever_was_said_of_it(
    part: Part, training: TrainingPart
) -> None:
    part.database._connection = Treacherous(part.database._connection, saved=True)
    with part.writing(training.pen) as write:
        write.enter(an_act())
    assert part.ledger.find(NAME) is not None
    assert part.ledger.count() == 2


def test_that_an_outcome_nobody_can_read_back_is_told_as_unknown(
    part: Part, training: TrainingPart
) -> None:
    part.database._connection = Treacherous(part.database._connection, saved=False, blind=True)
    with pytest.raises(DiskFailedError) as told, part.writing(training.pen) as write:
        write.enter(an_act())
    assert not told.value.known


def test_that_a_record_nobody_wrote_is_missing(part: Part) -> None:
    with pytest.raises(RecordMissingError):
        part.ledger.newest(RecordId("0d" * 16))


def test_that_what_was_written_before_may_stand_between_what_is_new(
    part: Part, training: TrainingPart
) -> None:
    others = [EntryId(f"{number:032x}") for number in (1, 2)]
    with part.writing(training.pen) as write:
        write.enter(an_act())
    with part.writing(training.pen) as write:
        for name in (others[0], NAME, others[1]):
            write.enter(an_act(name))
        assert (write.entered, write.found) == (others, [NAME])
    numbers = [entry.header.number for entry in part.ledger.entries()]
    assert numbers == [1, 2, 3, 4]
    assert check_part(part, nobody_listens) == 4


def test_that_a_retry_that_writes_nothing_names_no_strand_as_seen(
    part: Part, training: TrainingPart
) -> None:
    with part.writing(training.pen) as write:
        write.enter(an_act())
    before = part.life.strand
    part.begin_strand(training.pen, Birth(Began.COPY, part.ledger.heads()))
    part.life = Life(part.life.strand, part.life.device)  # as after the next unlock
    with part.writing(training.pen) as write:
        write.enter(an_act())  # was written before
    with part.writing(training.pen) as write:
        entry = write.enter(an_act(EntryId("0d" * 16)))
    assert [head.strand for head in entry.header.seen] == [before]


def test_that_a_line_whose_id_is_taken_is_never_dropped_in_silence(
    part: Part, training: TrainingPart
) -> None:
    with part.writing(training.pen) as write:
        entry = write.enter(an_act())
    line = part.ledger.last_line(part.life.strand)
    assert line is not None
    with pytest.raises(SameIdError), part.writing(training.pen) as write:
        write.take_in(line, entry)


def test_that_what_cannot_be_added_is_told_as_a_fact(training: TrainingPart) -> None:
    training.make().close()
    salt = salt_of(training.path)
    database = look_into_compartment(training.path, training.key, salt, CHILDREN)
    with closing(database), pytest.raises(DiskReadOnlyError):
        database.add("INSERT INTO life (strand, device) VALUES (?, ?)", b"s", b"d")


@pytest.mark.parametrize("words", ["cut\0short", "plain words"])
def test_that_words_with_a_zero_are_indexed_as_the_ledger_reads_them(
    part: Part, training: TrainingPart, words: str
) -> None:
    with part.writing(training.pen) as write:
        write.enter(an_act(words=words))
    assert check_part(part, nobody_listens) == 2
