"""The rules of the disk, kept by the services that open a vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.disk_errors import DiskFullError
from dsl_desk.domain.keeping_errors import JournalRefusedError, SyncedFolderError
from dsl_desk.services.founding import found
from dsl_desk.services.vaults import open_desk
from dsl_desk.storage.part import Part
from dsl_desk.system import ballast
from tests.builders import SCHOOL, a_concern_draft, a_founder, an_entry_id
from tests.conftest import FONTS

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock


def test_that_no_vault_is_made_or_opened_in_a_synced_folder(
    tmp_path: Path, vault: TrainingVault
) -> None:
    folder = tmp_path / "OneDrive - Fernhollow" / "vault"
    with pytest.raises(SyncedFolderError):
        found(folder, SCHOOL, a_founder(), vault.clock)
    assert not folder.parent.exists()
    folder.parent.mkdir()
    vault.folder.rename(folder)
    with pytest.raises(SyncedFolderError):
        open_desk(folder, vault.member, vault.key, vault.place, FONTS)


def test_that_an_opened_vault_keeps_its_ballast(vault: TrainingVault) -> None:
    vault.unlock().close()
    assert (vault.folder / ballast.NAME).stat().st_size == ballast.SIZE


def test_that_a_full_drive_gets_the_ballast_and_trying_again_saves(
    desk: Desk, vault: TrainingVault, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = an_entry_id(clock)
    real = Part.writing

    def full_while_there_is_ballast(part: Part, pen: object) -> object:
        if (vault.folder / ballast.NAME).exists():
            raise DiskFullError
        return real(part, pen)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(Part, "writing", full_while_there_is_ballast)
    with pytest.raises(DiskFullError):
        desk.concerns.record(a_concern_draft(), entry)
    assert not (vault.folder / ballast.NAME).exists()
    assert desk.concerns.record(a_concern_draft(), entry).answer.ref == "C-2026-001"


def test_that_a_journal_that_leads_back_behind_a_witness_keeps_the_vault_shut(
    vault: TrainingVault,
) -> None:
    vault.unlock().close()
    part = vault.folder / "parts" / "children.part"
    journal = part.with_name("children.part-journal")
    early = part.read_bytes()
    desk = vault.unlock()
    desk.concerns.record(a_concern_draft(), an_entry_id(vault.clock))
    desk.close()
    late = part.read_bytes()
    part.write_bytes(early)
    journal.write_bytes(b"noise" * 300)
    with pytest.raises(JournalRefusedError) as told:
        vault.unlock()
    assert told.value.kept.startswith("quarantine/children.part-")
    assert (vault.folder / told.value.kept / "children.part").read_bytes() == early
    part.write_bytes(late)
    vault.unlock().close()
