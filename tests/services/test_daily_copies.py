from __future__ import annotations

from typing import TYPE_CHECKING

from tests.services.copies import taken
from tests.services.staffroom import ALBAN, Staffroom

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault


def test_that_a_copy_is_due_in_the_folder_of_the_newest_and_only_while_that_is_there(
    desk: Desk, vault: TrainingVault, stick: Path
) -> None:
    assert desk.snapshots.due() is None
    copy = taken(desk, vault, stick)
    assert desk.snapshots.due() is None
    vault.clock.advance(days=1)
    assert desk.snapshots.due() == stick
    copy.parent.rename(stick / "away")
    assert desk.snapshots.due() is None


def test_that_whoever_may_make_no_copy_is_asked_for_none(vault: TrainingVault) -> None:
    school = Staffroom(vault).add_everybody()
    with school.desk(ALBAN) as desk:
        assert desk.snapshots.due() is None
