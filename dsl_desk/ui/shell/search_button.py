"""What looks like a search field and opens the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.key_cap import cap_size, paint_cap
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_HEIGHT = 34
_KEYS = "Ctrl K"


class SearchButton(QAbstractButton):
    """The search field of the top bar. Clicking or typing Ctrl K opens the palette."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(372)
        self.setMinimumWidth(200)
        self.setAccessibleName(self.tr("What do you want to do?"))
        self._words = self.tr("Search records or type a command")

    @override
    def sizeHint(self) -> QSize:
        return QSize(372, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme().colour(Meaning.LINE_STRONG), 1))
        painter.setBrush(theme().colour(Meaning.SURFACE))
        painter.drawRoundedRect(box, 6, 6)
        icon = theme().icon(Icon.SEARCH, Meaning.INK3, 16)
        painter.drawPixmap(11, (self.height() - 16) // 2, icon)
        painter.setFont(theme().font(Voice.BODY))
        painter.setPen(theme().colour(Meaning.INK3))
        words = QRectF(36, 0, self.width() - 36 - cap_size(_KEYS).width() - 14, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)
        self._paint_key(painter)
        painter.end()

    def _paint_key(self, painter: QPainter) -> None:
        size = cap_size(_KEYS)
        left, top = self.width() - size.width() - 8, (self.height() - size.height()) / 2
        paint_cap(painter, QRectF(left, top, size.width(), size.height()), _KEYS, Meaning.INK2)
