"""A round mark with somebody's initials; the name always stands beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.brushwork import Skin, paint_box
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

_LARGE = 40


def initials(name: str) -> str:
    """Return the first letters of the first and the last part of a name."""
    parts = name.split()
    return "".join(part[0].upper() for part in dict.fromkeys((*parts[:1], *parts[-1:])))


class Avatar(QWidget):
    """Somebody's initials in a circle, px wide at the standard text size."""

    def __init__(self, name: str, px: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._initials = initials(name)
        self._px = px
        self.fill = Meaning.ACCENT_SOFT
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        side = theme().px(self._px)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        circle = QRectF(self.rect())
        skin = Skin(self.fill, Meaning.ACCENT_LINE, circle.width() / 2)
        paint_box(painter, circle, skin)
        font = theme().font(Voice.CARD_TITLE if self._px >= _LARGE else Voice.SMALLEST_STRONG)
        font.setPixelSize(round(circle.width() * 0.39))
        painter.setFont(font)
        painter.setPen(theme().colour(Meaning.ACCENT))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self._initials)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)
