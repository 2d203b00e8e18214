"""Damage keeps nobody out, and somebody who was never here before misses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.damage import Damage
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.strand import Began, birth_of
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.services.opening import key_of, sit_down, unlock
from dsl_desk.services.places import parts_folder
from dsl_desk.storage.restoring import RESTORED
from tests.storage.training import TrainingPart

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import TrainingVault

CHILDREN = Compartment.CHILDREN


def file_of_children(vault: TrainingVault) -> Path:
    rows = read_header_file(vault.folder).parts
    return parts_folder(vault.folder) / next(
        row.file for row in rows if row.compartment is CHILDREN
    )


def spoil_the_newest(vault: TrainingVault) -> None:
    """Take the signature off the newest entry, as somebody could who has the part's key."""
    row = read_header_file(vault.folder).members[0]
    grant = next(grant for grant in row.grants if grant.compartment is CHILDREN)
    key = key_of(unlock(row, vault.key), row, grant)
    burglar = TrainingPart(file_of_children(vault), key).burgle()
    burglar.execute(
        "UPDATE ledger SET signature = zeroblob(64) WHERE number = (SELECT max(number) FROM ledger)"
    )
    burglar.close()


def test_that_a_newest_entry_that_is_damaged_keeps_nobody_out(vault: TrainingVault) -> None:
    spoil_the_newest(vault)
    desk = vault.unlock()
    with pytest.raises(DamageError) as told:
        desk.vault.check(lambda _checked, _total: None)
    assert told.value.where.damage is Damage.SIGNATURE
    assert told.value.where.compartment is CHILDREN
    desk.close()


def test_that_somebody_who_saw_nothing_misses_nothing_of_what_was_restored(
    vault: TrainingVault,
) -> None:
    path = file_of_children(vault)
    mark = path.with_name(path.name + RESTORED)
    mark.touch()
    sitting, _person = sit_down(vault.folder, vault.member, vault.key, vault.clock)
    part = sitting.parts[CHILDREN].part
    first = part.ledger.last(part.life.strand)
    sitting.close()
    assert not mark.exists()
    assert first is not None
    assert birth_of(first).why is Began.RESTORE
    assert birth_of(first).missing == ()
