"""Damage done by somebody who holds the database key: every kind is caught, and named."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.entry_form import read_header, write_header
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.rights import Right
from dsl_desk.domain.vault_errors import VaultTooNewError
from dsl_desk.keys.person import Person
from dsl_desk.storage.checking import check_part
from dsl_desk.storage.proof import entry_digest
from tests.storage.training import CHILDREN, MAYA, TrainingPart

if TYPE_CHECKING:
    from sqlcipher3 import dbapi2

    from dsl_desk.domain.entry import Header

ENTRIES = 6


@pytest.fixture
def history(training: TrainingPart) -> TrainingPart:
    """A part with its founding and five concerns, closed."""
    part = training.make()
    for _ in range(ENTRIES - 1):
        training.record(part)
        training.clock.advance(minutes=1)
    part.close()
    return training


def found_wrong(training: TrainingPart) -> Where:
    part = training.open()
    try:
        with pytest.raises(DamageError) as told:
            check_part(part, lambda _count: None)
        return told.value.where
    finally:
        part.close()


def burgle(training: TrainingPart, *statements: str) -> None:
    burglar = training.burgle()
    for statement in statements:
        burglar.execute(statement)
    burglar.close()


def test_that_an_untouched_part_is_whole(history: TrainingPart) -> None:
    part = history.open()
    assert check_part(part, lambda _count: None) == ENTRIES
    part.close()


@pytest.mark.parametrize(
    ("statement", "damage"),
    [
        ("UPDATE ledger SET body = x'7b7d' WHERE number = 3", Damage.BODY),
        ("UPDATE ledger SET salt = zeroblob(32) WHERE number = 3", Damage.BODY),
        ("UPDATE ledger SET body = NULL, salt = NULL WHERE number = 3", Damage.GONE),
        ("UPDATE ledger SET hlc = hlc + 1 WHERE number = 3", Damage.UNREADABLE),
        ("UPDATE ledger SET signature = zeroblob(64) WHERE number = 3", Damage.SIGNATURE),
        ("UPDATE ledger SET signature = x'00' WHERE number = 3", Damage.SIGNATURE),
        ("UPDATE ledger SET header = x'00' WHERE number = 3", Damage.UNREADABLE),
        ("UPDATE ledger SET id = zeroblob(16) WHERE number = 3", Damage.UNREADABLE),
        ("UPDATE ledger SET record = zeroblob(16) WHERE number = 3", Damage.UNREADABLE),
        ("UPDATE ledger SET version = 9 WHERE number = 3", Damage.UNREADABLE),
        ("UPDATE ledger SET strand = zeroblob(16) WHERE number = 3", Damage.MISSING),
        ("DELETE FROM ledger WHERE number = 3", Damage.MISSING),
    ],
)
def test_that_an_entry_altered_is_named(
    history: TrainingPart, statement: str, damage: Damage
) -> None:
    burgle(history, statement)
    where = found_wrong(history)
    assert where.damage is damage
    assert where.compartment is CHILDREN
    assert where.number == (1 if "strand" in statement else 3)


def test_that_two_entries_swapped_are_named(history: TrainingPart) -> None:
    burgle(
        history,
        "UPDATE ledger SET number = 99 WHERE number = 3",
        "UPDATE ledger SET number = 3 WHERE number = 4",
        "UPDATE ledger SET number = 4 WHERE number = 99",
    )
    assert found_wrong(history) == Where(Damage.UNREADABLE, CHILDREN, 3)


def test_that_the_first_entry_taken_away_is_named(history: TrainingPart) -> None:
    burgle(history, "DELETE FROM ledger WHERE number = 1")
    assert found_wrong(history) == Where(Damage.MISSING, CHILDREN, 1)


def test_that_the_last_entry_taken_away_shows_on_the_list(history: TrainingPart) -> None:
    burgle(history, "DELETE FROM ledger WHERE number = 6")
    assert found_wrong(history) == Where(Damage.SHELF, CHILDREN, 0)


def test_that_a_ledger_emptied_is_damage(history: TrainingPart) -> None:
    burgle(history, "DELETE FROM ledger", "DELETE FROM concerns_3")
    assert found_wrong(history) == Where(Damage.MISSING, CHILDREN, 1)


def resign(training: TrainingPart, number: int, person: Person, **changes: object) -> None:
    """Write an entry anew under a signature of this person, as its columns would have it."""
    burglar = training.burgle()
    header = _header(burglar, number)
    for name, value in changes.items():
        object.__setattr__(header, name, value)
    written = write_header(header)
    burglar.execute(
        "UPDATE ledger SET header = ?, signature = ? WHERE number = ?",
        (written, person.sign(written), number),
    )
    burglar.close()


def _header(burglar: dbapi2.Connection, number: int) -> Header:
    row = burglar.execute("SELECT header FROM ledger WHERE number = ?", (number,)).fetchone()
    return read_header(cast("bytes", row[0]))


def test_that_an_entry_signed_by_somebody_else_is_named(history: TrainingPart) -> None:
    resign(history, 3, Person.fresh(MAYA.id))
    assert found_wrong(history) == Where(Damage.SIGNATURE, CHILDREN, 3)


def test_that_an_author_who_is_not_on_the_roll_is_named(history: TrainingPart) -> None:
    stranger = Person.fresh(MemberId("09" * 16))
    resign(history, 3, stranger, author=stranger.id)
    assert found_wrong(history) == Where(Damage.SIGNATURE, CHILDREN, 3)


def test_that_an_entry_rewritten_by_its_own_author_breaks_the_chain(
    history: TrainingPart,
) -> None:
    resign(history, 3, MAYA, written_at="2026-11-18T12:14:00+00:00")
    assert found_wrong(history) == Where(Damage.CHAIN, CHILDREN, 4)


def test_that_an_entry_of_another_suite_is_not_believed(history: TrainingPart) -> None:
    resign(history, 3, MAYA, suite=2)
    assert found_wrong(history) == Where(Damage.BODY, CHILDREN, 3)


def test_that_time_running_backwards_is_named(history: TrainingPart) -> None:
    resign(history, ENTRIES, MAYA, hlc=1)
    burgle(history, "UPDATE ledger SET hlc = 1 WHERE number = 6")
    assert found_wrong(history) == Where(Damage.CHAIN, CHILDREN, ENTRIES)


def test_that_an_entry_its_author_had_no_right_to_is_named(history: TrainingPart) -> None:
    history.right = Right.READ
    assert found_wrong(history) == Where(Damage.RIGHT, CHILDREN, 2)


def test_that_a_body_that_is_no_body_is_named_even_when_signed(history: TrainingPart) -> None:
    from dsl_desk.storage.proof import body_digest  # noqa: PLC0415 only here

    resign(history, ENTRIES, MAYA, body_digest=body_digest(bytes(32), b"{}"))
    burgle(history, "UPDATE ledger SET body = x'7b7d', salt = zeroblob(32) WHERE number = 6")
    assert found_wrong(history) == Where(Damage.UNREADABLE, CHILDREN, ENTRIES)


@pytest.mark.parametrize(
    ("statement", "number"),
    [
        ("UPDATE concerns_3 SET whom = 'Nobody' WHERE ref = 'C-2026-002'", 3),
        ("UPDATE concerns_3 SET hlc = hlc + 1 WHERE ref = 'C-2026-002'", 3),
        ("DELETE FROM concerns_3 WHERE ref = 'C-2026-002'", 3),
        (
            (
                "INSERT INTO concerns_3 SELECT zeroblob(16), version, hlc, entry, 'C-2026-009',"
                " year, sequence, written_at, author, about, whom, people, told_by, told_at,"
                " happened_at, how_sure, state, sorts, safe_now, title, missing"
                " FROM concerns_3 LIMIT 1"
            ),
            0,
        ),
        ("UPDATE shelves SET count = count + 1 WHERE name = 'concerns'", 0),
    ],
)
def test_that_a_list_that_disagrees_with_the_ledger_is_named_and_made_again(
    history: TrainingPart, statement: str, number: int
) -> None:
    burgle(history, statement)
    assert found_wrong(history) == Where(Damage.SHELF, CHILDREN, number)
    part = history.open()
    assert check_part(part, lambda _count: None) == ENTRIES
    part.close()


@pytest.mark.parametrize(
    ("index", "damage"),
    [
        ("ledger_by_record", Damage.FILE),
        ("ledger_by_time", Damage.FILE),
        ("sqlite_autoindex_ledger_1", Damage.FILE),
        ("sqlite_autoindex_ledger_2", Damage.FILE),
        ("concerns_3_by_newest", Damage.SHELF),
    ],
)
@pytest.mark.parametrize("newer", [False, True])
def test_that_an_index_of_another_day_is_named(
    history: TrainingPart, index: str, damage: Damage, *, newer: bool
) -> None:
    burglar = history.burgle()
    ((page,),) = burglar.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (index,))
    burglar.close()
    at = slice((page - 1) * 4096, page * 4096)
    days = [history.path.read_bytes()]
    part = history.open()
    history.record(part)
    part.close()
    days.append(history.path.read_bytes())
    rest, mixed_in = days[not newer], days[newer]
    history.path.write_bytes(rest[: at.start] + mixed_in[at] + rest[at.stop :])
    assert found_wrong(history).damage is damage


def test_that_a_record_s_own_page_proves_what_it_reads(history: TrainingPart) -> None:
    part = history.open()
    record = next(entry for entry in part.ledger.entries() if entry.header.number == 3)
    part.close()
    burgle(history, "UPDATE ledger SET salt = zeroblob(32) WHERE number = 3")
    part = history.open()
    with pytest.raises(DamageError) as told:
        part.ledger.newest(record.header.record)
    assert told.value.where == Where(Damage.BODY, CHILDREN, 3)
    part.close()


def test_that_a_file_of_something_else_is_not_a_part(history: TrainingPart) -> None:
    burgle(history, "PRAGMA application_id = 1")
    with pytest.raises(DamageError) as told:
        history.open()
    assert told.value.where == Where(Damage.FILE, CHILDREN)


def test_that_a_part_of_a_newer_program_is_told_as_such(history: TrainingPart) -> None:
    burgle(history, "PRAGMA user_version = 2")
    with pytest.raises(VaultTooNewError) as told:
        history.open()
    assert (told.value.found, told.value.newest_known) == (2, 1)


def test_that_a_part_without_a_strand_of_its_own_is_damage(history: TrainingPart) -> None:
    burgle(history, "DELETE FROM life")
    with pytest.raises(DamageError):
        history.open()


def test_that_a_column_of_another_kind_is_damage_and_no_bug(history: TrainingPart) -> None:
    part = history.open()
    row = ("strand", "number", b"", b"", 1, b"", b"", b"", b"", 1, 1)
    with pytest.raises(DamageError) as told:
        part.ledger.line(row)
    assert told.value.where == Where(Damage.UNREADABLE, CHILDREN, 0)
    part.close()


def test_that_the_digest_of_an_entry_covers_header_and_signature() -> None:
    digests = {entry_digest(b"h", b"s"), entry_digest(b"hs", b""), entry_digest(b"h", b"t")}
    assert len(digests) == 3
    assert Compartment.CHILDREN is CHILDREN
