"""Keeps None alive under a fault of PySide6, for every test that calls Qt."""

from __future__ import annotations

import ctypes
import sys

MANY = 1 << 40

# PySide6 6.12.0 gives None back once too often from every call that returns nothing (measured:
# 500 calls of setObjectName cost 500 references; 6.11.3 costs none). Before Python 3.12 None is
# counted, so some thousand calls end the process with "none_dealloc". This goes when the lock
# holds a PySide6 without the fault.
if sys.version_info < (3, 12):
    ctypes.c_ssize_t.from_address(id(None)).value += MANY
