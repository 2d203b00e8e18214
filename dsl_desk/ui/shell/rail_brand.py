"""The mark at the top of the rail: the lamp, the name, the school."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.mark import paint_mark
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_MARK = 34


class RailBrand(QWidget):
    """The lamp on mint, with the name and the school beside it while there is room."""

    def __init__(self, school: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._school = school
        self._narrow = False
        self.setFixedHeight(_MARK + 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"DSL Desk, {school}")
        self.setToolTip(school)

    def show_narrow(self, *, narrow: bool) -> None:
        """Show the mark only."""
        self._narrow = narrow
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = (self.width() - _MARK) / 2 if self._narrow else 6
        paint_mark(painter, left, 2, _MARK)
        if not self._narrow:
            self._paint_names(painter, left + _MARK + 10)
        painter.end()

    def _paint_names(self, painter: QPainter, x: float) -> None:
        wide = self.width() - x
        painter.setFont(theme().font(Voice.CARD_TITLE))
        painter.setPen(theme().colour(Meaning.RAIL_INK))
        top = QRectF(x, 0, wide, 20)
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, "DSL Desk")
        small = theme().font(Voice.SMALLEST)
        painter.setFont(small)
        painter.setPen(theme().colour(Meaning.RAIL_MUTE))
        words = QFontMetricsF(small).elidedText(self._school, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(QRectF(x, 20, wide, 17), Qt.AlignmentFlag.AlignVCenter, words)
