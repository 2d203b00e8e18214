"""One page of a scan: blurred until somebody asks to see it clearly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.brushwork import Skin, paint_box
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from dsl_desk.domain.picture import Pixels

_BYTES: Final = 4
_WIDE, _BLURRED = 560, 20  # so few points across that no word and no face is left
_SMOOTH: Final = Qt.TransformationMode.SmoothTransformation


class ScanView(QWidget):
    """The page by itself. What was captured by mistake is not met by surprise."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.image, self._whole = QImage(), QImage()
        self.hide()

    def is_clear(self) -> bool:
        """Tell whether it can be read."""
        return not self.image.isNull() and self.image == self._whole

    def show_page(self, pixels: Pixels, words: str, *, clear: bool) -> None:
        """Show a page. A copy: Qt would go on pointing into Python's bytes."""
        row, form = pixels.width * _BYTES, QImage.Format.Format_RGBX8888
        whole = QImage(pixels.rgba, pixels.width, pixels.height, row, form).copy()
        self._whole = whole.scaledToWidth(min(theme().px(_WIDE), whole.width()), _SMOOTH)
        self.setAccessibleName(words)
        self._show(self._whole if clear else self._blurred())
        self.show()

    def show_clearly(self) -> None:
        """Show the same page so that it can be read."""
        self._show(self._whole)

    def forget(self) -> None:
        """Let go of the picture."""
        self._whole = QImage()
        self._show(QImage())
        self.hide()

    @override
    def sizeHint(self) -> QSize:
        return self.image.size() + QSize(2, 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), Skin(Meaning.SURFACE, Meaning.LINE_STRONG, 0))
        painter.drawImage(1, 1, self.image)

    def _blurred(self) -> QImage:
        whole = self._whole
        return whole.scaledToWidth(min(_BLURRED, whole.width()), _SMOOTH).scaled(
            whole.size(), Qt.AspectRatioMode.IgnoreAspectRatio, _SMOOTH
        )

    def _show(self, image: QImage) -> None:
        self.image = image
        self.updateGeometry()
        self.update()
