"""A pytest plugin: cycles are collected between tests, and their files lie in memory.

Collecting is for the main thread, as in the app. Thousands of vaults are founded and thrown away:
on a disk that is 40 GB written for nobody, and workers that wait for it.
"""

from __future__ import annotations

import gc
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

_EVERY = 25
_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it
_ENOUGH = 4 << 30
_ran = [0]


def pytest_configure(config: pytest.Config) -> None:
    del config
    gc.disable()
    if _roomy():
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


def pytest_collection_finish(session: pytest.Session) -> None:
    """Leave what was collected out of every later look: it lasts to the end anyhow."""
    del session
    gc.collect()
    gc.freeze()


def pytest_runtest_teardown(item: pytest.Item) -> None:
    del item
    _ran[0] += 1
    if _ran[0] % _EVERY == 0:
        gc.collect()


def _roomy() -> bool:
    """Tell whether there is memory to lay files in, and programs made there may be run."""
    if not _MEMORY.is_dir() or shutil.disk_usage(_MEMORY).free < _ENOUGH:
        return False
    return not os.statvfs(_MEMORY).f_flag & os.ST_NOEXEC
