"""No test reaches a network: every socket but AF_UNIX is refused, which the keychain needs.

Two fences. Inside this Python an audit hook, which no code can take off again and which speaks
plainly. On Linux also one in the kernel (seccomp), which libraries in C and every process that a
test starts stand behind too; it answers EACCES to socket(2).
"""

from __future__ import annotations

import ctypes
import platform
import socket
import struct
import sys

ASKING_NAMES = {f"socket.{ask}" for ask in ("getaddrinfo", "gethostbyname", "gethostbyaddr")}
UNIX = getattr(socket, "AF_UNIX", -1)  # Python on Windows does not know it

# By machine: the audit name of its system calls, and the numbers of socket and seccomp.
SYSTEM_CALLS = {"x86_64": (0xC000003E, 41, 317), "aarch64": (0xC00000B7, 198, 277)}
NO_NEW_PRIVILEGES = 38
FILTER_MODE, ALL_THREADS = 1, 1
LOAD, EQUAL, ANSWER = 0x20, 0x15, 0x06
ALLOW, DENY = 0x7FFF0000, 0x00050000 | 13  # 13 is EACCES


class NetworkRefusedError(Exception):
    """A test, or what it calls, tried to open a socket to somewhere."""


def refuse(event: str, facts: tuple[object, ...]) -> None:
    """Hear of everything Python is about to do, and stop what opens a way out."""
    opens = event == "socket.__new__" and facts[1] != UNIX
    if opens or event in ASKING_NAMES:
        message = f"{event} {facts[opens:]}: tests reach no network"
        raise NetworkRefusedError(message)


def fence_in_kernel() -> bool:
    """Let the kernel refuse socket(2) to this process and its children; say whether it does."""
    known = SYSTEM_CALLS.get(platform.machine())
    if not sys.platform.startswith("linux") or known is None:
        return False
    machine, socket_call, seccomp_call = known
    rules = (  # each: what to do, how many rules to skip if true, if false, and with which number
        (LOAD, 0, 0, 4),  # whose numbers are these?
        (EQUAL, 0, 4, machine),
        (LOAD, 0, 0, 0),  # which call?
        (EQUAL, 0, 2, socket_call),
        (LOAD, 0, 0, 16),  # its first argument: the family
        (EQUAL, 0, 1, int(UNIX)),
        (ANSWER, 0, 0, ALLOW),
        (ANSWER, 0, 0, DENY),
    )
    written = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *rule) for rule in rules))
    program = struct.pack("H6xP", len(rules), ctypes.addressof(written))
    kernel = ctypes.CDLL(None, use_errno=True)
    kernel.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    return bool(kernel.syscall(seccomp_call, FILTER_MODE, ALL_THREADS, program) == 0)


sys.addaudithook(refuse)
FENCED_IN_KERNEL = fence_in_kernel()
