"""Turns that are seldom taken: each is a case somebody may meet all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.ids import MemberId
from dsl_desk.storage.checking import search_in_steps
from dsl_desk.storage.shelves.full_text import FULL_TEXT
from dsl_desk.storage.witnesses import Witness, notice_rollback
from tests.builders import a_concern_draft
from tests.storage.training import CHILDREN, TrainingPart

if TYPE_CHECKING:
    from dsl_desk.storage.part import Part


def search_found_wrong(training: TrainingPart, statement: str) -> Where:
    """Return what looking through the search names, once a burglar was there."""
    burglar = training.burgle()
    burglar.execute(statement)
    burglar.close()
    part = training.open()
    try:
        with pytest.raises(DamageError) as told:
            list(search_in_steps(part))
        return told.value.where
    finally:
        part.close()


def test_that_a_record_the_search_no_longer_finds_is_named(training: TrainingPart) -> None:
    part = training.make()
    training.record(part)
    part.close()
    emptied = f"INSERT INTO {FULL_TEXT.index} ({FULL_TEXT.index}) VALUES ('delete-all')"  # noqa: S608 own constants
    assert search_found_wrong(training, emptied) == Where(Damage.SEARCH, CHILDREN, 2)


def test_that_words_of_no_record_in_the_search_are_named(training: TrainingPart) -> None:
    part = training.make()
    training.record(part)
    part.close()
    put_in = f"INSERT INTO {FULL_TEXT.index} (rowid, people) VALUES (999, 'Nobody')"  # noqa: S608 own constants
    assert search_found_wrong(training, put_in) == Where(Damage.SEARCH, CHILDREN, 0)


def test_that_a_record_without_one_plain_word_stands_in_the_search(
    part: Part, training: TrainingPart
) -> None:
    entry = training.record(part, a_concern_draft("Zoë", "Åsa", "“…”"))
    assert FULL_TEXT.stands(part.database, entry)
    assert len(list(search_in_steps(part))) >= 1


def test_that_nothing_was_signed_by_somebody_who_is_on_no_roll(part: Part) -> None:
    assert not part.ledger.proof.signed(MemberId("09" * 16), b"message", bytes(64))


def test_that_a_strand_without_its_first_entry_hides_nothing(training: TrainingPart) -> None:
    part = training.make()
    training.record(part)
    training.record(part)
    now = training.clock.now().isoformat()
    witnesses = [Witness(CHILDREN, head, now) for head in part.ledger.heads()]
    part.close()
    burglar = training.burgle()
    burglar.execute("DELETE FROM ledger WHERE number IN (1, 3)")
    burglar.close()
    part = training.open()
    told = notice_rollback(part.ledger, witnesses)
    assert told is not None
    assert told.missing == 1
    part.close()
