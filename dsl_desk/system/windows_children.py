"""The Windows half of children.py: handle lists, and jobs: one for all, one for the confined.

Written from the documentation of CreateProcess, STARTUPINFOEX and job objects; it has not been
run on this side, and is on the list of what has to be tried on a real Windows.
The job belongs to the supervisor alone: when the supervisor ends, however it ends, the last
handle closes and Windows ends every child in it.
"""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import ctypes
    import msvcrt
    import os
    import subprocess
    from ctypes import wintypes
    from typing import TYPE_CHECKING

    if TYPE_CHECKING:
        from dsl_desk.system.bounds import Bounds

    _KILL_ON_JOB_CLOSE = 0x2000
    _ENDS_ON_ERROR = 0x0400  # no box that asks somebody what to do
    _MEMORY, _SECONDS, _ONE_PROCESS = 0x0100, 0x0002, 0x0008
    _TICKS = 10_000_000  # in a second
    _EXTENDED_LIMITS = 9

    class _BasicLimits(ctypes.Structure):
        """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

        _fields_ = [  # type: ignore[mutable-override]  # ctypes reads this very name
            ("per_process_user_time_limit", wintypes.LARGE_INTEGER),
            ("per_job_user_time_limit", wintypes.LARGE_INTEGER),
            ("limit_flags", wintypes.DWORD),
            ("minimum_working_set_size", ctypes.c_size_t),
            ("maximum_working_set_size", ctypes.c_size_t),
            ("active_process_limit", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority_class", wintypes.DWORD),
            ("scheduling_class", wintypes.DWORD),
        ]

    class _ExtendedLimits(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

        _fields_ = [  # type: ignore[mutable-override]  # ctypes reads this very name
            ("basic", _BasicLimits),
            ("io_counters", ctypes.c_ulonglong * 6),
            ("process_memory_limit", ctypes.c_size_t),
            ("job_memory_limit", ctypes.c_size_t),
            ("peak_process_memory_used", ctypes.c_size_t),
            ("peak_job_memory_used", ctypes.c_size_t),
        ]

    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.CreateJobObjectW.argtypes = (wintypes.LPVOID, wintypes.LPCWSTR)
    _kernel.CreateJobObjectW.restype = wintypes.HANDLE
    _kernel.SetInformationJobObject.argtypes = (
        wintypes.HANDLE,
        ctypes.c_int,
        wintypes.LPVOID,
        wintypes.DWORD,
    )
    _kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)

    _kernel.TerminateJobObject.argtypes = (wintypes.HANDLE, wintypes.UINT)
    _kernel.CloseHandle.argtypes = (wintypes.HANDLE,)

    _children: dict[int, subprocess.Popen[bytes]] = {}
    _jobs: list[int] = []
    _own_jobs: dict[int, int] = {}  # of confined children: a job for each

    def start(command: list[str], inherit: tuple[int, ...]) -> int:
        """Start `command` with the listed pipe ends, inside the job."""
        return _start(command, inherit, _job(), None)

    def start_confined(command: list[str], inherit: tuple[int, ...], bounds: Bounds) -> int:
        """Start `command` in a job of its own, which keeps it to its bounds and to itself."""
        job = _job_of(bounds)
        # Windows starts no program without knowing where it is itself.
        environ = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
        try:
            pid = _start(command, inherit, job, environ)
        except OSError:
            _kernel.CloseHandle(job)
            raise
        _own_jobs[pid] = job
        return pid

    def _start(
        command: list[str], inherit: tuple[int, ...], job: int, environ: dict[str, str] | None
    ) -> int:
        handles = [msvcrt.get_osfhandle(fd) for fd in inherit]
        for handle in handles:
            os.set_handle_inheritable(handle, True)
        about = subprocess.STARTUPINFO(lpAttributeList={"handle_list": handles})
        try:
            child = subprocess.Popen(  # noqa: S603 - our own command, no shell
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=None if environ is None else subprocess.DEVNULL,
                env=environ,
                startupinfo=about,
                close_fds=True,
                creationflags=subprocess.CREATE_NEW_PROCESS_GROUP,
            )
        finally:
            for handle in handles:
                os.set_handle_inheritable(handle, False)
        # A process may run a moment before it is in the job; the control pipe covers that moment.
        if not _kernel.AssignProcessToJobObject(job, int(child._handle)):  # type: ignore[attr-defined]  # noqa: SLF001 - Popen has no public name for its handle
            child.kill()
            raise ctypes.WinError(ctypes.get_last_error())
        _children[child.pid] = child
        return child.pid

    def name_of(fd: int) -> str:
        """Return the number of the handle behind a pipe end."""
        return str(msvcrt.get_osfhandle(fd))

    def inherited(name: str, *, writing: bool) -> int:
        """Open the handle that the parent named."""
        handle = int(name)
        os.set_handle_inheritable(handle, False)
        return msvcrt.open_osfhandle(handle, os.O_WRONLY if writing else os.O_RDONLY)

    def kill(pid: int) -> None:
        """End it now."""
        _children[pid].kill()

    def kill_all(pid: int) -> None:
        """End it now, and whatever it may have started."""
        if pid in _own_jobs:
            _kernel.TerminateJobObject(_own_jobs[pid], 1)
        else:
            kill(pid)

    def wait(pid: int) -> None:
        """Return once it is gone."""
        _children[pid].wait()

    def reap(pid: int) -> None:
        """Forget it."""
        del _children[pid]
        if pid in _own_jobs:
            _kernel.CloseHandle(_own_jobs.pop(pid))

    def _job() -> int:
        if not _jobs:
            limits = _ExtendedLimits()
            limits.basic.limit_flags = _KILL_ON_JOB_CLOSE
            _jobs.append(_new_job(limits))
        return _jobs[0]

    def _job_of(bounds: Bounds) -> int:
        limits = _ExtendedLimits()
        limits.basic.limit_flags = (
            _KILL_ON_JOB_CLOSE | _ENDS_ON_ERROR | _MEMORY | _SECONDS | _ONE_PROCESS
        )
        limits.basic.active_process_limit = 1
        limits.basic.per_process_user_time_limit = bounds.seconds * _TICKS
        limits.process_memory_limit = bounds.memory
        return _new_job(limits)

    def _new_job(limits: _ExtendedLimits) -> int:
        job = _kernel.CreateJobObjectW(None, None)
        done = job and _kernel.SetInformationJobObject(
            job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        if not done:
            raise ctypes.WinError(ctypes.get_last_error())
        return int(job)
