"""An icon on the page. It never stands alone: a word is beside it, so readers pass it by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from dsl_desk.ui.theme.icon import Icon


class IconView(QWidget):
    """One drawing, px wide at the standard text size."""

    def __init__(
        self,
        icon: Icon,
        meaning: Meaning = Meaning.INK2,
        px: int = 18,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.icon = icon
        self.meaning = meaning
        self._px = px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: Icon, meaning: Meaning) -> None:
        """Show another drawing in the same place."""
        self.icon = icon
        self.meaning = meaning
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = theme().px(self._px)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, theme().icon(self.icon, self.meaning, theme().px(self._px)))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)
