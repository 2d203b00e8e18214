from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.disk_errors import DiskFailedError
from dsl_desk.services import dropping
from dsl_desk.services.dropping import turn
from dsl_desk.services.places import turn_at_the_drop
from dsl_desk.system.locks import in_turn

if TYPE_CHECKING:
    from pathlib import Path


def test_that_two_who_write_at_once_wait_for_each_other(tmp_path: Path) -> None:
    with turn(tmp_path), pytest.raises(TimeoutError), in_turn(turn_at_the_drop(tmp_path), 0.01):
        pass
    with turn(tmp_path):
        pass


def test_that_a_turn_that_never_comes_is_told_as_a_fact(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dropping, "in_turn", lambda path: in_turn(path, 0.01))
    with in_turn(turn_at_the_drop(tmp_path)), pytest.raises(DiskFailedError), turn(tmp_path):
        pass
