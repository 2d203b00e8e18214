"""The newest copy on the stick, held against the vault whenever another one is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.vault_errors import RolledBackError
from tests.services.copies import put_back_after, record, taken

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import TrainingVault


def test_that_a_copy_is_a_witness_when_the_next_one_is_made(
    vault: TrainingVault, stick: Path
) -> None:
    put_back_after(vault, stick)
    vault.keychain.kept.clear()  # nobody else remembers
    desk = vault.unlock()
    assert desk.vault.noticed() == ()
    for _ in range(2):  # told once
        taken(desk, vault, stick)
        (notice,) = desk.vault.noticed()
        assert isinstance(notice.error, RolledBackError)
        assert (notice.error.compartment, notice.error.missing) == (Compartment.CHILDREN, 3)
    desk.close()


def test_that_a_copy_with_another_entry_under_a_number_stands_out(
    vault: TrainingVault, stick: Path
) -> None:
    put_back_after(vault, stick)
    vault.keychain.kept.clear()
    desk = vault.unlock()
    for _ in range(4):
        record(desk, vault)
    taken(desk, vault, stick)
    (notice,) = desk.vault.noticed()
    assert isinstance(notice.error, DamageError)
    desk.close()
