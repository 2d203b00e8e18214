"""The light look on the application of the tests, put on only when something else was worn."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dsl_desk.ui.theme import theme
from dsl_desk.ui.theme.look import Look, Scheme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
_worn: list[theme.Theme] = []


def in_light(app: QApplication) -> None:
    """Dress it, unless it is: a sheet is laid on every window an earlier test left behind."""
    if _worn and theme.theme() is _worn[-1] and app.styleSheet():
        return
    _worn[:] = [theme.dress(app, RESOURCES, Look(Scheme.LIGHT))]
