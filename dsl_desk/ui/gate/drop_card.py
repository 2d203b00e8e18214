"""A card on the dark half of the lock screen: something anybody can leave, with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from dsl_desk.ui.kit.brushwork import Skin, paint_box
from dsl_desk.ui.kit.key_cap import cap_size, paint_cap
from dsl_desk.ui.kit.manners import DressedWithTheme, PressedByEnter, WarmUnderMouse
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from dsl_desk.ui.kit.shortcut import Shortcut

_HEIGHT, _TILE, _SIDES, _GAP = 62, 38, 14, 14
_CAP_FROM = 380  # a narrow card has no room for the key


class DropCard(PressedByEnter, WarmUnderMouse, DressedWithTheme, QAbstractButton):
    """A bold word, a line on what it is for, and the key that does the same."""

    def __init__(self, icon: Icon, words: str, more: str, keys: Shortcut) -> None:
        super().__init__()
        self._icon, self._more, self._keys = icon, more, keys.words
        self.setText(words)
        self.setAccessibleName(f"{words}. {more}. {keys.words}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ring_radius", 10)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), theme().px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = Meaning.RAIL_ON if self.underMouse() else Meaning.RAIL_PANEL
        paint_box(painter, QRectF(self.rect()), Skin(ground, Meaning.RAIL_EDGE, 10))
        tile = theme().px(_TILE)
        square = QRectF(_SIDES, (self.height() - tile) / 2, tile, tile)
        paint_box(painter, square, Skin(Meaning.RAIL_LINE, None, 8))
        self._paint_icon(painter, self._icon, square)
        right = self._paint_end(painter)
        left = square.right() + _GAP
        self._paint_words(painter, left, right - left)

    def _paint_icon(self, painter: QPainter, icon: Icon, square: QRectF) -> None:
        picture = theme().icon(icon, Meaning.MINT, theme().px(20))
        size = picture.deviceIndependentSize()
        corner = square.center()
        painter.drawPixmap(
            round(corner.x() - size.width() / 2), round(corner.y() - size.height() / 2), picture
        )

    def _paint_end(self, painter: QPainter) -> float:
        side = theme().px(18)
        right = float(self.width() - _SIDES)
        arrow = QRectF(right - side, (self.height() - side) / 2, side, side)
        self._paint_icon(painter, Icon.CHEVRON_RIGHT, arrow)
        if self.width() < theme().px(_CAP_FROM):
            return arrow.left() - 8
        size = cap_size(self._keys)
        top = (self.height() - size.height()) / 2
        cap = QRectF(arrow.left() - 12 - size.width(), top, size.width(), size.height())
        paint_cap(painter, cap, self._keys, Meaning.RAIL_INK)
        return cap.left() - 8

    def _paint_words(self, painter: QPainter, left: float, width: float) -> None:
        half = self.height() / 2
        for voice, ink, top, at, words in (
            (Voice.STRONG, Meaning.RAIL_INK, 0.0, Qt.AlignmentFlag.AlignBottom, self.text()),
            (Voice.SECONDARY, Meaning.RAIL_INK, half + 2, Qt.AlignmentFlag.AlignTop, self._more),
        ):
            font = theme().font(voice)
            painter.setFont(font)
            painter.setPen(theme().colour(ink))
            fits = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, int(width))
            painter.drawText(QRectF(left, top, width, half), at, fits)
