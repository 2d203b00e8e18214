from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.disk_errors import DiskFailedError
from dsl_desk.domain.ids import MemberId
from dsl_desk.services.drafts import prepare_drafts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import TrainingVault

TYPED = {"about": "Wren Tamarisk", "words": "She said tha"}


def spool_of(vault: TrainingVault) -> Path:
    return next(vault.folder.glob("drafts-*.spool"))


def test_that_what_was_being_typed_is_brought_back(vault: TrainingVault) -> None:
    desk = vault.unlock()
    assert desk.drafts.brought_back() == {}
    desk.drafts.keep("concern", TYPED)
    desk.close()
    desk = vault.unlock()
    assert desk.drafts.brought_back() == {"concern": TYPED}
    assert not desk.drafts.lost
    desk.close()


def test_that_forms_are_kept_and_forgotten_one_by_one(vault: TrainingVault) -> None:
    desk = vault.unlock()
    desk.drafts.keep("concern", TYPED)
    desk.drafts.keep("note", {"words": "x"})
    desk.drafts.discard("concern")
    desk.drafts.discard("never begun")
    desk.close()
    desk = vault.unlock()
    assert desk.drafts.brought_back() == {"note": {"words": "x"}}
    desk.drafts.keep_all({})
    assert desk.drafts.brought_back() == {}
    desk.close()


def test_that_a_spool_that_does_not_open_keeps_nobody_from_the_records(
    vault: TrainingVault,
) -> None:
    size = spool_of(vault).stat().st_size
    spool_of(vault).write_bytes(b"\xff" * size)
    desk = vault.unlock()
    assert desk.drafts.lost
    assert desk.drafts.brought_back() == {}
    desk.drafts.keep("concern", TYPED)
    desk.close()
    desk = vault.unlock()
    assert desk.drafts.brought_back() == {"concern": TYPED}
    assert not desk.drafts.lost
    desk.close()


def test_that_a_disk_that_takes_no_spool_is_told(tmp_path: Path) -> None:
    with pytest.raises(DiskFailedError):
        prepare_drafts(tmp_path / "gone", MemberId("01" * 16))
