from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from dsl_desk.system import children

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="reads /proc")

SAY_FDS = (
    "import os,sys; os.write(int(sys.argv[1]), ' '.join(os.listdir('/proc/self/fd')).encode())"
)
WAIT = "import os,sys; os.read(int(sys.argv[1]), 1)"


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    ends = children.pipe()
    yield ends
    for end in ends:
        os.close(end)


def start(code: str, end: int) -> children.Process:
    return children.start([sys.executable, "-c", code, children.name_of(end)], (end,))


def end(process: children.Process) -> None:
    process.wait()
    process.reap()


def test_that_a_child_inherits_the_listed_end_and_nothing_else(pipe: tuple[int, int]) -> None:
    stray = os.dup2(pipe[0], 200, inheritable=True)
    process = start(SAY_FDS, pipe[1])
    fds = {int(fd) for fd in os.read(pipe[0], 1000).split()}
    end(process)
    os.close(stray)
    assert pipe[1] in fds
    assert stray not in fds
    assert len(fds - {0, 1, 2, pipe[1]}) == 1  # the listing's own


def test_that_the_listed_end_is_not_left_inheritable_here(pipe: tuple[int, int]) -> None:
    end(start(SAY_FDS, pipe[1]))
    assert not os.get_inheritable(pipe[1])


def test_that_a_killed_child_is_gone(pipe: tuple[int, int]) -> None:
    process = start(WAIT, pipe[0])
    process.kill()
    end(process)
    with pytest.raises(ProcessLookupError):
        os.kill(process.pid, 0)


def test_that_killing_somebody_long_gone_meets_no_stranger(pipe: tuple[int, int]) -> None:
    process = start(WAIT, pipe[0])
    process.kill()
    end(process)
    process.kill()
    process.reap()


def test_that_a_child_is_not_reached_by_the_terminals_interrupt(pipe: tuple[int, int]) -> None:
    process = start(WAIT, pipe[0])
    assert os.getpgid(process.pid) != os.getpgid(0)
    process.kill()
    end(process)


def test_that_a_program_that_is_not_there_is_an_error_and_leaks_nothing(
    pipe: tuple[int, int],
) -> None:
    with pytest.raises(FileNotFoundError):
        children.start(["/nowhere/at-all"], (pipe[0],))
    assert not os.get_inheritable(pipe[0])
