"""A slip: a small card that floats beside what it explains, and goes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.brushwork import SHADOW, Skin, paint_box, paint_shadow
from dsl_desk.ui.theme.meaning import Meaning

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_RADIUS = 10
_PADDING = 14
_GAP = 6


class Slip(QWidget):
    """What is written on it goes into `column`; it takes no focus and no clicks."""

    def __init__(self, beside: QWidget) -> None:
        super().__init__(beside, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self._beside = beside
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        room = SHADOW + _PADDING
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(room, room, room, room)
        self.column.setSpacing(6)

    def show_beside(self) -> None:
        """Open under its control, or above it where the screen ends."""
        self.adjustSize()
        beside = self._beside
        below = beside.mapToGlobal(QPoint(-SHADOW, beside.height() + _GAP - SHADOW))
        above = beside.mapToGlobal(QPoint(-SHADOW, SHADOW - _GAP - self.height()))
        screen = beside.screen().availableGeometry()
        fits = below.y() + self.height() - SHADOW <= screen.bottom()
        place = below if fits else above
        right = screen.right() - self.width() + SHADOW
        self.move(max(screen.left() - SHADOW, min(place.x(), right)), place.y())
        self.show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        sheet = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        paint_shadow(painter, sheet, _RADIUS)
        paint_box(painter, sheet, Skin(Meaning.SURFACE, Meaning.BUTTON_EDGE, _RADIUS))
