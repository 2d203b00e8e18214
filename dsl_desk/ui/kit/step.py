"""One step of a stepper: a number or a tick in a circle, and its words. It is a button."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QKeyEvent, QPaintEvent

CIRCLE = 24
TICK = 14
BESIDE = 9  # between circle and words


class StepState(Enum):
    """How far a step is."""

    DONE = "done"
    ON = "on"
    TO_COME = "to come"


@dataclass(frozen=True)
class Step:
    """One step: its words, how far it is, and when it was done or what it waits for."""

    words: str
    state: StepState
    note: str = ""


# Per state: the circle's fill, its edge, what stands in it, and the words beside it.
COLOURS = {
    StepState.DONE: (Meaning.ACCENT_SOFT, Meaning.ACCENT, Meaning.ACCENT, Meaning.INK2),
    StepState.ON: (Meaning.ACCENT, Meaning.ACCENT, Meaning.ON_ACCENT, Meaning.INK),
    StepState.TO_COME: (Meaning.SURFACE, Meaning.LINE_STRONG, Meaning.INK2, Meaning.INK2),
}


class StepButton(QAbstractButton):
    """A step to press. Its accessible name says number, words, state and note."""

    def __init__(self, step: Step, number: int, of: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step, self._number, self._folded = step, number, False
        self.setObjectName(f"step{number}")
        self.setText(step.words)
        self.setToolTip(f"{step.words}. {step.note}" if step.note else step.words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        said = f"Step {number} of {of}. {step.words}. {step.state.value.capitalize()}."
        self.setAccessibleName(f"{said} {step.note}".rstrip())

    def fold(self, *, folded: bool) -> None:
        """Leave only the circle (the words stay in the tip and for readers), or bring them back."""
        self._folded = folded and self._step.state is not StepState.ON
        self.updateGeometry()
        self.update()

    def whole_width(self) -> int:
        """Return the width with its words, folded or not."""
        words = QFontMetricsF(self._voice()).horizontalAdvance(self._step.words)
        return int(theme().px(CIRCLE) + BESIDE + words + 2)

    @override
    def sizeHint(self) -> QSize:
        height = max(theme().px(CIRCLE), int(QFontMetricsF(self._voice()).height()))
        return QSize(height if self._folded else self.whole_width(), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # the stepper moves along its own steps, and no further
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = theme().px(CIRCLE)
        circle = QRectF(0.5, (self.height() - size) / 2 + 0.5, size - 1, size - 1)
        self._paint_circle(painter, circle)
        if not self._folded:
            self._paint_words(painter, circle.right() + BESIDE)

    def _paint_circle(self, painter: QPainter, circle: QRectF) -> None:
        fill, edge, inside, _words = COLOURS[self._step.state]
        painter.setBrush(theme().colour(Meaning.ACCENT_SOFT if self._is_hovered() else fill))
        painter.setPen(QPen(theme().colour(edge), 1))
        painter.drawEllipse(circle)
        if self._step.state is StepState.DONE:
            tick = theme().icon(Icon.CHECK, inside, theme().px(TICK))
            size = tick.deviceIndependentSize()
            middle = circle.center()
            painter.drawPixmap(
                QPointF(middle.x() - size.width() / 2, middle.y() - size.height() / 2), tick
            )
            return
        painter.setFont(theme().font(Voice.SMALLEST_STRONG))
        painter.setPen(theme().colour(inside))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _paint_words(self, painter: QPainter, left: float) -> None:
        painter.setFont(self._voice())
        painter.setPen(theme().colour(COLOURS[self._step.state][3]))
        box = QRectF(left, 0, self.width() - left, self.height())
        where = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, where, self._step.words)

    def _is_hovered(self) -> bool:
        return self._step.state is StepState.TO_COME and self.underMouse()

    def _voice(self) -> QFont:
        on = self._step.state is StepState.ON
        return theme().font(Voice.SECONDARY_STRONG if on else Voice.SECONDARY)
