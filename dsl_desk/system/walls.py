"""The walls a process that opens outside files builds around itself before the first outside byte.

On every POSIX system: limits on memory, seconds, files and children. On Linux also: no network,
no files, and a system-call filter (`linux_walls.py`), each where the kernel has it. On Windows the
parent builds them, as a job (`windows_children.py`). A wall once built cannot be taken down.
"""

from __future__ import annotations

import os
import sys

LIMITS = "limits"


def leave_everything() -> None:
    """Stand in no folder, know no variable and have nobody to complain to."""
    os.environ.clear()
    if sys.platform != "win32":
        os.chdir("/")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.close(nowhere)


if sys.platform == "win32":

    def build(memory: int, seconds: int) -> tuple[str, ...]:
        """Do nothing: the job this process was started in does it. Not run on this side."""
        del memory, seconds
        return (LIMITS,)

else:
    import resource

    if sys.platform == "linux":
        from dsl_desk.system import linux_walls

        def build(memory: int, seconds: int) -> tuple[str, ...]:
            """Build every wall this kernel has, and name them."""
            left = linux_walls.leave_the_world()
            _limit(memory, seconds, alone=not linux_walls.can_filter())
            return (LIMITS, *left, *linux_walls.filter_calls())

    else:

        def build(memory: int, seconds: int) -> tuple[str, ...]:
            """Limit what this process may use: there is no more to be had here."""
            _limit(memory, seconds, alone=True)
            return (LIMITS,)

    def _limit(memory: int, seconds: int, *, alone: bool) -> None:
        if alone:
            # Counts the threads of the whole account, so HEIC, which needs one, is not shown here.
            # The filter tells a thread from a process, and makes this wall needless.
            resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))  # those that are open stay open
