"""The real keychain of Linux: gnome-keyring in a D-Bus session of the test's own, ended with it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the keychain of Linux")


def in_a_session(home: Path, what: str) -> list[str]:
    """Run one part of `in_a_session` with a home, a bus and a keychain of its own."""
    session = shutil.which("dbus-run-session")
    assert session is not None  # the installer brings it
    folders = {name: home / name for name in ("config", "data", "cache", "runtime")}
    for folder in folders.values():
        folder.mkdir(mode=0o700)
    kept = {"PATH", "LANG", "LC_ALL", "COVERAGE_PROCESS_START"}
    environment = {name: value for name, value in os.environ.items() if name in kept}
    environment |= {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(folders["config"]),
        "XDG_DATA_HOME": str(folders["data"]),
        "XDG_CACHE_HOME": str(folders["cache"]),
        "XDG_RUNTIME_DIR": str(folders["runtime"]),
    }
    run = subprocess.Popen(
        [session, "--", sys.executable, "-m", "tests.keys.in_a_session", what],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        said, complained = run.communicate(timeout=60)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGKILL)  # the daemons of this session, and nobody else's
        run.wait()
    assert "Traceback" not in complained, complained
    return said.splitlines()


def test_that_a_secret_is_kept_read_replaced_and_forgotten(tmp_path: Path) -> None:
    assert in_a_session(tmp_path, "keep") == [
        "None",  # nothing kept yet
        "None",
        "True",  # by another caller too
        "None",  # under another name
        "None",
        "True",  # replaced
        "None",
        "None",  # forgotten
        "None",  # and forgotten again
    ]


def test_that_the_keychain_of_linux_is_the_secret_service(tmp_path: Path) -> None:
    assert in_a_session(tmp_path, "class") == ["keyring.backends.SecretService.Keyring"]


def test_that_a_locked_keychain_is_told_and_keeps_nobody_waiting(tmp_path: Path) -> None:
    assert in_a_session(tmp_path, "locked") in (["locked"], ["failed"])


def test_that_a_keychain_that_never_answers_is_left_after_three_seconds_and_not_asked_again(
    tmp_path: Path,
) -> None:
    assert in_a_session(tmp_path, "silent") == ["slow", "slow", "True True"]
