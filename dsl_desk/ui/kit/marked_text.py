"""One line of painted text in which some letters are marked: what a search was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPainter

_RADIUS = 2
_STRONG = {Voice.BODY: Voice.STRONG, Voice.SECONDARY: Voice.SECONDARY_STRONG}

Marks = tuple[tuple[int, int], ...]


def paint_marked(
    painter: QPainter, room: QRectF, text: str, marks: Marks, voice: Voice = Voice.BODY
) -> float:
    """Paint a text from the left, elided where it has no room; return how wide it became."""
    ink = Meaning.INK if voice is Voice.BODY else Meaning.INK2
    strong = _STRONG[voice]
    left = room.left()
    for piece, marked in _pieces(text, marks):
        font = theme().font(strong if marked else voice)
        metrics = QFontMetricsF(font)
        wide = room.right() - left
        shown = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, wide)
        advance = metrics.horizontalAdvance(shown)
        box = QRectF(left, room.top(), advance, room.height())
        if marked:
            high = metrics.height()
            ground = QRectF(left - 1, room.center().y() - high / 2, advance + 2, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour(Meaning.MATCH))
            painter.drawRoundedRect(ground, _RADIUS, _RADIUS)
        painter.setFont(font)
        painter.setPen(theme().colour(Meaning.MATCH_INK if marked else ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, shown)
        left += advance
        if shown != piece:
            break
    return left - room.left()


def _pieces(text: str, marks: Sequence[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    at = 0
    for start, end in marks:
        if start > at:
            yield text[at:start], False
        yield text[start:end], True
        at = end
    if at < len(text):
        yield text[at:], False
