"""The sheet a step of set-up stands on: left on the page as in a letter, and it scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from dsl_desk.ui.gate.set_up_step import SetUpStep

NARROW = 760
_SIDES, _NARROW_SIDES = 56, 20
_ALL = 1000


class StepSheet(QScrollArea):
    """Holds one step."""

    def __init__(self, step: SetUpStep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = step
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        step.setMaximumWidth(step.widest)
        inside = QWidget()
        self._across = QHBoxLayout(inside)
        self._across.addWidget(step, _ALL)
        self._across.addStretch(1)
        self.setWidget(inside)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        sides = _SIDES if self.width() >= NARROW else _NARROW_SIDES
        self._across.setContentsMargins(sides, 32, sides, 20)
        super().resizeEvent(event)
