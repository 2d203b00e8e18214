"""A column in the middle of its half, a little above the centre; too high, it scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

_RING = 8  # room for the focus ring at the edges of the column
_ABOVE, _BELOW = 3, 4
_ALL = 1000  # the column takes what it may before the sides take anything


class Middle(QScrollArea):
    """Holds one column of at most this width."""

    def __init__(self, column: QLayout, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.setContentsMargins(_RING, _RING, _RING, _RING)
        middle = QWidget()
        middle.setLayout(column)
        # At most so wide: at 911 pixels, a 1366 screen at 150 %, it gives way instead of being cut.
        middle.setMaximumWidth(width + 2 * _RING)
        upright = QVBoxLayout()
        upright.setContentsMargins(0, 16, 0, 16)
        upright.addStretch(_ABOVE)
        upright.addWidget(middle)
        upright.addStretch(_BELOW)
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(16, 0, 16, 0)
        across.addStretch(1)
        across.addLayout(upright, _ALL)
        across.addStretch(1)
        self.setWidget(inside)
