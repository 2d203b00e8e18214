"""How much memory this computer has, and how much of it this process has ever held at once."""

from __future__ import annotations

import ctypes
import os
import sys
from typing import Final

_UNKNOWN: Final = 4 * 1024 * 1024 * 1024  # the least that schools still buy


def memory_of_this_computer() -> int:
    """Return the bytes of its memory."""
    if sys.platform == "win32":
        return _of_windows()
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (ValueError, OSError):
        return _UNKNOWN


def highest_memory() -> int:
    """Return the most bytes this process has held; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource  # noqa: PLC0415 - Windows has none

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024  # Linux tells kilobytes


class _MemoryStatus(ctypes.Structure):
    _fields_ = [  # type: ignore[mutable-override]  # ctypes reads this very name
        ("length", ctypes.c_uint32),
        ("load", ctypes.c_uint32),
        ("physical", ctypes.c_uint64),
        ("rest", ctypes.c_uint64 * 6),
    ]


def _of_windows() -> int:
    status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
    known = ctypes.WinDLL("kernel32").GlobalMemoryStatusEx(ctypes.byref(status))  # type: ignore[attr-defined]  # Windows only
    return status.physical if known else _UNKNOWN
