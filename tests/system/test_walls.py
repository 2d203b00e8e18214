"""Every act a decoder could harm with: done without the walls, and not done within them."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the walls of Linux")

BEGIN: Final = """
import ctypes, mmap, os, resource, signal, socket, subprocess, sys
from dsl_desk.system import walls
libc = ctypes.CDLL(None, use_errno=True)
def done(result):
    if result < 0:
        raise OSError(ctypes.get_errno(), "refused")
if sys.argv[1] == "within":
    walls.build(512 << 20, 5)
os.write(1, b"begun ")
"""
ACTS: Final = {
    "read a file": "os.open('/etc/passwd', os.O_RDONLY)",
    "look into a folder": "os.listdir('/')",
    "write a file": "os.open('{place}/left', os.O_CREAT | os.O_WRONLY)",
    "make a folder": "os.mkdir('{place}/left')",
    "link a file": "os.symlink('/etc/passwd', '{place}/left')",
    "make a file nobody sees": "os.memfd_create('left')",
    "open a local socket": "socket.socketpair()",
    "fork": "os.fork() or os._exit(0)",
    "start a program": "os.posix_spawn('/bin/true', ['true'], {{}})",
    "become a program": "os.execv('/bin/echo', ['echo', 'done'])",
    "signal somebody else": "os.kill(os.getppid(), 0)",
    "look into somebody else": "os.pidfd_open(os.getppid())",
    "have memory that can be run": "mmap.mmap(-1, 4096, prot=7)",
    "raise its own limit": "resource.setrlimit(resource.RLIMIT_CPU, (4, 4))",
    "take a gigabyte": "bytes(1 << 30)",
    "make a pipe": "os.pipe()",
    "move its own clock": "os.sched_yield(); done(libc.timerfd_create(1, 0))",
    "wait on events": "done(libc.epoll_create1(0))",
    "map another's memory": "done(libc.shmget(0, 4096, 0o1600))",
}
NEEDS: Final = {
    "compute": "sum(range(100000))",
    "take some memory": "bytes(50 << 20)",
    "write to its pipe": "os.write(1, b'')",
    "start a second thread of its own": "import threading; t = threading.Thread(target=print); "
    "t.start(); t.join()",
    "know the time": "import time; time.monotonic(); time.time()",
}


def tried(act: str, where: str, place: Path) -> subprocess.CompletedProcess[bytes]:
    """Try it in a process of its own."""
    code = f"{BEGIN}{act.format(place=place)}\nos.write(1, b'done')\n"
    return subprocess.run(
        [sys.executable, "-c", code, where], cwd=ROOT, capture_output=True, check=False
    )


@pytest.mark.parametrize("act", ACTS)
def test_that_an_act_that_is_done_without_walls_is_not_done_within(
    act: str, tmp_path: Path
) -> None:
    without = tried(ACTS[act], "without", tmp_path)
    assert b"done" in without.stdout, without.stderr
    for left in tmp_path.iterdir():
        left.rmdir() if left.is_dir() and not left.is_symlink() else left.unlink()
    within = tried(ACTS[act], "within", tmp_path)
    assert within.stdout == b"begun "
    assert within.returncode in (1, -signal.SIGSYS)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("act", NEEDS)
def test_that_what_a_decoder_needs_is_done_within(act: str, tmp_path: Path) -> None:
    within = tried(NEEDS[act], "within", tmp_path)
    assert within.stdout.endswith(b"done"), (within.returncode, within.stderr)


def test_that_a_process_that_only_computes_is_ended_by_its_seconds() -> None:
    endless = BEGIN.replace("512 << 20, 5", "512 << 20, 1") + "while True: pass"
    command = [sys.executable, "-c", endless, "within"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert ended.returncode in (-signal.SIGXCPU, -signal.SIGKILL)
