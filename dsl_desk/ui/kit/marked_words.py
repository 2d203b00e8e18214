"""A mark with words beside it, pressed anywhere on both: what a tick and a choice share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from typing_extensions import override

from dsl_desk.ui.kit.manners import DressedWithTheme
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

BOX = 18
GAP = 9
TARGET = 24


class MarkedWords(DressedWithTheme):
    """Paints its mark by `paint_mark`, then the words; the focus ring goes round the mark."""

    def paint_mark(self, painter: QPainter) -> QRectF:
        """Paint the mark as it stands, and return where."""
        raise NotImplementedError

    def mark(self) -> QRect:
        """Return where the mark is."""
        side = theme().px(BOX)
        return QRect(0, (self.height() - side) // 2, side, side)

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
        mark = self.paint_mark(painter)
        painter.setFont(theme().font(Voice.BODY))
        ink = Meaning.INK if self.isEnabled() else Meaning.DISABLED_INK
        painter.setPen(theme().colour(ink))
        words = QRectF(self.rect()).adjusted(mark.right() + GAP, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, flags, self.text())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setProperty("ring_rect", self.mark())
