"""Rollback: a file put back to an earlier day is named by whoever saw it later."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.entry import Head
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.strand import Began, Birth, birth_of
from dsl_desk.domain.vault_errors import RolledBackError
from dsl_desk.storage.checking import check_part
from dsl_desk.storage.witnesses import (
    SIZE,
    Witness,
    gone_heads,
    notice_rollback,
    seal,
    unseal,
)
from tests.storage.copies import goes_on
from tests.storage.training import CHILDREN, TrainingPart

if TYPE_CHECKING:
    from dsl_desk.storage.part import Part

KEY = secrets.token_bytes(32)
STATES = 100


def seen(training: TrainingPart, part: Part) -> list[Witness]:
    now = training.clock.now().isoformat()
    return [Witness(CHILDREN, head, now) for head in part.ledger.heads()]


def a_witness(number: int) -> Witness:
    return Witness(CHILDREN, Head("0a" * 16, number, b"d" * 32), "2026-11-19T12:14:00+00:00")


def test_that_the_record_has_one_size_and_opens_to_its_member_only() -> None:
    few, many = [a_witness(1)], [a_witness(number) for number in range(40)]
    assert {len(seal(each, KEY)) for each in ([], few, many)} == {SIZE}
    assert unseal(seal(few, KEY), KEY) == tuple(few)
    kept = unseal(seal(many, KEY), KEY)
    assert kept == tuple(many[: len(kept)])
    assert len(kept) >= 4
    assert unseal(seal(few, KEY), secrets.token_bytes(32)) == ()


def test_that_a_record_altered_anywhere_says_nothing() -> None:
    record = seal([a_witness(1)], KEY)
    for at in range(SIZE):
        altered = record[:at] + bytes([record[at] ^ 1]) + record[at + 1 :]
        assert unseal(altered, KEY) == ()
    assert all(unseal(record[:length], KEY) == () for length in range(SIZE))


def test_that_a_record_that_holds_no_witness_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    from dsl_desk.storage import witnesses  # noqa: PLC0415 only here

    monkeypatch.setattr(witnesses, "_written", lambda _witness: b"\0\0\0\1x")
    assert unseal(seal([a_witness(1)], KEY), KEY) == ()


def test_that_a_rollback_to_each_of_a_hundred_witnessed_states_is_named(
    training: TrainingPart,
) -> None:
    part = training.make()
    states: list[tuple[bytes, int, str]] = []
    for turn in range(STATES):
        part.close()
        last = training.clock.now().isoformat()
        states.append((training.path.read_bytes(), turn + 1, last))
        part = training.open()
        if turn == STATES // 2:
            goes_on(training, part, Began.RESTORE)
        training.clock.advance(minutes=1)
        training.record(part)
    witnesses = seen(training, part)
    total = part.ledger.count()
    assert notice_rollback(part.ledger, witnesses) is None
    part.close()
    for turn, (file, _, _) in enumerate(states):
        training.path.write_bytes(file)
        part = training.open()
        told = notice_rollback(part.ledger, witnesses)
        assert isinstance(told, RolledBackError)
        assert told.missing == total - part.ledger.count()
        newest = part.ledger.tail(1)[0]
        assert (told.first, told.last) == (newest.header.written_at, witnesses[0].at), turn
        part.close()


def test_that_after_a_rollback_the_part_goes_on_and_says_once_what_is_missing(
    training: TrainingPart,
) -> None:
    part = training.make()
    training.record(part)
    part.close()
    earlier = training.path.read_bytes()
    part = training.open()
    training.clock.advance(days=1)
    training.record(part)
    witnesses = seen(training, part)
    part.close()
    training.path.write_bytes(earlier)
    part = training.open()
    missing = gone_heads(part.ledger, witnesses)
    assert missing == (witnesses[0].head,)
    part.begin_strand(training.pen, Birth(Began.ROLLED_BACK, part.ledger.heads(), missing))
    assert notice_rollback(part.ledger, witnesses) is None
    first = part.ledger.last(part.life.strand)
    assert first is not None
    assert birth_of(first).missing == missing
    assert birth_of(first).why is Began.ROLLED_BACK
    training.record(part)
    assert check_part(part, lambda _count: None) == 4
    part.close()


def test_that_history_written_again_past_a_witness_is_damage(training: TrainingPart) -> None:
    part = training.make()
    part.close()
    earlier = training.path.read_bytes()
    part = training.open()
    training.record(part)
    witnesses = seen(training, part)
    part.close()
    training.path.write_bytes(earlier)
    part = training.open()
    training.record(part)
    with pytest.raises(DamageError) as told:
        notice_rollback(part.ledger, witnesses)
    assert told.value.where == Where(Damage.CHAIN, CHILDREN, 2)
    part.close()


def test_that_an_emptied_ledger_is_missing_everything_that_was_seen(
    training: TrainingPart,
) -> None:
    part = training.make()
    witnesses = seen(training, part)
    part.close()
    burglar = training.burgle()
    burglar.execute("DELETE FROM ledger")
    burglar.close()
    part = training.open()
    told = notice_rollback(part.ledger, witnesses)
    assert told is not None
    assert (told.missing, told.first, told.last) == (1, witnesses[0].at, witnesses[0].at)
    part.close()


def test_that_a_strand_that_begins_as_none_should_hides_nothing(training: TrainingPart) -> None:
    part = training.make()
    training.record(part)
    witnesses = seen(training, part)
    part.close()
    burglar = training.burgle()
    burglar.execute("DELETE FROM ledger WHERE number = 2")
    burglar.execute("UPDATE ledger SET signature = zeroblob(64)")
    burglar.close()
    part = training.open()
    assert notice_rollback(part.ledger, witnesses) is not None
    part.close()


def test_that_a_witnessed_entry_missing_in_the_midst_is_damage(training: TrainingPart) -> None:
    part = training.make()
    training.record(part)
    witnesses = seen(training, part)
    part.close()
    burglar = training.burgle()
    burglar.execute("UPDATE ledger SET number = 3 WHERE number = 2")
    burglar.close()
    part = training.open()
    with pytest.raises(DamageError) as told:
        notice_rollback(part.ledger, witnesses)
    assert told.value.where == Where(Damage.MISSING, CHILDREN, 2)
    part.close()
