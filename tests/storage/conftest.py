from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.storage.database import salt_of
from tests.storage.found import ENTRIES, Found
from tests.storage.training import TrainingPart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dsl_desk.storage.part import Part


@pytest.fixture
def training(tmp_path: Path) -> TrainingPart:
    return TrainingPart(tmp_path / "children.part")


@pytest.fixture
def part(training: TrainingPart) -> Iterator[Part]:
    part = training.make()
    yield part
    part.close()


@pytest.fixture
def found(training: TrainingPart) -> Found:
    part = training.make()
    for _ in range(ENTRIES - 1):
        training.record(part)
    part.close()
    return Found(training, salt_of(training.path))


@pytest.fixture
def stale(found: Found) -> bytes:
    """A genuine journal of an earlier save, which was finished since."""
    _, old = found.cut_short()
    found.record()
    return old
