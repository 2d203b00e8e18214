"""A fault of the Qt binding, held off: it gives None, True and False back once too often.

PySide6 6.12.0 takes one reference of None in every call that returns nothing (measured: 500 calls
of setObjectName cost 500 references; 6.11.3 costs none), and of True and False in some that Qt
makes (seen: "bool_dealloc" at the end of one test run in six). Before Python 3.12 they are counted,
so some five thousand calls would end the process. This goes when the lock holds a PySide6 without
the fault.
"""

from __future__ import annotations

import ctypes
import sys

_MORE_THAN_ANY_SITTING = 1 << 40
_COUNTED_BEFORE = (3, 12)


def keep_none() -> None:
    """Give each so many references that no sitting can use them up; again does no harm."""
    if sys.version_info < _COUNTED_BEFORE:
        for kept in (None, True, False):
            if sys.getrefcount(kept) < _MORE_THAN_ANY_SITTING:
                # An object of CPython begins with its count.
                count = ctypes.c_ssize_t.from_address(id(kept))
                count.value += 2 * _MORE_THAN_ANY_SITTING
