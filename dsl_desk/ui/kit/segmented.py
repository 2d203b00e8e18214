"""A segmented choice: two or three words side by side, one of them chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.brushwork import Skin, paint_box
from dsl_desk.ui.kit.together import Together
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent

_HEIGHT = 34
_SIDES = 13
_ICON = 14
_ICON_GAP = 8
_RADIUS = 7
_UNDERLINE = 2


class Segmented(Together):
    """The segments in their frame. `ticked` where the choice changes the form below.

    Signals:
        chosen(int): another segment was chosen.
    """

    chosen = Signal(int)

    def __init__(self, words: Sequence[str], name: str, *, ticked: bool = False) -> None:
        super().__init__(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(1)
        self._group = QButtonGroup(self)
        for number, word in enumerate(words):
            segment = Segment(word, ticked=ticked)
            self._group.addButton(segment, number)
            row.addWidget(segment)
        self.choose(0)
        self._group.idToggled.connect(self._tell)

    def choose(self, number: int) -> None:
        """Choose a segment."""
        self._group.button(number).setChecked(True)

    def offer(self, numbers: Sequence[int]) -> None:
        """Let only these be chosen; the others are away."""
        for number, segment in enumerate(self._group.buttons()):
            segment.setVisible(number in numbers)

    def choice(self) -> int:
        """Return the number of the chosen segment."""
        return self._group.checkedId()

    def segment(self) -> QWidget:
        """Return the chosen segment: it is the one that takes the focus."""
        return self._group.button(self.choice())

    def _tell(self, number: int, checked: bool) -> None:  # noqa: FBT001  # Qt's signal sends it
        self.update()
        if checked:
            self.chosen.emit(number)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        frame = QRectF(self.rect())
        paint_box(painter, frame, Skin(Meaning.SURFACE, None, _RADIUS))
        inside = QPainterPath()
        inside.addRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.setClipPath(inside)
        for segment in self._group.buttons():
            box = QRectF(segment.geometry()).adjusted(-1, -1, 1, 1)
            if segment.isChecked():
                painter.fillRect(box, theme().colour(Meaning.ACCENT_SOFT))
                line = box.adjusted(0, box.height() - _UNDERLINE - 1, 0, 0)
                painter.fillRect(line, theme().colour(Meaning.ACCENT))
            if not segment.isHidden() and segment is not self._group.buttons()[-1]:
                rule = QRectF(box.right() - 1, box.top(), 1, box.height())
                painter.fillRect(rule, theme().colour(Meaning.LINE))
        painter.setClipping(False)
        paint_box(painter, frame, Skin(None, Meaning.BUTTON_EDGE, _RADIUS))


class Segment(QRadioButton):
    """One word of a segmented choice; its ground is painted by the frame."""

    def __init__(self, words: str, *, ticked: bool) -> None:
        super().__init__(words)
        self._ticked = ticked
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetricsF(_bold()).horizontalAdvance(self.text()) + 2 * _SIDES
        if self._ticked and self.isChecked():
            width += theme().px(_ICON) + _ICON_GAP
        return QSize(round(width), theme().px(_HEIGHT - 2))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        ink = Meaning.ACCENT if chosen or self.underMouse() else Meaning.INK2
        if not self.isEnabled():
            ink = Meaning.DISABLED_INK
        font = _bold()
        painter.setFont(font)
        painter.setPen(theme().colour(ink))
        words = QRectF(self.rect())
        if chosen and self._ticked:
            side = theme().px(_ICON)
            top = (self.height() - side) // 2
            painter.drawPixmap(_SIDES, top, theme().icon(Icon.CHECK, ink, side))
            words.setLeft(2 * _SIDES + side + _ICON_GAP - _SIDES)
            words.setRight(self.width() - _SIDES + 2)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)


def _bold() -> QFont:
    return theme().font(Voice.SECONDARY_STRONG)
