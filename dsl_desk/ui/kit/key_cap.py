"""A key cap: which keys do this. It only repeats what the key list says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

_SIDES = 6
_HEIGHT = 18


def cap_size(keys: str) -> QSize:
    """Return how large the cap of these keys is."""
    width = QFontMetricsF(theme().font(Voice.KEYCAP)).horizontalAdvance(keys)
    return QSize(round(width) + 2 * _SIDES, theme().px(_HEIGHT))


def paint_cap(painter: QPainter, rect: QRectF, keys: str, ink: Meaning) -> None:
    """Paint a cap in a tint of its ink, so that it fits on any ground."""
    colour = theme().colour(ink)
    fill, edge = QColor(colour), QColor(colour)
    on_fill = ink is Meaning.ON_ACCENT
    fill.setAlphaF(0.14 if on_fill else 0.03)
    edge.setAlphaF(0.4 if on_fill else 0.24)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill)
    painter.setPen(QPen(edge, 1))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5)
    painter.setFont(theme().font(Voice.KEYCAP))
    painter.setPen(colour)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, keys)


class KeyCap(QWidget):
    """A key cap standing by itself."""

    def __init__(
        self, keys: str, ink: Meaning = Meaning.INK2, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keys = keys
        self._ink = ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return cap_size(self._keys)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_cap(QPainter(self), QRectF(self.rect()), self._keys, self._ink)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)
