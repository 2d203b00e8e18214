"""A choice: one of a few that stand open on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QRadioButton
from typing_extensions import override

from dsl_desk.ui.kit.brushwork import Skin, paint_box
from dsl_desk.ui.kit.marked_words import MarkedWords
from dsl_desk.ui.kit.toggled_by_reader import ToggledByReader
from dsl_desk.ui.theme.meaning import Meaning

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter


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


class Choice(ToggledByReader, MarkedWords, QRadioButton):
    """A round mark and a word; arrows move between the choices of one parent."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.listen_to_readers()
        self.setProperty("ring_radius", 10)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def paint_mark(self, painter: QPainter) -> QRectF:
        ring = QRectF(self.mark())
        paint_dot(painter, ring, chosen=self.isChecked(), enabled=self.isEnabled())
        return ring
