"""What a child does for its own safety: no dumps of its memory, and an end when its parent ends."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import ctypes

    _NO_FAULT_BOXES = 0x0001 | 0x0002 | 0x8000  # critical errors, fault box, open-file box

    def forbid_dumps() -> None:
        """Keep Windows from offering to write this process's memory to a file.

        Not run on this side. Error reporting by policy (LocalDumps) is an administrator's act
        and is told in the threat model.
        """
        ctypes.windll.kernel32.SetErrorMode(_NO_FAULT_BOXES)

    def end_with_parent() -> None:
        """Do nothing: the supervisor's job object does it."""

    def outlive_parent() -> None:
        """Do nothing: a job cannot be left. The control pipe's end and the kill race here."""

elif sys.platform == "linux":
    import ctypes
    import resource
    import signal

    _SET_PDEATHSIG = 1
    _SET_DUMPABLE = 4

    def forbid_dumps() -> None:
        """Write no core file, and let no other process of this account look inside."""
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        _prctl(_SET_DUMPABLE, 0)

    def end_with_parent() -> None:
        """Have the kernel kill this process when its parent ends. Call from the main thread."""
        _prctl(_SET_PDEATHSIG, signal.SIGKILL)

    def outlive_parent() -> None:
        """Take `end_with_parent` back: the kernel's signal leaves no time to seal anything.

        The kernel keeps the wish per thread, so this must be the same (main) thread.
        """
        _prctl(_SET_PDEATHSIG, 0)

    def _prctl(option: int, value: int) -> None:
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.prctl(option, ctypes.c_ulong(value), 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "prctl")

else:
    import resource

    def forbid_dumps() -> None:
        """Write no core file."""
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def end_with_parent() -> None:
        """Do nothing: macOS knows no such wish, the control pipe's end must do."""

    def outlive_parent() -> None:
        """Do nothing, as above."""
