"""The walls only Linux has: no network, no files, and a filter of system calls (seccomp).

The rules of the filter are: what a decoder needs is allowed; what its libraries may harmlessly ask
for (fonts, the time zone) is refused, and they go on without; whoever asks for
anything else is a decoder no more, and the kernel ends it. The numbers are the kernel's promise to
every program and never change. Each wall is built where the kernel has it.
"""

from __future__ import annotations

import ctypes
import platform
import struct
from typing import Final

NETWORK: Final = "network"
FILES: Final = "files"
CALLS: Final = "calls"

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_NO_NEW_PRIVILEGES = 38
_END_WITH_PARENT, _SIGKILL = 1, 9
_DUMPABLE = 4
_ARENAS = -8
_GET_FILTER = 21
_RULESET_VERSION = 1  # landlock: asks for the version instead of making rules
_ALL_FILE_ACTS = (1 << 13) - 1  # what the first version of landlock knows
_RESTRICT = {"x86_64": (444, 446), "aarch64": (444, 446)}  # landlock: make rules, keep to them

_FILTER_MODE = 1
_LOAD, _EQUAL, _ANY_BIT, _ANSWER = 0x20, 0x15, 0x45, 0x06
_ALLOW, _REFUSE, _END = 0x7FFF0000, 0x00050000 | 1, 0x80000000  # 1 is EPERM
_EXECUTABLE = 4  # PROT_EXEC
# Where they stand in what the filter is shown.
_CALL, _MACHINE, _FIRST_ARGUMENT, _THIRD_ARGUMENT = 0, 4, 16, 32

# By machine: how the kernel names it, and the numbers of calls.
_MACHINES: Final = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_SECCOMP: Final = {"x86_64": 317, "aarch64": 277}
# read write close lseek munmap brk rt_sigaction rt_sigprocmask rt_sigreturn mremap sched_yield
# madvise getpid gettid futex clock_gettime exit exit_group getrandom sigaltstack rseq
# restart_syscall set_robust_list
_ALLOWED: Final = {
    "x86_64": (
        *(0, 1, 3, 8, 11, 12, 13, 14, 15, 25, 24),
        *(28, 39, 186, 202, 228, 60, 231, 318, 131, 334, 219, 273),
    ),
    "aarch64": (
        *(63, 64, 57, 62, 215, 214, 134, 135, 139, 216, 124),
        *(233, 172, 178, 98, 113, 93, 94, 278, 132, 293, 128, 99),
    ),
}
_MAPPING: Final = {"x86_64": (9, 10), "aarch64": (222, 226)}  # mmap mprotect: never to be run
_CLONE: Final = {"x86_64": 56, "aarch64": 220}  # a thread only: it stands within the same walls
_THREAD = 0x10000
_CLONE3, _NO_SUCH_CALL = 435, 0x00050000 | 38  # its arguments cannot be seen; libc falls back
# openat newfstatat statx faccessat faccessat2 readlinkat getdents64 getcwd ioctl fcntl fstat uname
# sysinfo sched_getaffinity prlimit64 getrusage fadvise64 clock_getres prctl; where the machine has
# them also the old open stat lstat access readlink
_ASKED: Final = {
    "x86_64": (
        *(257, 262, 332, 269, 439, 267, 217, 79, 16, 72, 5, 63, 99, 204, 302, 98, 221, 229, 157),
        *(2, 4, 6, 21, 89),
    ),
    "aarch64": (
        *(56, 79, 291, 48, 439, 78, 61, 17, 29, 25, 80, 160, 179, 123, 261, 165, 223, 114, 167),
    ),
}


def leave_the_world() -> tuple[str, ...]:
    """Leave the network and every file behind; say which of them the kernel let us leave."""
    kernel = ctypes.CDLL(None, use_errno=True)
    kernel.prctl(_END_WITH_PARENT, _SIGKILL, 0, 0, 0)
    kernel.prctl(_DUMPABLE, 0, 0, 0, 0)
    kernel.mallopt(_ARENAS, 1)  # each further one would reserve 128 MB of the addresses we may use
    left: tuple[str, ...] = ()
    if kernel.unshare(_NEW_USER | _NEW_NETWORK) == 0:
        left += (NETWORK,)
    kernel.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    return left + ((FILES,) if _leave_files(kernel) else ())


def can_filter() -> bool:
    """Tell whether this kernel looks at system calls, on a machine whose numbers we know."""
    kernel = ctypes.CDLL(None, use_errno=True)
    return platform.machine() in _MACHINES and kernel.prctl(_GET_FILTER, 0, 0, 0, 0) >= 0


def filter_calls() -> tuple[str, ...]:
    """Have the kernel look at every system call from now on; say whether it does."""
    machine = platform.machine()
    if machine not in _MACHINES:
        return ()
    rules = _rules(machine)
    written = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *rule) for rule in rules))
    program = struct.pack("H6xP", len(rules), ctypes.addressof(written))
    kernel = ctypes.CDLL(None, use_errno=True)
    kernel.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    stands = kernel.syscall(_SECCOMP[machine], _FILTER_MODE, 0, program) == 0
    return (CALLS,) if stands else ()


def _leave_files(kernel: ctypes.CDLL) -> bool:
    numbers = _RESTRICT.get(platform.machine())
    if numbers is None or kernel.syscall(numbers[0], None, 0, _RULESET_VERSION) < 1:
        return False
    nothing = struct.pack("Q", _ALL_FILE_ACTS)  # every act is ruled, and no rule allows one
    rules = kernel.syscall(numbers[0], nothing, len(nothing), 0)
    return bool(rules >= 0 and kernel.syscall(numbers[1], rules, 0) == 0)


def _rules(machine: str) -> list[tuple[int, int, int, int]]:
    """Return the filter; each rule: what to do, how many to skip if true, if false, a number."""
    rules = [
        (_LOAD, 0, 0, _MACHINE),
        (_EQUAL, 1, 0, _MACHINES[machine]),
        (_ANSWER, 0, 0, _END),
        (_LOAD, 0, 0, _CALL),
    ]
    for call in _ALLOWED[machine]:
        rules += [(_EQUAL, 0, 1, call), (_ANSWER, 0, 0, _ALLOW)]
    for call in _ASKED[machine]:
        rules += [(_EQUAL, 0, 1, call), (_ANSWER, 0, 0, _REFUSE)]
    for call in _MAPPING[machine]:
        rules += [
            (_EQUAL, 0, 4, call),
            (_LOAD, 0, 0, _THIRD_ARGUMENT),
            (_ANY_BIT, 0, 1, _EXECUTABLE),
            (_ANSWER, 0, 0, _REFUSE),
            (_ANSWER, 0, 0, _ALLOW),
        ]
    rules += [
        (_EQUAL, 0, 4, _CLONE[machine]),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_ANY_BIT, 0, 1, _THREAD),
        (_ANSWER, 0, 0, _ALLOW),
        (_ANSWER, 0, 0, _REFUSE),
        (_EQUAL, 0, 1, _CLONE3),
        (_ANSWER, 0, 0, _NO_SUCH_CALL),
    ]
    return [*rules, (_ANSWER, 0, 0, _END)]
