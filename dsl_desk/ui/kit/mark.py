"""The mark of the house: a lamp on a mint square."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_CORNER = 0.23
_LAMP = 0.64


def paint_mark(painter: QPainter, left: float, top: float, side: float) -> None:
    """Paint the mark into a square."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour(Meaning.MINT))
    painter.drawRoundedRect(QRectF(left, top, side, side), side * _CORNER, side * _CORNER)
    lamp = round(side * _LAMP)
    inset = (side - lamp) / 2
    picture = theme().icon(Icon.LAMP_DESK, Meaning.RAIL, lamp)
    painter.drawPixmap(round(left + inset), round(top + inset), picture)


class Mark(QWidget):
    """The mark by itself."""

    def __init__(self, px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._px = px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._px, self._px)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_mark(painter, 0, 0, self._px)
        painter.end()
