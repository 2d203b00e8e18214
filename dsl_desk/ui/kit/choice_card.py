"""A choice card: a choice with one line on what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QRadioButton, QSizePolicy
from typing_extensions import override

from dsl_desk.ui.kit.brushwork import Skin, paint_box
from dsl_desk.ui.kit.radio import paint_dot
from dsl_desk.ui.kit.toggled_by_reader import ToggledByReader
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from dsl_desk.ui.theme.theme import Theme

_PADDING = 12
_RING = 18
_WORDS_LEFT = 42
_LEAST = 200
_MUCH = 10_000
_WRAP = Qt.TextFlag.TextWordWrap


class ChoiceCard(ToggledByReader, QRadioButton):
    """A bold word and its consequence in a box; arrows move between cards of one parent."""

    def __init__(self, word: str, consequence: str) -> None:
        super().__init__()
        self.listen_to_readers()
        self._word = word
        self._consequence = consequence
        self.setAccessibleName(f"{word}. {consequence}")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._placed: dict[tuple[int, Theme], tuple[QRect, QRect]] = {}
        self.setProperty("ring_radius", 8)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        widest = max(
            QFontMetrics(font).horizontalAdvance(words)
            for font, words in ((_strong(), self._word), (_secondary(), self._consequence))
        )
        width = max(theme().px(_LEAST), min(widest, 2 * _LEAST) + _WORDS_LEFT + _PADDING)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST // 2, self.heightForWidth(max(self.width(), _LEAST // 2)))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        words = self._words(width)
        return words[1].bottom() + 1 + _PADDING

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), self._skin())
        ring = QRectF(14, _PADDING, theme().px(_RING), theme().px(_RING))
        paint_dot(painter, ring, chosen=self.isChecked(), enabled=self.isEnabled())
        word, consequence = self._words(self.width())
        painter.setFont(_strong())
        painter.setPen(theme().colour(self._ink(Meaning.INK)))
        painter.drawText(word, _WRAP, self._word)
        painter.setFont(_secondary())
        painter.setPen(theme().colour(self._ink(Meaning.INK2)))
        painter.drawText(consequence, _WRAP, self._consequence)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def _words(self, width: int) -> tuple[QRect, QRect]:
        """Return where the word and its consequence stand in a card this wide.

        Kept, since Qt asks for heights many times before a page stands.
        """
        asked = (width, theme())
        if asked not in self._placed:
            self._placed[asked] = self._place(width)
        return self._placed[asked]

    def _place(self, width: int) -> tuple[QRect, QRect]:
        room = QRect(_WORDS_LEFT, _PADDING, width - _WORDS_LEFT - _PADDING, _MUCH)
        word = QFontMetrics(_strong()).boundingRect(room, _WRAP, self._word)
        below = room.adjusted(0, word.height() + 2, 0, 0)
        consequence = QFontMetrics(_secondary()).boundingRect(below, _WRAP, self._consequence)
        return word, consequence

    def _ink(self, ink: Meaning) -> Meaning:
        return ink if self.isEnabled() else Meaning.DISABLED_INK

    def _skin(self) -> Skin:
        if not self.isEnabled():
            return Skin(Meaning.DISABLED_FILL, Meaning.LINE, 8)
        if self.isChecked():
            return Skin(Meaning.ACCENT_SOFT, Meaning.ACCENT, 8, 2)
        edge = Meaning.ACCENT if self.underMouse() else Meaning.LINE_STRONG
        return Skin(Meaning.SURFACE, edge, 8)


def _strong() -> QFont:
    return theme().font(Voice.STRONG)


def _secondary() -> QFont:
    return theme().font(Voice.SECONDARY)
