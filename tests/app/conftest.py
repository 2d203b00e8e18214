"""One fixture: a supervisor that is begun, and of which nobody is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.app.running import Running

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Callable[..., Running]]:
    begun: list[Running] = []

    def start(**limits: float) -> Running:
        begun.append(Running(tmp_path, limits))
        return begun[-1]

    yield start
    for running in begun:
        running.close()
    assert all(running.nobody_is_left() for running in begun)
