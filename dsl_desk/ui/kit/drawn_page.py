"""What stands for a picture in a list: a page that is drawn, never a pixel of the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.brushwork import Skin, paint_box
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_WIDE, _HIGH = 60, 74
# Left, top, width and height of each grey bar, in parts of the page.
_BARS = (
    (0.13, 0.10, 0.40, 0.06),
    (0.13, 0.23, 0.74, 0.24),
    (0.13, 0.53, 0.74, 0.06),
    (0.13, 0.65, 0.74, 0.06),
    (0.13, 0.77, 0.48, 0.06),
)


class DrawnPage(QWidget):
    """The same for every picture: nobody sees by it what a picture shows."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(_WIDE), theme().px(_HIGH))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        page = QRectF(self.rect())
        paint_box(painter, page, Skin(Meaning.SURFACE, Meaning.LINE, 4))
        for left, top, width, height in _BARS:
            bar = QRectF(
                page.width() * left,
                page.height() * top,
                page.width() * width,
                page.height() * height,
            )
            paint_box(painter, bar, Skin(Meaning.INSET, Meaning.LINE, 2))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)
