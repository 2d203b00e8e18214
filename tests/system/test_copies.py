"""A copy written where a person chose: for this account alone, whole or not at all."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.errors import DeskError
from dsl_desk.system.copies import write_copy

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows gives rights by the folder")
def test_that_no_other_account_may_read_what_was_saved(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_copy(tmp_path / "kit.pdf", b"a kit")
    finally:
        os.umask(before)
    assert (tmp_path / "kit.pdf").stat().st_mode & 0o077 == 0


def test_that_what_cannot_be_put_in_place_leaves_nothing_beside(tmp_path: Path) -> None:
    (tmp_path / "kit.pdf").mkdir()
    (tmp_path / "kit.pdf" / "inside").touch()
    with pytest.raises(DeskError):
        write_copy(tmp_path / "kit.pdf", b"a kit")
    assert [path.name for path in tmp_path.iterdir()] == ["kit.pdf"]
