"""How marks look on a copy for sharing: the same while they are drawn and on the finished copy."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPen, QPolygonF

from dsl_desk.domain.plain_picture import PlainPicture
from dsl_desk.domain.sharing_marks import MarkSort
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.picture import Pixels
    from dsl_desk.domain.sharing_marks import Area, CopyDraft, Mark

# On every copy the same, on whatever screen it was made: a copy is looked at by others.
_COVER: Final = Qt.GlobalColor.black
_PAPER: Final = Qt.GlobalColor.white
_ARROW: Final = Qt.GlobalColor.red
_RGBA, _RGB = 4, 3
_LARGEST: Final = 22
_SMALLEST: Final = 9
_THICK: Final = 5.0
_HEAD: Final = 22.0
_TURN: Final = math.pi / 7
_PAD: Final = 6


def painted(pixels: Pixels, draft: CopyDraft) -> PlainPicture:
    """Return the finished copy: its marks on it, cropped, and no pixel that can be seen through."""
    width, height = pixels.width, pixels.height
    form = QImage.Format.Format_RGBA8888
    below = QImage(pixels.rgba, width, height, width * _RGBA, form)
    sheet = QImage(width, height, QImage.Format.Format_RGB888)
    sheet.fill(_PAPER)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, below)
    paint_marks(painter, draft)
    painter.end()
    if draft.crop is not None:
        box = draft.crop.within(width, height)
        if box.width and box.height:
            sheet = sheet.copy(QRect(box.left, box.top, box.width, box.height))
    return PlainPicture(sheet.width(), sheet.height(), _rgb(sheet))


def paint_marks(painter: QPainter, draft: CopyDraft) -> None:
    """Paint everything but the crop, in pixels of the picture; the covers lie lowest."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, cover in enumerate(draft.covers, start=1):
        _cover(painter, cover, number)
    for mark in draft.marks:
        if mark.sort is MarkSort.ARROW:
            _arrow(painter, mark.area)
        elif mark.sort is MarkSort.NOTE:
            _note(painter, mark)


def box_of(area: Area) -> QRectF:
    """Return an area as Qt draws it."""
    box = area.upright()
    return QRectF(box.left, box.top, box.width, box.height)


def _cover(painter: QPainter, mark: Mark, number: int) -> None:
    box = box_of(mark.area)
    painter.fillRect(box, _COVER)
    painter.setPen(_PAPER)
    painter.setFont(_sized(Voice.STRONG, box.height() * 0.6))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))


def _arrow(painter: QPainter, area: Area) -> None:
    tail = QPointF(area.left, area.top)
    tip = QPointF(area.left + area.width, area.top + area.height)
    turned = math.atan2(tip.y() - tail.y(), tip.x() - tail.x())
    sides = [
        tip - QPointF(math.cos(turned + turn), math.sin(turned + turn)) * _HEAD
        for turn in (_TURN, -_TURN)
    ]
    painter.setPen(QPen(_ARROW, _THICK))
    painter.drawLine(tail, (sides[0] + sides[1]) / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_ARROW)
    painter.drawPolygon(QPolygonF([tip, *sides]))


def _note(painter: QPainter, mark: Mark) -> None:
    box = box_of(mark.area)
    painter.fillRect(box, _PAPER)
    painter.setPen(QPen(_COVER, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
    painter.setFont(_sized(Voice.BODY, 16))
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(box.adjusted(_PAD, 0, -_PAD, 0), int(flags), mark.words)


def _sized(voice: Voice, wanted: float) -> QFont:
    font = QFont(theme().font(voice))
    font.setPixelSize(round(max(_SMALLEST, min(_LARGEST, wanted))))
    return font


def _rgb(sheet: QImage) -> bytes:
    """Return the pixels without what Qt adds at the end of each row."""
    row, stride = sheet.width() * _RGB, sheet.bytesPerLine()
    bits = memoryview(sheet.constBits())
    return b"".join(bits[at * stride : at * stride + row] for at in range(sheet.height()))
