"""A tick box: yes, or not yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QCheckBox
from typing_extensions import override

from dsl_desk.ui.kit.brushwork import Skin, paint_box
from dsl_desk.ui.kit.marked_words import BOX, MarkedWords
from dsl_desk.ui.kit.toggled_by_reader import ToggledByReader
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter


class Tick(ToggledByReader, MarkedWords, QCheckBox):
    """A box and a sentence; the whole of both can be pressed, Space ticks."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.listen_to_readers()
        self.setProperty("ring_radius", 5)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def paint_mark(self, painter: QPainter) -> QRectF:
        box = QRectF(self.mark())
        paint_box(painter, box, self._skin())
        if self.isChecked():
            side = theme().px(BOX - 4)
            ink = Meaning.ON_ACCENT if self.isEnabled() else Meaning.DISABLED_INK
            corner = box.center() - QRectF(0, 0, side, side).center()
            painter.drawPixmap(corner, theme().icon(Icon.CHECK, ink, side))
        return box

    def _skin(self) -> Skin:
        if not self.isEnabled():
            return Skin(Meaning.DISABLED_FILL, Meaning.LINE, 4)
        if self.isChecked():
            fill = Meaning.ACCENT_HOVER if self.underMouse() else Meaning.ACCENT
            return Skin(fill, None, 4)
        edge = Meaning.ACCENT if self.underMouse() else Meaning.LINE_STRONG
        return Skin(Meaning.SURFACE, edge, 4)
