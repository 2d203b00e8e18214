"""The sheet every page of sealed cases stands on: as wide as a letter, and it scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

_WIDEST = 820
_ALL = 1000


class Sheet(QScrollArea):
    """Holds a column of widgets."""

    def __init__(self) -> None:
        super().__init__()
        work, inside = QWidget(), QWidget()
        work.setMaximumWidth(_WIDEST)
        self.column = QVBoxLayout(work)
        self.column.setContentsMargins(28, 22, 28, 22)
        self.column.setSpacing(16)
        across = QHBoxLayout(inside)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(work, _ALL)
        across.addStretch(1)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)


def empty_out(room: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := room.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.deleteLater()
