"""A sheet in a scroll area that is as tall as what stands on it at its width, and no taller."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class TallAsNeeded(QWidget):
    """Qt asks how tall it must be at its narrowest: a form of many lines would end in a void."""

    @override
    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return least
        at_this_width = layout.totalHeightForWidth(max(self.width(), least.width()))
        return QSize(least.width(), min(least.height(), at_this_width))
