from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
