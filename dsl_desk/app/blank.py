"""Windows with nothing in them, until ui/gate/window.py and ui/shell/window.py take their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel
from typing_extensions import override

from dsl_desk.app.fronts import DeskFront, GateFront

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication


class BlankGate(GateFront):
    """A lock screen that says its name and lets nobody in."""

    def __init__(self, _app: QApplication, _vault: Path) -> None:
        super().__init__()
        self._label = _PaintedLabel(self)

    @override
    def rehearse(self) -> None:
        self._label.grab()

    @override
    def cover(self, why: str, at: str, facts: dict[str, str]) -> None:
        self._label.show()


class BlankDesk(DeskFront):
    """A desk that never opens."""

    def __init__(self, _app: QApplication, _vault: Path) -> None:
        super().__init__()

    @override
    def enter(self, member: str, key: bytes) -> None:
        """Do nothing: there is nothing to open."""

    @override
    def seal(self) -> None:
        """Do nothing: there is nothing unsaved."""


class _PaintedLabel(QLabel):
    def __init__(self, gate: BlankGate) -> None:
        super().__init__("DSL Desk")
        self._gate = gate

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._gate.painted.emit()
