"""Starting a child with exactly the pipes it is meant to have, and ending it at once.

The rules are: a child inherits the listed pipe ends and nothing else, reads nothing from the
terminal and is not reached by its Ctrl+C; whoever starts it is its only parent and ends it.
Only `os` and `sys` are imported on the way to the first window: every millisecond counts there.
The Windows half follows the documented behaviour and has not been run on this side.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # typing itself costs a millisecond on the way to the first window
if TYPE_CHECKING:
    from collections.abc import Mapping


class Bounds:
    """What a confined child may use: bytes of memory, and seconds of a processor."""

    def __init__(self, memory: int, seconds: int) -> None:
        self.memory = memory
        self.seconds = seconds


class Process:
    """A child process, from its start until it has been seen to be gone.

    `kill` and `reap` belong to the thread that started it, `wait` to any one other thread.
    A child that is gone but not reaped keeps its number, so `kill` never meets a stranger.
    """

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._reaped = False

    def kill(self) -> None:
        """End it now, at whatever instruction."""
        if not self._reaped:
            _kill(self.pid)

    def wait(self) -> None:
        """Return once it is gone. Its number stays taken until `reap`."""
        _wait(self.pid)

    def reap(self) -> None:
        """Give its number back to the system; call when `wait` has returned."""
        if not self._reaped:
            self._reaped = True
            _reap(self.pid)


def pipe() -> tuple[int, int]:
    """Make a pipe, (read end, write end), that no child inherits unless it is listed."""
    return os.pipe()


if sys.platform == "win32":
    from dsl_desk.system import windows_children

    def start(command: list[str], inherit: tuple[int, ...]) -> Process:
        """Start `command`, which inherits standard error and the listed pipe ends only."""
        return Process(windows_children.start(command, inherit))

    def start_confined(command: list[str], inherit: tuple[int, ...], bounds: Bounds) -> Process:
        """Start `command` with the listed pipe ends, no variables, and these bounds."""
        return Process(windows_children.start_confined(command, inherit, bounds))

    def name_of(fd: int) -> str:
        """Say how a child is told which pipe end is meant."""
        return windows_children.name_of(fd)

    def inherited(name: str, *, writing: bool) -> int:
        """Take a pipe end the parent named for us."""
        return windows_children.inherited(name, writing=writing)

    _kill = windows_children.kill
    _wait = windows_children.wait
    _reap = windows_children.reap
else:
    _SIGKILL = 9  # on every POSIX system; `signal` would bring enum along

    def start(command: list[str], inherit: tuple[int, ...]) -> Process:
        """Start `command`, which inherits standard error and the listed pipe ends only."""
        return _start(command, inherit, os.environ, [])

    def start_confined(command: list[str], inherit: tuple[int, ...], bounds: Bounds) -> Process:
        """Start `command` with the listed pipe ends and no variables; it keeps to bounds itself."""
        del bounds  # `walls.build` in the child: only there its libraries are loaded already
        silent = [(os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
        return _start(command, inherit, {}, silent)

    def _start(
        command: list[str],
        inherit: tuple[int, ...],
        environ: Mapping[str, str],
        actions: list[tuple[int, int, str, int, int]],
    ) -> Process:
        strays = [
            (os.POSIX_SPAWN_CLOSE, fd)
            for fd in _open_fds()
            if fd > 2 and fd not in inherit and _is_inheritable(fd)  # noqa: PLR2004 - after stderr
        ]
        nowhere = [
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        ]
        for fd in inherit:
            os.set_inheritable(fd, True)
        try:
            pid = os.posix_spawn(
                command[0],
                command,
                environ,
                file_actions=[*nowhere, *actions, *strays],
                setpgroup=0,
            )
        finally:
            for fd in inherit:
                os.set_inheritable(fd, False)
        return Process(pid)

    def name_of(fd: int) -> str:
        """Say how a child is told which pipe end is meant."""
        return str(fd)

    def inherited(name: str, *, writing: bool) -> int:  # noqa: ARG001 - Windows needs to know
        """Take a pipe end the parent named for us; our own children do not get it."""
        fd = int(name)
        os.set_inheritable(fd, False)
        return fd

    def _open_fds() -> list[int]:
        folder = "/proc/self/fd" if os.path.isdir("/proc/self/fd") else "/dev/fd"  # noqa: PTH112 - pathlib costs 6 ms
        return [int(name) for name in os.listdir(folder)]  # noqa: PTH208 - as above

    def _is_inheritable(fd: int) -> bool:
        try:
            return os.get_inheritable(fd)
        except OSError:  # the listing's own descriptor has gone meanwhile
            return False

    def _kill(pid: int) -> None:
        os.kill(pid, _SIGKILL)

    def _reap(pid: int) -> None:
        os.waitpid(pid, 0)

    if sys.platform == "darwin":
        import select

        def _wait(pid: int) -> None:
            # There is no waitid before Python 3.13; this queue leaves a process unreaped too.
            queue = select.kqueue()
            gone = select.kevent(pid, select.KQ_FILTER_PROC, select.KQ_EV_ADD, select.KQ_NOTE_EXIT)
            try:
                queue.control([gone], 1, None)
            except ProcessLookupError:
                return
            finally:
                queue.close()
    else:

        def _wait(pid: int) -> None:
            os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
