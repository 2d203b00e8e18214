"""Choosing a part of a still screen, with the mouse or with the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QRegion
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

_STEP: Final = 8
_LEAST: Final = 16
_SHADE: Final = 140
_WIDEST: Final = 860
_HIGH: Final = 78  # two lines of words
_ARROWS: Final = {
    Qt.Key.Key_Left: (-_STEP, 0),
    Qt.Key.Key_Right: (_STEP, 0),
    Qt.Key.Key_Up: (0, -_STEP),
    Qt.Key.Key_Down: (0, _STEP),
}
_TAKE: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HOW: Final = (
    "Drag over what you want to keep, or move the box with the arrow keys; Shift and arrows make "
    "it larger or smaller."
)


class RegionPicker(QWidget):
    """Lies over the whole screen. A box is there from the beginning, so keys are enough.

    Signals:
        chosen(QImage): this part is taken.
        given_up(): nothing is taken.
    """

    chosen = Signal(object)
    given_up = Signal()

    def __init__(self, still: QImage) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Window)
        self.setWindowTitle("DSL Desk")
        self.setAccessibleName(self.tr("Choose a part of the screen"))
        self.setAccessibleDescription(self.tr(_HOW))
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._still = still
        self._size = still.size() / still.devicePixelRatio()
        wide, high = self._size.width(), self._size.height()
        self.box = QRect(wide // 4, high // 4, wide // 2, high // 2)
        self._start: QPoint | None = None
        self.take = Button(self.tr("Take this part"), Kind.PRIMARY, keys="Enter")
        self.leave = Button(self.tr("Take nothing"), keys="Esc")
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self._give_up)
        self._lay_out()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._nudge(
                *_ARROWS[key], grow=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            )
        elif key in _TAKE:
            self._take()
        elif key is Qt.Key.Key_Escape:
            self._give_up()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._start = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._start is not None:
            box = QRect(self._start, event.position().toPoint()).normalized()
            if min(box.width(), box.height()) >= _LEAST:
                self._become(box)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._start = None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawImage(self.rect(), self._still)
        shade = QColor(Qt.GlobalColor.black)
        shade.setAlpha(_SHADE)
        painter.setClipRegion(QRegion(self.rect()) - QRegion(self.box))
        painter.fillRect(self.rect(), shade)
        painter.setClipping(False)
        painter.setPen(QPen(theme().colour(Meaning.FOCUS), 3))
        painter.drawRect(self.box)

    def _nudge(self, across: int, down: int, *, grow: bool) -> None:
        if grow:
            wide, high = self.box.width() + across, self.box.height() + down
            size = QSize(max(_LEAST, wide), max(_LEAST, high))
            self._become(QRect(self.box.topLeft(), size))
        else:
            self._become(self.box.translated(across, down))

    def _become(self, box: QRect) -> None:
        """Take a box over as far as it lies on the screen."""
        whole = QRect(QPoint(0, 0), self._size)
        inside = box.intersected(whole)
        if not inside.isEmpty():
            self.box = inside
        self.update()

    def _take(self) -> None:
        ratio = self._still.devicePixelRatio()
        corner = self.box.topLeft() * ratio
        part = self._still.copy(QRect(corner, self.box.size() * ratio))
        part.setDevicePixelRatio(1.0)
        self.chosen.emit(part)

    def _give_up(self) -> None:
        self.given_up.emit()

    def _lay_out(self) -> None:
        bar = Card()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Label(self.tr(_HOW)).wrapped(), 1)
        row.addWidget(self.leave)
        row.addWidget(self.take)
        bar.column.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        bar.setMinimumHeight(theme().px(_HIGH))
        bar.setFixedWidth(min(theme().px(_WIDEST), self._size.width() - 56))
        column.addWidget(bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
