"""Manners that controls share: pressed by Enter, warm under the mouse, dressed with the theme.

Each stands before the Qt class in a control's bases, so that Qt asks it first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QInputMethodEvent, QKeyEvent
    from PySide6.QtWidgets import QAbstractButton, QLineEdit

    Control = QAbstractButton
    Written = QLineEdit
else:
    Control = Written = object  # the Qt class comes with whoever has these manners

_BY_KEY = (
    *(Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason),
    Qt.FocusReason.ShortcutFocusReason,
)


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


class NamedOnTheWayIn(Written):
    """Is told of as having the focus, and then of what is chosen in it.

    Qt tells it the other way round. A reader hears of a cursor in a field it has not come to yet,
    goes there without a word, and takes the news of the focus for something it knows. So what Tab
    chooses is chosen a moment later, or before the first key if that is sooner.
    """

    _comes_by_key = False

    @override
    def focusInEvent(self, arg__1: QFocusEvent) -> None:
        by_key = arg__1.reason() in _BY_KEY
        plain = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.OtherFocusReason)
        super().focusInEvent(plain if by_key else arg__1)
        if by_key and self.text():
            self._comes_by_key = True
            QTimer.singleShot(0, self, self._select_all_at_last)

    @override
    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        self._comes_by_key = False
        super().focusOutEvent(arg__1)

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        self._select_all_at_last()
        super().keyPressEvent(arg__1)

    @override
    def inputMethodEvent(self, arg__1: QInputMethodEvent) -> None:
        self._select_all_at_last()
        super().inputMethodEvent(arg__1)

    def _select_all_at_last(self) -> None:
        if self._comes_by_key:
            self._comes_by_key = False
            self.selectAll()
