"""Every test of the kit stands in a dressed application."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.dressing import in_light

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    in_light(qapp)
