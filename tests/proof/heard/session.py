"""A session of its own: a virtual screen, a private D-Bus, and nobody's accessibility settings."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]
_KEPT = ("PATH", "LANG", "LC_ALL", "COVERAGE_PROCESS_START", "TMPDIR")


def run_in_a_session(home: Path, *words: str, patience: float) -> subprocess.CompletedProcess[str]:
    """Run `python -m WORDS` with a home, a screen and a bus of its own; all of it ends with it."""
    session = shutil.which("dbus-run-session")
    assert session is not None  # the installer brings it
    with _screen() as display:
        run = subprocess.Popen(
            [session, "--", sys.executable, "-m", *words],
            env=_environment(home, display),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        try:
            said, _ = run.communicate(timeout=patience)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(run.pid, signal.SIGKILL)  # this session's daemons, and nobody else's
            run.wait()
    return subprocess.CompletedProcess(words, run.returncode, said)


def _environment(home: Path, display: str) -> dict[str, str]:
    folders = {name: home / name for name in ("config", "data", "cache", "state", "runtime")}
    for folder in folders.values():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if name in _KEPT}
    own = {f"XDG_{name.upper()}_HOME": str(path) for name, path in folders.items()}
    return (
        kept
        | own
        | {
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(folders["runtime"]),
            "DISPLAY": f":{display}",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LANG": "C.UTF-8",
        }
    )


@contextmanager
def _screen() -> Iterator[str]:
    told, tells = os.pipe()
    size = ("-screen", "0", "1366x768x24", "-nolisten", "tcp")
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tells), *size],  # noqa: S607 - the installer brings it
        pass_fds=[tells],
        stderr=subprocess.DEVNULL,
    )
    os.close(tells)
    with os.fdopen(told) as line:
        display = line.readline().strip()
        try:
            yield display
        finally:
            screen.terminate()
            screen.wait()
