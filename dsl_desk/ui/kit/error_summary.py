"""The line in the bottom bar that says how many answers need a look, and leads to the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent

WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
LEAST_HEIGHT = 24
NARROWEST = 160
AS_HIGH_AS_IT_TAKES = 1000


class ErrorSummary(QAbstractButton):
    """A link of red words that wraps rather than being cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("errorSummary")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        fits = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        fits.setHeightForWidth(True)
        self.setSizePolicy(fits)

    def say(self, words: str) -> None:
        """Show these words."""
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._voice()).horizontalAdvance(self.text()) + 2
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), NARROWEST), LEAST_HEIGHT)

    @override
    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, width, AS_HIGH_AS_IT_TAKES)
        needed = QFontMetrics(self._voice()).boundingRect(room, int(WRAP), self.text())
        return max(needed.height(), LEAST_HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self._voice()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(theme().colour(Meaning.RED))
        painter.drawText(self.rect(), int(WRAP), self.text())

    def _voice(self) -> QFont:
        return theme().font(Voice.SECONDARY_STRONG)
