"""The steps of a thing that takes several: what is done, where one is, what is to come."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.step import Step, StepButton, StepState
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

LEAST_GAP = 40  # between two steps, so that a line can be seen
AROUND = 9  # room between a step and the line beside it


class Stepper(QWidget):
    """A row of steps joined by lines; where it is narrow only the step one is on keeps its words.

    Signals:
        chosen(int): a step that is done or on, counted from 0, is to be shown
        asked_too_soon(int, str): a step to come was asked for, and what is needed first
    """

    chosen = Signal(int)
    asked_too_soon = Signal(int, str)

    def __init__(self, steps: Sequence[Step], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stepper")
        self.setAccessibleName(self.tr("Steps"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._steps: tuple[Step, ...] = ()
        self.buttons: tuple[StepButton, ...] = ()
        self.show_steps(steps)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps in the place of those shown."""
        while item := self._row.takeAt(0):
            if old := item.widget():
                old.deleteLater()
        self._steps = tuple(steps)
        self.buttons = tuple(
            StepButton(step, number, len(steps), self) for number, step in enumerate(steps, 1)
        )
        for number, button in enumerate(self.buttons):
            if number:
                self._row.addStretch(1)
            self._row.addWidget(button)
            button.clicked.connect(partial(self._choose, number))
        self._fold_to_fit()

    @override
    def minimumSizeHint(self) -> QSize:
        circles = sum(button.sizeHint().height() for button in self.buttons)
        on = [b for b, s in zip(self.buttons, self._steps, strict=True) if s.state is StepState.ON]
        words = sum(button.whole_width() - button.sizeHint().height() for button in on)
        return QSize(circles + words, self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_to_fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fold_to_fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        inside = [number for number, button in enumerate(self.buttons) if button.hasFocus()]
        if step is None or not inside:
            super().keyPressEvent(event)
            return
        goal = min(max(inside[0] + step, 0), len(self.buttons) - 1)
        self.buttons[goal].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pairs = zip(pairwise(self.buttons), self._steps, strict=False)
        for (before, after), step in pairs:
            done = step.state is StepState.DONE
            meaning = Meaning.ACCENT if done else Meaning.LINE
            painter.setPen(QPen(theme().colour(meaning), 2))
            left = before.geometry().right() + 1 + AROUND
            right = after.geometry().left() - AROUND
            middle = before.geometry().center().y() + 0.5
            painter.drawLine(QLineF(left, middle, max(left, right), middle))

    def _fold_to_fit(self) -> None:
        whole = sum(b.whole_width() for b in self.buttons) + LEAST_GAP * (len(self.buttons) - 1)
        for button in self.buttons:
            button.fold(folded=whole > self.width())

    def _choose(self, number: int) -> None:
        step = self._steps[number]
        if step.state is StepState.TO_COME:
            self.asked_too_soon.emit(number, step.note)
        else:
            self.chosen.emit(number)
