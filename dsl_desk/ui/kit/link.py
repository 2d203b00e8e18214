"""A link: a quiet way on, in the run of the text. The line under it says that it can be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from dsl_desk.ui.kit.manners import DressedWithTheme, PressedByEnter
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_TARGET = 24
_LINE_ALPHA = 0.45


class Link(PressedByEnter, DressedWithTheme, QAbstractButton):
    """Underlined words that can be pressed; Enter and Space press them too."""

    def __init__(
        self, words: str, ink: Meaning = Meaning.ACCENT, voice: Voice = Voice.BODY
    ) -> None:
        super().__init__()
        self._ink = ink
        self._voice = voice
        self.setText(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("ring_radius", 4)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._font())
        width = metrics.horizontalAdvance(self.text())
        return QSize(round(width + 1), max(_TARGET, round(metrics.height()) + 4))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self._font()
        colour = theme().colour(self._ink if self.isEnabled() else Meaning.DISABLED_INK)
        painter.setFont(font)
        painter.setPen(colour)
        rect = QRectF(self.rect())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, self.text())
        line = QColor(colour)
        line.setAlphaF(1.0 if self.underMouse() else _LINE_ALPHA)
        low = round((rect.height() + QFontMetricsF(font).height()) / 2) - 1
        painter.fillRect(QRectF(0, low, rect.width() - 1, 1), line)

    def _font(self) -> QFont:
        font = theme().font(self._voice)
        font.setWeight(QFont.Weight.Medium)
        return font
