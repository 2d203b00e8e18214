"""A tick box: yes, or not yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QCheckBox
from typing_extensions import override

from dsl_desk.ui.kit.brushwork import Skin, paint_box
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

BOX = 18
GAP = 9
TARGET = 24


class Tick(QCheckBox):
    """A box and a sentence; the whole of both can be pressed, Space ticks."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setProperty("ring_radius", 5)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetricsF(theme().font(Voice.BODY)).horizontalAdvance(self.text())
        side = theme().px(BOX)
        return QSize(round(side + GAP + words + 2), max(theme().px(TARGET), side))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = self.paint_box(painter)
        painter.setFont(theme().font(Voice.BODY))
        ink = Meaning.INK if self.isEnabled() else Meaning.DISABLED_INK
        painter.setPen(theme().colour(ink))
        words = QRectF(self.rect()).adjusted(box.right() + GAP, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, flags, self.text())

    def paint_box(self, painter: QPainter) -> QRectF:
        """Paint the box as it stands, and return where."""
        box = QRectF(self._box())
        paint_box(painter, box, self._skin())
        if self.isChecked():
            side = theme().px(BOX - 4)
            ink = Meaning.ON_ACCENT if self.isEnabled() else Meaning.DISABLED_INK
            corner = box.center() - QRectF(0, 0, side, side).center()
            painter.drawPixmap(corner, theme().icon(Icon.CHECK, ink, side))
        return box

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setProperty("ring_rect", self._box())

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def _box(self) -> QRect:
        side = theme().px(BOX)
        return QRect(0, (self.height() - side) // 2, side, side)

    def _skin(self) -> Skin:
        if not self.isEnabled():
            return Skin(Meaning.DISABLED_FILL, Meaning.LINE, 4)
        if self.isChecked():
            fill = Meaning.ACCENT_HOVER if self.underMouse() else Meaning.ACCENT
            return Skin(fill, None, 4)
        edge = Meaning.ACCENT if self.underMouse() else Meaning.LINE_STRONG
        return Skin(Meaning.SURFACE, edge, 4)
