"""How a bar is filled: kinds differ by fill, stripe and outline, and not by hue alone."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen

from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

_ROUND: Final = 2.0
_EDGE: Final = 2.0
_STRIPES: Final = 6.0


class Pattern(Enum):
    """Whom a piece of a bar is about."""

    FILLED = "filled"
    STRIPED = "striped"
    OUTLINED = "outlined"


# In the order in which a week counts them: children, accounts and pages, adults.
IN_A_WEEK: Final = (Pattern.FILLED, Pattern.STRIPED, Pattern.OUTLINED)


def fill(painter: QPainter, room: QRectF, pattern: Pattern) -> None:
    """Paint one piece of a bar."""
    if room.isEmpty():
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if pattern is Pattern.FILLED:
        path = QPainterPath()
        path.addRoundedRect(room, _ROUND, _ROUND)
        painter.fillPath(path, theme().colour(Meaning.ACCENT))
        return
    striped = pattern is Pattern.STRIPED
    edge = theme().colour(Meaning.AMBER if striped else Meaning.PLUM)
    inside = room.adjusted(_EDGE / 2, _EDGE / 2, -_EDGE / 2, -_EDGE / 2)
    painter.fillRect(inside, theme().colour(Meaning.AMBER_SOFT if striped else Meaning.SURFACE))
    if striped:
        _stripe(painter, inside, edge)
    painter.setPen(QPen(edge, 1.0 if striped else _EDGE))
    painter.drawRoundedRect(inside, _ROUND, _ROUND)


def _stripe(painter: QPainter, room: QRectF, colour: QColor) -> None:
    painter.save()
    painter.setClipRect(room)
    painter.setPen(QPen(colour, _EDGE))
    at = room.left() - room.height()
    while at < room.right():
        painter.drawLine(QLineF(at, room.bottom(), at + room.height(), room.top()))
        at += _STRIPES
    painter.restore()
