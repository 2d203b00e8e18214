"""Every test of the kit stands in a dressed application."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dsl_desk.ui.theme.look import Look, Scheme
from dsl_desk.ui.theme.theme import dress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    dress(qapp, RESOURCES, Look(Scheme.LIGHT))
