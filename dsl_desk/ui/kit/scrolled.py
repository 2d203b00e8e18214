"""A page whose work scrolls as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea, QVBoxLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def fill_scrolled(page: QWidget, work: QWidget, name: str) -> QScrollArea:
    """Fill a page with its work, which scrolls where it is longer; `name` is read aloud."""
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setWidget(work)
    room = QVBoxLayout(page)
    room.setContentsMargins(0, 0, 0, 0)
    room.addWidget(area)
    return area
