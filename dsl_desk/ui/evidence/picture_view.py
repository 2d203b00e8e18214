"""The picture itself: blurred until it is asked for, grey if wanted, as near as wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from dsl_desk.ui.evidence.letter_keys import LetterKeys
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from dsl_desk.domain.picture import Pixels
    from dsl_desk.domain.plain_picture import PlainPicture

_BLUR: Final = 14  # pixels across that are left of a blurred picture
_STEPS: Final = (0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_BYTES: Final = 4
_PLAIN_BYTES: Final = 3
_PAN: Final = 48


class _Sheet(QWidget):
    """What is painted: the picture at one size, and what a copy has over it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.image = QImage()
        self.scale = 1.0
        self.over: Callable[[QPainter], None] | None = None

    @override
    def sizeHint(self) -> QSize:
        return self.image.size() * self.scale

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.rect()), self.image)
        if self.over is not None:
            self.over(painter)


class PictureView(QScrollArea):
    """Plus and minus go nearer and further, 0 fits, arrows and dragging move, Space shows clearly.

    Signals:
        zoomed(int): so many per cent of its own size.
        cleared(bool): it is shown clearly, or blurred again.
    """

    zoomed = Signal(int)
    cleared = Signal(bool)

    def __init__(self, letters: LetterKeys | None = None) -> None:
        super().__init__()
        self.letters = letters or LetterKeys()
        self.setAccessibleName(self.tr("The picture"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWidgetResizable(False)
        self._sheet = _Sheet()
        self.setWidget(self._sheet)
        self._whole = QImage()
        self.clear, self.grey = False, False
        self._grabbed: QPoint | None = None

    def show_pixels(self, pixels: Pixels, words: str) -> None:
        """Show a picture, blurred; a reader speaks what was written of it."""
        row = pixels.width * _BYTES
        format_ = QImage.Format.Format_RGBA8888
        # A copy: Qt would go on pointing into bytes that Python gives back.
        self._show(QImage(pixels.rgba, pixels.width, pixels.height, row, format_).copy(), words)

    def show_plain(self, picture: PlainPicture, words: str) -> None:
        """Show a copy for sharing, blurred like any other picture."""
        format_ = QImage.Format.Format_RGB888
        wide, high = picture.width, picture.height
        self._show(QImage(picture.rgb, wide, high, wide * _PLAIN_BYTES, format_).copy(), words)

    def _show(self, whole: QImage, words: str) -> None:
        self._whole = whole
        self.setAccessibleDescription(words)
        self.set_clear(clear=False)
        self._paint()
        self.fit()

    def forget(self) -> None:
        """Let go of the picture."""
        self._whole = QImage()
        self._paint()

    def has_picture(self) -> bool:
        """Tell whether there is one."""
        return not self._whole.isNull()

    def set_clear(self, *, clear: bool) -> None:
        """Show it clearly, or blurred."""
        if clear is not self.clear:
            self.clear = clear
            self._paint()
            self.cleared.emit(clear)

    def set_grey(self, *, grey: bool) -> None:
        """Show it without colours, or with them."""
        self.grey = grey
        self._paint()

    def zoom(self, step: int) -> None:
        """Go nearer (1) or further (-1)."""
        now = self._sheet.scale
        further = [each for each in _STEPS if (each > now if step > 0 else each < now)]
        if further:
            self._scale_to(further[0] if step > 0 else further[-1])

    def fit(self) -> None:
        """Make the whole of it fit."""
        if self.has_picture():
            room = self.viewport().size()
            size = self._whole.size()
            least = min(room.width() / size.width(), room.height() / size.height())
            self._scale_to(min(1.0, max(_STEPS[0], least)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Plus: lambda: self.zoom(1),
            Qt.Key.Key_Equal: lambda: self.zoom(1),
            Qt.Key.Key_Minus: lambda: self.zoom(-1),
            Qt.Key.Key_0: self.fit,
            Qt.Key.Key_Space: lambda: self.set_clear(clear=not self.clear),
            Qt.Key.Key_Left: lambda: self._move(-_PAN, 0),
            Qt.Key.Key_Right: lambda: self._move(_PAN, 0),
            Qt.Key.Key_Up: lambda: self._move(0, -_PAN),
            Qt.Key.Key_Down: lambda: self._move(0, _PAN),
        }
        if self.letters.on:
            acts |= {Qt.Key.Key_G: lambda: self.set_grey(grey=not self.grey)}
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grabbed = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            here = event.position().toPoint()
            self._move(self._grabbed.x() - here.x(), self._grabbed.y() - here.y())
            self._grabbed = here

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self.viewport()).fillRect(
            self.viewport().rect(), theme().colour(Meaning.DISABLED_FILL)
        )

    def _move(self, right: int, down: int) -> None:
        across, along = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + right)
        along.setValue(along.value() + down)

    def _scale_to(self, scale: float) -> None:
        self._sheet.scale = scale
        self._sheet.resize(self._sheet.sizeHint())
        self._sheet.update()
        self.zoomed.emit(round(scale * 100))

    def _paint(self) -> None:
        self._sheet.image = _seen(self._whole, clear=self.clear, grey=self.grey)
        self._sheet.resize(self._sheet.sizeHint())
        self._sheet.update()


def _seen(whole: QImage, *, clear: bool, grey: bool) -> QImage:
    if whole.isNull():
        return whole
    seen = whole
    if not clear:
        # Smaller and back again: what is left over is a few soft spots, at the old size.
        small = whole.scaled(
            _BLUR,
            _BLUR,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        seen = small.scaled(
            whole.size(),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    return seen.convertToFormat(QImage.Format.Format_Grayscale8) if grey else seen
