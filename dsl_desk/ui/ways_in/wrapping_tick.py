"""A tick whose sentence may run over several lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from dsl_desk.ui.kit.marked_words import GAP, TARGET
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_WRAP = Qt.TextFlag.TextWordWrap
_LEAST, _MUCH = 160, 10_000


class WrappingTick(Tick):
    """Takes the height its words need at the width it is given."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, theme().px(TARGET))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max(theme().px(TARGET), self._words(width).height() + 4)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_mark(painter)
        painter.setFont(theme().font(Voice.BODY))
        painter.setPen(theme().colour(Meaning.INK))
        words = self._words(self.width())
        words.moveTop((self.height() - words.height()) // 2)
        painter.drawText(QRectF(words), _WRAP, self.text())

    def _words(self, width: int) -> QRect:
        left = self.mark().right() + 1 + GAP
        room = QRect(left, 0, max(_LEAST, width) - left, _MUCH)
        return QFontMetrics(theme().font(Voice.BODY)).boundingRect(room, _WRAP, self.text())
