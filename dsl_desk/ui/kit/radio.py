"""A choice: one of a few that stand open on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QRadioButton
from typing_extensions import override

from dsl_desk.ui.kit.brushwork import Skin, paint_box
from dsl_desk.ui.kit.tick import BOX, GAP, TARGET
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent


def paint_dot(painter: QPainter, ring: QRectF, *, chosen: bool, enabled: bool) -> None:
    """Paint the round mark of a choice."""
    edge = Meaning.ACCENT if chosen else Meaning.LINE_STRONG
    if not enabled:
        edge = Meaning.LINE
    fill = Meaning.SURFACE if enabled else Meaning.DISABLED_FILL
    paint_box(painter, ring, Skin(fill, edge, ring.width() / 2, 1.2))
    if chosen:
        inner = ring.width() * 0.25
        dot = ring.adjusted(inner, inner, -inner, -inner)
        ink = Meaning.ACCENT if enabled else Meaning.DISABLED_INK
        paint_box(painter, dot, Skin(ink, None, dot.width() / 2))


class Choice(QRadioButton):
    """A round mark and a word; arrows move between the choices of one parent."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setProperty("ring_radius", 10)
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
        ring = QRectF(self._ring())
        paint_dot(painter, ring, chosen=self.isChecked(), enabled=self.isEnabled())
        painter.setFont(theme().font(Voice.BODY))
        ink = Meaning.INK if self.isEnabled() else Meaning.DISABLED_INK
        painter.setPen(theme().colour(ink))
        words = QRectF(self.rect()).adjusted(ring.right() + GAP, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, flags, self.text())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setProperty("ring_rect", self._ring())

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def _ring(self) -> QRect:
        side = theme().px(BOX)
        return QRect(0, (self.height() - side) // 2, side, side)
