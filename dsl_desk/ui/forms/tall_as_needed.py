"""A sheet in a scroll area that is as tall as what stands on it at its width, and no taller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QLayout, QLayoutItem


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
        return QSize(least.width(), _tall(layout, max(self.width(), least.width())))

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


def _tall(column: QLayout, width: int) -> int:
    """Return how tall a column is at a width. Qt forgets how wide each thing on it may be."""
    edges = column.contentsMargins()
    inside = width - edges.left() - edges.right()
    items = (column.itemAt(place) for place in range(column.count()))
    shown = [item for item in items if item is not None and not item.isEmpty()]
    tall = sum(_tall_item(item, inside) for item in shown)
    gaps = column.spacing() * max(0, len(shown) - 1)
    return edges.top() + tall + gaps + edges.bottom()


def _tall_item(item: QLayoutItem, inside: int) -> int:
    if not item.hasHeightForWidth():
        return item.minimumSize().height()
    return item.heightForWidth(min(inside, item.maximumSize().width()))
