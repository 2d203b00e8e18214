"""A pytest plugin: cycles are collected between tests, on the main thread, as in the app."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

_EVERY = 25
_ran = [0]


def pytest_configure(config: pytest.Config) -> None:
    del config
    gc.disable()


def pytest_runtest_teardown(item: pytest.Item) -> None:
    del item
    _ran[0] += 1
    if _ran[0] % _EVERY == 0:
        gc.collect()
