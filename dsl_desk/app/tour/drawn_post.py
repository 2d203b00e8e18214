"""A page that never was on any network, drawn for the tour: two heads, a few lines, a name."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

WIDE, HIGH = 430, 440
HEAD = QRect(84, 152, 92, 86)
COMMENT = QRect(46, 312, 66, 22)
_LINES = (
    (24, 22, "instagram.com/6h.secrets"),
    (78, 66, "6h.secrets"),
    (78, 86, "23 posts · 61 followers · public"),
    (18, 276, "wren t cant even go on the residential cos shes"),
    (18, 296, "scared of the dark lol"),
    (48, 328, "bryony.d   me lol"),
    (48, 364, "ash.k   thats mean take it down"),
)


def a_drawn_post() -> QImage:
    """Return the picture of a post that names a child."""
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRect(0, 0, WIDE, 34), Qt.GlobalColor.lightGray)
    painter.fillRect(QRect(18, 144, 392, 108), theme().colour(Meaning.BLUE_LINE))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.gray)
    painter.drawEllipse(18, 48, 46, 46)
    for left in (90, 250):
        painter.drawEllipse(left + 22, 158, 36, 36)
        painter.drawRect(left, 200, 80, 52)
    painter.setPen(Qt.GlobalColor.black)
    painter.setFont(theme().font(Voice.SECONDARY))
    for left, top, words in _LINES:
        painter.drawText(left, top, words)
    painter.end()
    return image
