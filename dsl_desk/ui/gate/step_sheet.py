"""The sheet a step or a form stands on: left on the page as in a letter, and it scrolls."""

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


class Sheet(QScrollArea):
    """Holds one thing, at most so wide."""

    def __init__(self, held: QWidget, widest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        held.setMaximumWidth(widest)
        inside = QWidget()
        self._across = QHBoxLayout(inside)
        self._across.addWidget(held, _ALL)
        self._across.addStretch(1)
        self.setWidget(inside)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        sides = _SIDES if self.width() >= NARROW else _NARROW_SIDES
        self._across.setContentsMargins(sides, 32, sides, 20)
        super().resizeEvent(event)


class StepSheet(Sheet):
    """Holds one step of set-up."""

    def __init__(self, step: SetUpStep, parent: QWidget | None = None) -> None:
        super().__init__(step, step.widest, parent)
        self.step = step
