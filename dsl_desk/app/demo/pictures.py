"""Pictures as somebody might hand them in: drawn here, of conversations nobody ever had."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QImageWriter, QPainter

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDE, _HIGH, _EDGE = 420, 640, 16
_HEAD: Final = 56
_WRAPPED: Final = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value


def a_conversation(title: str, lines: Sequence[tuple[str, str]]) -> bytes:
    """Return a PNG of a conversation: who wrote, and what."""
    _have_fonts()
    image = QImage(_WIDE, _HIGH, QImage.Format.Format_RGB32)
    image.fill(QColor.fromHsv(200, 12, 250))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(0, 0, _WIDE, _HEAD, QColor.fromHsv(160, 110, 90))
    painter.setPen(QColor.fromHsv(0, 0, 255))
    painter.setFont(QFont("Noto Sans", 13, QFont.Weight.DemiBold))
    painter.drawText(QRect(_EDGE, 0, _WIDE, _HEAD), Qt.AlignmentFlag.AlignVCenter, title)
    top = _HEAD + _EDGE
    for who, words in lines:
        top = _bubble(painter, top, who, words)
    painter.end()
    return _png(image)


def _bubble(painter: QPainter, top: int, who: str, words: str) -> int:
    painter.setFont(QFont("Noto Sans", 11))
    room = QRect(2 * _EDGE, top + 24, _WIDE - 6 * _EDGE, _HIGH)
    needed = painter.boundingRect(room, _WRAPPED, words)
    around = QRectF(_EDGE, top, _WIDE - 4 * _EDGE, needed.height() + 36)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor.fromHsv(0, 0, 255))
    painter.drawRoundedRect(around, 10, 10)
    painter.setPen(QColor.fromHsv(160, 120, 110))
    painter.drawText(2 * _EDGE, top + 19, who)
    painter.setPen(QColor.fromHsv(0, 0, 30))
    painter.drawText(room, _WRAPPED, words)
    return int(around.bottom()) + _EDGE // 2


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _have_fonts() -> None:
    if QGuiApplication.instance() is None:
        _have_fonts.app = QGuiApplication(["dsl-desk"])  # type: ignore[attr-defined]  # kept alive here
