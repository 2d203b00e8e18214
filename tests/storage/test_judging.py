"""Judging what a journal leads to: cut short anywhere it begins again, and believes only proof."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.entry_form import read_header, write_header
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.vault_errors import VaultBusyError
from dsl_desk.storage import journal
from dsl_desk.storage.heads import Judge
from dsl_desk.storage.journal import Settled
from tests.storage.training import CHILDREN, MAYA

if TYPE_CHECKING:
    from tests.storage.found import Found


@pytest.mark.parametrize("moment", ["_taken_back", "_is_whole_and_further_on", "_forget"])
def test_that_whoever_is_killed_while_judging_begins_again(
    found: Found, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    before = found.heads()
    found.lay(found.cut_short())

    def killed(*_args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(journal, moment, killed)
        with pytest.raises(KeyboardInterrupt):
            found.settle(before)
    assert found.settle(before) is Settled.TAKEN_BACK
    assert found.heads() == before


def test_that_whoever_is_killed_before_a_stale_journal_is_judged_still_loses_nothing(
    found: Found, stale: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = found.heads()
    found.lay((found.training.path.read_bytes(), stale))

    def killed(*_args: object) -> None:
        raise KeyboardInterrupt

    for moment in ("_is_whole_and_further_on", "_put_in_place", "_named"):
        with monkeypatch.context() as broken:
            broken.setattr(journal, moment, killed)
            with pytest.raises(KeyboardInterrupt):
                found.settle()
    assert found.settle() is Settled.FILE_KEPT
    assert found.heads() == before


def test_that_a_part_somebody_holds_is_not_judged(found: Found) -> None:
    found.lay(found.cut_short())
    burglar = found.training.burgle()
    burglar.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(VaultBusyError):
            journal._taken_back(found.file, Judge(found.training.roll))
    finally:
        burglar.close()


def test_that_an_entry_that_is_missing_or_out_of_place_is_found(found: Found) -> None:
    burglar = found.training.burgle()
    burglar.execute("DELETE FROM ledger WHERE number = 3")
    burglar.close()
    with pytest.raises(DamageError) as told:
        _proved(found)
    assert told.value.where == Where(Damage.MISSING, CHILDREN, 3)


def test_that_an_entry_that_follows_another_is_found(found: Found) -> None:
    burglar = found.training.burgle()
    row = burglar.execute("SELECT header FROM ledger WHERE number = 3").fetchone()
    header = replace(read_header(row[0]), previous=bytes(32))
    burglar.execute(
        "UPDATE ledger SET header = ?, signature = ? WHERE number = 3",
        (write_header(header), MAYA.sign(write_header(header))),
    )
    burglar.close()
    with pytest.raises(DamageError) as told:
        _proved(found)
    assert told.value.where == Where(Damage.CHAIN, CHILDREN, 3)


def _proved(found: Found) -> object:
    part = found.training.open()
    try:
        return Judge(found.training.roll).heads_if_they_will_do(part.database)
    finally:
        part.close()


def test_that_heads_are_proved_entry_by_entry(found: Found) -> None:
    part = found.training.open()
    heads = part.ledger.heads()
    assert Judge(found.training.roll).heads_if_they_will_do(part.database) == heads
    part.close()


def test_that_a_ledger_without_any_entry_is_found(found: Found) -> None:
    burglar = found.training.burgle()
    burglar.execute("DELETE FROM ledger")
    burglar.close()
    with pytest.raises(DamageError) as told:
        _proved(found)
    assert told.value.where == Where(Damage.MISSING, CHILDREN, 1)
