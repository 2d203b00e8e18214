"""How a chip looks: an icon, a word, a soft fill and its edge. Never colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from dsl_desk.ui.kit.brushwork import Skin, paint_box
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.tokens import SOFT
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.ui.theme.icon import Icon

_HEIGHT = 22
_ICON = 13
_SIDES = 7
_GAP = 6
_RADIUS = 5


@dataclass(frozen=True)
class ChipFace:
    """An icon and words in one hue; INK2 stands for no hue at all."""

    icon: Icon
    words: str
    hue: Meaning

    def size(self) -> QSize:
        """Return how large the chip is."""
        words = QFontMetricsF(theme().font(Voice.SMALLEST_STRONG)).horizontalAdvance(self.words)
        width = 2 * _SIDES + theme().px(_ICON) + _GAP + words + 1
        return QSize(round(width), theme().px(_HEIGHT))

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the chip into the rectangle."""
        fill, edge = SOFT.get(self.hue, (Meaning.INSET, Meaning.LINE))
        paint_box(painter, rect, Skin(fill, edge, _RADIUS))
        side = theme().px(_ICON)
        top = round(rect.center().y() - side / 2)
        picture = theme().icon(self.icon, self.hue, side)
        painter.drawPixmap(round(rect.left()) + _SIDES, top, picture)
        painter.setFont(theme().font(Voice.SMALLEST_STRONG))
        painter.setPen(theme().colour(self.hue))
        words = rect.adjusted(_SIDES + side + _GAP, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, flags, self.words)
