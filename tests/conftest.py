"""Five fixtures, no more: clock, vault, desk, worker, ask."""

from __future__ import annotations

import os

import pytest

from tests.fakes.clock import FakeClock

pytest_plugins = ["tests.no_network", "tests.tidy", "tests.last_page"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()
