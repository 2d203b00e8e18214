from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, cast

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")

HOUSE = Path(__file__).parent.parent.parent


class Told(TypedDict):
    confirmed: int
    lost: int
    hot: int
    entries: int
    kept: int


def kill(folder: Path, arguments: Sequence[str]) -> Told:
    run = subprocess.run(
        [sys.executable, "-m", "tests.services.killing", str(folder), *arguments],
        capture_output=True,
        check=True,
        cwd=HOUSE,
    )
    return cast("Told", json.loads(run.stdout))


def test_that_a_hundred_killed_writers_lose_nothing_confirmed_and_no_journal_is_refused(
    tmp_path: Path,
) -> None:
    told = kill(tmp_path / "vault", ["100"])
    assert told["confirmed"] >= 100
    assert told["hot"] >= 5
    assert told["entries"] > told["confirmed"]
    assert (told["lost"], told["kept"]) == (0, 0)


def test_that_a_writer_who_confirms_before_it_saves_is_caught(tmp_path: Path) -> None:
    assert kill(tmp_path / "vault", ["20", "early"])["lost"] > 0
