"""Manners that controls share: pressed by Enter, warm under the mouse, dressed with the theme.

Each stands before the Qt class in a control's bases, so that Qt asks it first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QKeyEvent
    from PySide6.QtWidgets import QAbstractButton

    Control = QAbstractButton
else:
    Control = object  # the Qt class comes with whoever has these manners


class PressedByEnter(Control):
    """Enter presses it, as Space does; a key that is held down presses once."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)


class WarmUnderMouse(Control):
    """Painted anew when the mouse comes and goes."""

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


class DressedWithTheme(Control):
    """Measured and painted anew when the theme or the text size changes."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)
