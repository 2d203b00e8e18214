"""Strokes the painted widgets share: a box with an edge, a soft shadow, a turning arc."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from dsl_desk.ui.theme.meaning import Meaning

SHADOW = 16
"""How far a shadow reaches beyond what floats; leave this much room around it."""

_SHADOW_DROP = 3
_SHADOW_LAYERS = ((13, 2), (11, 2), (9, 3), (7, 3), (5, 4), (4, 4), (3, 5), (2, 5), (1, 6))
_FULL_TURN = 5760  # Qt counts angles in sixteenths of a degree
_ARC = 1500


@dataclass(frozen=True)
class Skin:
    """How a box is painted. No edge: the fill alone."""

    fill: Meaning | None
    edge: Meaning | None = None
    radius: float = 6
    width: float = 1


def paint_box(painter: QPainter, rect: QRectF, skin: Skin) -> None:
    """Paint a rounded box whose edge lies inside the rectangle, so that it stays sharp."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme().colour(skin.fill) if skin.fill else Qt.BrushStyle.NoBrush)
    inset = 0.0
    if skin.edge:
        painter.setPen(QPen(theme().colour(skin.edge), skin.width))
        inset = skin.width / 2
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    box = rect.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, skin.radius - inset, skin.radius - inset)


def paint_shadow(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Paint the soft shadow of what floats, around the rectangle and a little below it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    dark = QColor(Qt.GlobalColor.black)
    for reach, alpha in _SHADOW_LAYERS:
        dark.setAlpha(alpha)
        painter.setBrush(dark)
        soft = rect.adjusted(-reach, -reach, reach, reach).translated(0, _SHADOW_DROP)
        painter.drawRoundedRect(soft, radius + reach, radius + reach)


def paint_spinner(painter: QPainter, rect: QRectF, ink: Meaning, turn: float) -> None:
    """Paint the turning arc of something that is under way; turn runs from 0 to 1."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    faint = QColor(theme().colour(ink))
    faint.setAlphaF(0.3)
    painter.setPen(QPen(faint, 2))
    painter.drawEllipse(rect)
    painter.setPen(QPen(theme().colour(ink), 2, c=Qt.PenCapStyle.RoundCap))
    painter.drawArc(rect, round(-turn * _FULL_TURN), _ARC)
