from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.services import drills
from tests.services.drills import drill

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("seed", range(10))
def test_that_a_drill_ends_without_a_difference(tmp_path: Path, seed: int) -> None:
    assert drill(tmp_path, seed) == []


def test_that_a_restore_that_does_not_look_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drills, "restore", lambda _copy, _into: None)
    assert drill(tmp_path, 1) != []
