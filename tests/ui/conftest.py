"""Keeps None, True and False alive under a fault of PySide6, for every test that calls Qt."""

from __future__ import annotations

import ctypes
import sys

MANY = 1 << 40

# PySide6 6.12.0 gives None back once too often from every call that returns nothing, and True and
# False from some that Qt makes (measured: 500 calls of setObjectName cost 500 references of None;
# with 6.11.3 none). Before Python 3.12 these are counted, so some thousand calls end the process
# with "none_dealloc" or "bool_dealloc". This goes with a PySide6 without the fault.
if sys.version_info < (3, 12):
    for kept in (None, True, False):
        ctypes.c_ssize_t.from_address(id(kept)).value += MANY
