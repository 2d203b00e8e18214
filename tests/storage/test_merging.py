"""Two copies that grew apart: the union of both, and nothing of either is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.concern import CONCERN, concern_of, said_of
from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.errors import ChangedSinceError, DamageError, RecordDisposedError
from dsl_desk.domain.strand import Began, birth_of
from dsl_desk.storage.checking import check_part
from dsl_desk.storage.merging import merge
from dsl_desk.storage.shelves.concerns import page_of_concerns
from tests.builders import a_concern_draft, an_entry_id
from tests.storage.copies import copied, goes_on
from tests.storage.training import CHILDREN, TrainingPart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.part import Part


def heard(_count: int) -> None:
    pass


def next_version(training: TrainingPart, part: Part, of: Entry, words: str) -> Entry:
    training.clock.advance(seconds=1)
    with part.writing(training.pen) as write:
        said = said_of(a_concern_draft(words=words), "C-2026-001")
        return write.version(
            CONCERN, said, of.header.id, "She remembered more", an_entry_id(training.clock)
        )


@pytest.fixture
def apart(training: TrainingPart, tmp_path: Path) -> Iterator[tuple[Part, Part, Entry]]:
    """Two copies of one history with one concern; the second has a strand of its own."""
    part = training.make()
    entry = training.record(part)
    part.close()
    twin = copied(training, tmp_path / "twin.part")
    one, two = training.open(), twin.open()
    goes_on(twin, two)
    yield one, two, entry
    one.close()
    two.close()


def test_that_a_copy_begins_a_strand_that_names_what_it_grew_from(
    apart: tuple[Part, Part, Entry],
) -> None:
    one, two, _ = apart
    assert len(two.ledger.strands()) == 2
    first = two.ledger.last(two.life.strand)
    assert first is not None
    assert first.header.number == 1
    birth = birth_of(first)
    assert (birth.why, birth.grew_from, birth.missing) == (Began.COPY, one.ledger.heads(), ())
    assert first.header.seen == one.ledger.heads()
    assert check_part(two, heard) == 3


def test_that_a_head_is_named_once_and_again_when_it_moved(
    training: TrainingPart, apart: tuple[Part, Part, Entry]
) -> None:
    one, two, _ = apart
    assert training.record(two).header.seen == ()
    training.record(one)
    merge(two, one.ledger, training.pen)
    last = two.ledger.last(two.life.strand)
    assert last is not None
    assert [(head.strand, head.number) for head in last.header.seen] == [(one.life.strand, 3)]


def test_that_merging_loses_nobody_s_entry_and_both_agree_afterwards(
    training: TrainingPart, apart: tuple[Part, Part, Entry]
) -> None:
    one, two, _ = apart
    mine = [training.record(one, a_concern_draft(about=f"One {n}")) for n in range(3)]
    theirs = [training.record(two, a_concern_draft(about=f"Two {n}")) for n in range(3)]
    assert merge(one, two.ledger, training.pen).taken == 4
    assert merge(two, one.ledger, training.pen).taken == 4
    for part in (one, two):
        assert all(part.ledger.find(entry.header.id) == entry for entry in (*mine, *theirs))
        assert page_of_concerns(part.database, 0, 20).total == 7
        check_part(part, heard)
    assert merge(one, two.ledger, training.pen).taken == 1
    assert merge(one, two.ledger, training.pen).taken == 0
    assert {each.digest for each in two.ledger.entries()} <= {
        each.digest for each in one.ledger.entries()
    }


def test_that_strands_are_read_as_one_in_the_order_of_their_clocks(
    training: TrainingPart, apart: tuple[Part, Part, Entry]
) -> None:
    one, two, _ = apart
    written = []
    for turn in range(6):
        training.clock.advance(minutes=1)
        written.append(training.record((one, two)[turn % 2]).header.id)
    merge(one, two.ledger, training.pen)
    read = [entry.header.id for entry in one.ledger.entries()]
    assert [each for each in read if each in written] == written
    assert [entry.header.id for entry in one.ledger.tail(3, 1)] == written[:-4:-1]


def test_that_versions_made_apart_both_stay_until_a_third_settles_them(
    training: TrainingPart, apart: tuple[Part, Part, Entry]
) -> None:
    one, two, entry = apart
    mine = next_version(training, one, entry, "mine")
    theirs = next_version(training, two, entry, "theirs")
    later = next_version(training, two, theirs, "theirs again")
    record = entry.header.record
    assert merge(one, two.ledger, training.pen).apart == (record,)
    assert {tip.header.id for tip in one.ledger.tips(record)} == {mine.header.id, later.header.id}
    assert len(one.ledger.versions(record)) == 4
    assert one.ledger.newest(record) == later
    third = next_version(training, one, mine, "both")
    assert third.header.version == 4
    assert (third.header.replaces, third.header.beside) == (mine.header.id, (later.header.id,))
    assert one.ledger.apart() == ()
    assert concern_of(one.ledger.newest(record)).draft.words == "both"
    check_part(one, heard)


def test_that_a_version_of_what_was_replaced_meanwhile_is_refused(
    training: TrainingPart, apart: tuple[Part, Part, Entry]
) -> None:
    one, _, entry = apart
    next_version(training, one, entry, "first")
    with pytest.raises(ChangedSinceError):
        next_version(training, one, entry, "from an old page")


@pytest.mark.parametrize("disposed_first", [True, False])
def test_that_a_disposal_in_any_strand_wins_over_a_body_that_returns(
    training: TrainingPart, apart: tuple[Part, Part, Entry], *, disposed_first: bool
) -> None:
    one, two, entry = apart
    next_version(training, two, entry, "said in the other copy")
    with one.writing(training.pen) as write:
        write.dispose(entry.header.record, "Kept for as long as it had to be")
    into, other = (one, two) if disposed_first else (two, one)
    merge(into, other.ledger, training.pen)
    with pytest.raises(RecordDisposedError):
        into.ledger.newest(entry.header.record)
    assert into.database.number("SELECT count(*) FROM ledger WHERE body IS NULL") == 2
    assert page_of_concerns(into.database, 0, 9).total == 0
    check_part(into, heard)


def test_that_one_number_for_two_entries_is_named_and_nothing_is_taken_in(
    training: TrainingPart, tmp_path: Path
) -> None:
    part = training.make()
    for _ in range(4):
        training.record(part)
    part.close()
    twin = copied(training, tmp_path / "twin.part")
    one, two = training.open(), twin.open()
    for copy in (one, two):  # the twin goes on in the same strand: nobody told it what it is
        for _ in range(3):
            training.record(copy)
    with pytest.raises(DamageError) as told:
        merge(one, two.ledger, training.pen)
    assert told.value.where == Where(Damage.TWICE, CHILDREN, 6)
    assert told.value.where.strand == one.life.strand
    assert one.ledger.count() == 8
    one.close()
    two.close()


def test_that_a_forged_entry_is_not_taken_in(
    training: TrainingPart, apart: tuple[Part, Part, Entry]
) -> None:
    one, two, _ = apart
    training.record(two)
    with two.database.guard.disposing():
        two.database.run("UPDATE ledger SET body = x'7b7d' WHERE place = 4")
    with pytest.raises(DamageError):
        merge(one, two.ledger, training.pen)
    assert one.ledger.count() == 2


def test_that_a_large_merge_takes_several_writes(
    training: TrainingPart, apart: tuple[Part, Part, Entry]
) -> None:
    one, two, _ = apart
    with two.writing(training.pen) as write:
        for _ in range(600):
            said = said_of(a_concern_draft(), "C-2026-001")
            write.record(CONCERN, said, an_entry_id(training.clock))
    assert merge(one, two.ledger, training.pen).taken == 601
    assert check_part(one, heard) == 604
