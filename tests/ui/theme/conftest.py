"""Where the theme's files are, and an application that is bare again after each test."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dsl_desk.ui.theme.look import Look, Scheme
from dsl_desk.ui.theme.theme import dress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def resources() -> Path:
    return Path(__file__).parents[3] / "resources"


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication, resources: Path) -> Iterator[None]:
    dress(qapp, resources, Look(Scheme.LIGHT))
    yield
    dress(qapp, resources, Look(Scheme.LIGHT))
