"""A sheet in a scroll area that is as tall as what stands on it at its width, and no taller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class TallAsNeeded(QWidget):
    """Qt asks how tall it must be at its narrowest: a form of many lines would end in a void."""

    def __init__(self) -> None:
        super().__init__()
        self._asked_for = 0

    @override
    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return least
        at_this_width = layout.totalHeightForWidth(max(self.width(), least.width()))
        return QSize(least.width(), min(least.height(), at_this_width))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        # What comes in while a page is being shown is styled later than it is measured, and the
        # area hears nothing of that: fields were squeezed to lines. Asked once for each height.
        wanted = self.minimumSizeHint().height()
        if self.height() < wanted != self._asked_for:
            self._asked_for = wanted
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))
        elif self.height() >= wanted:
            self._asked_for = 0
        super().paintEvent(event)
