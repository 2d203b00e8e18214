from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's own answers")
ROOT = Path(__file__).parents[2]

ASK = """
import ctypes, resource
from dsl_desk.system import shelter
shelter.forbid_dumps(); shelter.end_with_parent(); {then}
number = ctypes.c_int()
libc = ctypes.CDLL(None)
libc.prctl(2, ctypes.byref(number))
print(libc.prctl(3), resource.getrlimit(resource.RLIMIT_CORE), number.value)
"""


def answer(then: str) -> str:
    command = [sys.executable, "-c", ASK.format(then=then)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout


def test_that_a_sheltered_process_leaves_no_dump_and_ends_with_its_parent() -> None:
    assert answer("") == "0 (0, 0) 9\n"


def test_that_a_desk_may_outlive_its_parent_for_its_last_moment() -> None:
    assert answer("shelter.outlive_parent()") == "0 (0, 0) 0\n"


def test_that_the_kernel_ends_a_child_whose_parent_was_killed() -> None:
    reading, writing = os.pipe()
    child = (
        "from dsl_desk.system import shelter; shelter.end_with_parent(); print(flush=True); input()"
    )
    parent = (
        "import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', sys.argv[1]],"
        "stdout=subprocess.PIPE, stdin=subprocess.PIPE, pass_fds=[int(sys.argv[2])]);"
        "p.stdout.readline(); print(flush=True); p.wait()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", parent, child, str(writing)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        pass_fds=[writing],
    )
    os.close(writing)
    assert process.stdout is not None
    process.stdout.readline()
    process.kill()
    process.communicate()
    assert os.read(reading, 1) == b""  # the child held the other end, and is gone
    os.close(reading)
