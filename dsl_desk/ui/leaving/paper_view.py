"""One page of a paper, as it will leave: white, whatever the look of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.brushwork import Skin, paint_box
from dsl_desk.ui.theme.meaning import Meaning

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from dsl_desk.domain.picture import Pixels

_BYTES: Final = 4


class PaperView(QWidget):
    """The page by itself; what it says is told to readers by whoever shows it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.image = QImage()

    def show_page(self, drawn: Pixels, words: str) -> None:
        """Show a page."""
        self.image = image_of(drawn)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return self.image.size() + QSize(2, 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        frame = QRectF(self.rect())
        paint_box(painter, frame, Skin(Meaning.SURFACE, Meaning.LINE_STRONG, 0))
        painter.drawImage(1, 1, self.image)


def image_of(drawn: Pixels) -> QImage:
    """Return a page as Qt has pictures. A copy: Qt would go on pointing into Python's bytes."""
    row = drawn.width * _BYTES
    form = QImage.Format.Format_RGBX8888
    return QImage(drawn.rgba, drawn.width, drawn.height, row, form).copy()
