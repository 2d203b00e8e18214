"""The steps of set-up on the dark side: circles on a line, each with a word and a note."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.step import StepState
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_CIRCLE = 30
_BESIDE = 14
_ROW = 67
_LOW_ROW = 46  # a short window: no line of notes


@dataclass(frozen=True)
class RailStep:
    """One step: its words, what it is about or what was answered, and how far it is."""

    words: str
    note: str
    state: StepState


class RailStepButton(QAbstractButton):
    """A step to press: back to a step that is done, or to hear what a later one waits for."""

    def __init__(self, step: RailStep, number: int, of: int) -> None:
        super().__init__()
        self.step, self.number, self.last = step, number, number == of
        self.with_words, self.with_notes = True, True
        self.setObjectName(f"set-up-step-{number}")
        said = f"Step {number} of {of}. {step.words}. {step.state.value.capitalize()}. {step.note}"
        self.setAccessibleName(said)
        self.setToolTip(f"{step.words}. {step.note}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ring_radius", 8)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(_CIRCLE), theme().px(_ROW if self.with_notes else _LOW_ROW))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme().px(_CIRCLE)
        circle = QRectF(1, 1, side - 2, side - 2)
        self._paint_line(painter, circle)
        self._paint_circle(painter, circle)
        if self.with_words:
            self._paint_words(painter, side + _BESIDE)

    def _paint_line(self, painter: QPainter, circle: QRectF) -> None:
        if not self.last:
            painter.setPen(QPen(theme().colour(Meaning.RAIL_EDGE), 2))
            middle = circle.center().x()
            painter.drawLine(
                QPointF(middle, circle.bottom() + 4), QPointF(middle, self.height() - 4)
            )

    def _paint_circle(self, painter: QPainter, circle: QRectF) -> None:
        on, done = self.step.state is StepState.ON, self.step.state is StepState.DONE
        fill = Meaning.MINT if on else Meaning.RAIL_ON if done else Meaning.RAIL
        painter.setBrush(theme().colour(fill))
        painter.setPen(QPen(theme().colour(Meaning.RAIL_MUTE), 1))
        if on or done:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(circle)
        if done:
            tick = theme().icon(Icon.CHECK, Meaning.MINT, theme().px(15))
            size = tick.deviceIndependentSize()
            corner = circle.center() - QPointF(size.width() / 2, size.height() / 2)
            painter.drawPixmap(corner, tick)
            return
        painter.setFont(theme().font(Voice.SECONDARY_STRONG))
        painter.setPen(theme().colour(Meaning.RAIL if on else Meaning.RAIL_INK))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self.number))

    def _paint_words(self, painter: QPainter, left: float) -> None:
        on = self.step.state is StepState.ON
        width = int(self.width() - left)
        painter.setFont(theme().font(Voice.STRONG if on else Voice.MENU))
        painter.setPen(theme().colour(Meaning.RAIL_INK))
        half = theme().px(_CIRCLE) * (0.62 if self.with_notes else 1.0)
        metrics = QFontMetrics(painter.font())
        words = metrics.elidedText(self.step.words, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(left, 0, width, half), Qt.AlignmentFlag.AlignVCenter, words)
        if self.with_notes:
            painter.setFont(theme().font(Voice.SECONDARY))
            painter.setPen(theme().colour(Meaning.RAIL_MUTE))
            metrics = QFontMetrics(painter.font())
            note = metrics.elidedText(self.step.note, Qt.TextElideMode.ElideRight, width)
            below = QRectF(left, half, width, metrics.height() + 2)
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, note)


class RailSteps(QWidget):
    """All of them, one under the other.

    Signals:
        chosen(int): this step was pressed, counted from 0.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Steps of set-up"))
        self.buttons: tuple[RailStepButton, ...] = ()
        self._words = self._notes = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_steps(self, steps: Sequence[RailStep]) -> None:
        """Show these steps."""
        focused = next((b.number for b in self.buttons if b.hasFocus()), None)
        for button in self.buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = tuple(
            RailStepButton(step, number, len(steps)) for number, step in enumerate(steps, 1)
        )
        for at, button in enumerate(self.buttons):
            self._column.addWidget(button)
            button.clicked.connect(partial(self.chosen.emit, at))
        self.fold(words=self._words, notes=self._notes)
        if focused is not None:
            self.buttons[focused - 1].setFocus()

    def fold(self, *, words: bool, notes: bool) -> None:
        """Leave out what has no room: the notes first, then the words."""
        self._words, self._notes = words, notes
        for button in self.buttons:
            button.with_words, button.with_notes = words, notes and words
            button.updateGeometry()
            button.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            for button in self.buttons:
                button.updateGeometry()
