from __future__ import annotations

import getpass
import platform
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.vault_errors import VaultInUseError
from dsl_desk.system import locks

if TYPE_CHECKING:
    from tests.fakes.clock import FakeClock

ROOT = Path(__file__).parents[2]
HOLD = """
import sys
from pathlib import Path
from dsl_desk.system import locks
from dsl_desk.system.clock import SystemClock
kept = locks.take(Path(sys.argv[1]), SystemClock())
print(flush=True)
input()
"""


def test_that_a_lock_nobody_took_has_no_holder(tmp_path: Path) -> None:
    assert locks.holder(tmp_path / "lock") is None
    assert not (tmp_path / "lock").exists()


def test_that_the_second_opener_is_told_who_where_and_since(
    tmp_path: Path, clock: FakeClock
) -> None:
    kept = locks.take(tmp_path / "lock", clock)
    with pytest.raises(VaultInUseError) as refused:
        locks.take(tmp_path / "lock", clock)
    assert refused.value.who == getpass.getuser()
    assert refused.value.where == platform.node()
    assert refused.value.since == "2026-11-19T12:14:00+00:00"
    assert getpass.getuser() not in str(refused.value)
    kept.release()


def test_that_asking_for_the_holder_does_not_take_the_lock(
    tmp_path: Path, clock: FakeClock
) -> None:
    locks.take(tmp_path / "lock", clock).release()
    assert locks.holder(tmp_path / "lock") is None
    kept = locks.take(tmp_path / "lock", clock)
    found = locks.holder(tmp_path / "lock")
    assert found == locks.Holder(getpass.getuser(), platform.node(), "2026-11-19T12:14:00+00:00")
    assert locks.holder(tmp_path / "lock") == found
    kept.release()


def test_that_an_opener_waits_for_one_who_is_just_leaving(tmp_path: Path, clock: FakeClock) -> None:
    kept = locks.take(tmp_path / "lock", clock)
    leaving = Thread(target=kept.release)
    leaving.start()
    locks.take(tmp_path / "lock", clock, patience=5.0).release()
    leaving.join()


def test_that_the_lock_ends_with_a_killed_process(tmp_path: Path, clock: FakeClock) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "lock")],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holder.stdout is not None
    holder.stdout.readline()
    with pytest.raises(VaultInUseError):
        locks.take(tmp_path / "lock", clock)
    holder.kill()
    holder.communicate()
    locks.take(tmp_path / "lock", clock).release()


@pytest.mark.parametrize("untrusted", [b"", b"{half", b"[1]", b"\xff\xfe", b"{}"])
def test_that_a_note_nobody_can_read_still_says_that_the_vault_is_in_use(
    tmp_path: Path, clock: FakeClock, untrusted: bytes
) -> None:
    kept = locks.take(tmp_path / "lock", clock)
    (tmp_path / "lock").write_bytes(untrusted)
    assert locks.holder(tmp_path / "lock") == locks.Holder("", "", "")
    kept.release()


def test_that_a_long_old_note_is_written_over_whole(tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / "lock").write_bytes(b'{"who": "' + b"x" * 490 + b'"}')
    kept = locks.take(tmp_path / "lock", clock)
    found = locks.holder(tmp_path / "lock")
    assert found is not None
    assert found.who == getpass.getuser()
    kept.release()


def test_that_very_long_names_leave_at_least_the_time(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "node", lambda: "x" * 600)
    kept = locks.take(tmp_path / "lock", clock)
    assert locks.holder(tmp_path / "lock") == locks.Holder("", "", "2026-11-19T12:14:00+00:00")
    kept.release()
