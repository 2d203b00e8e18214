"""A mark that opens a slip: on hover, on a press, with Enter or F1; Escape closes it."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from dsl_desk.ui.kit.slip import Slip

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QHideEvent

_LINGER_MS = 350
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F1)


class SlipOpener(QAbstractButton):
    """A small button whose whole work is to explain itself."""

    def __init__(self) -> None:
        super().__init__()
        self._slip: Slip | None = None
        self._linger = QTimer(self)
        self._linger.setSingleShot(True)
        self._linger.setInterval(_LINGER_MS)
        self._linger.timeout.connect(self.open_slip)
        self.clicked.connect(self.open_slip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("ring_radius", 5)

    @abstractmethod
    def write(self, slip: Slip) -> None:
        """Write on a fresh slip what is to be explained."""

    def open_slip(self) -> None:
        """Show the slip, unless it is open."""
        if self._slip is None and self.isVisible():
            self._slip = Slip(self)
            self.write(self._slip)
            self._slip.show_beside()

    def close_slip(self) -> None:
        """Put the slip away."""
        self._linger.stop()
        if self._slip is not None:
            self._slip.hide()
            self._slip.deleteLater()
            self._slip = None

    def slip(self) -> Slip | None:
        """Return the slip while it is open."""
        return self._slip

    @override
    def event(self, event: QEvent) -> bool:
        # Esc and F1 are keys of the whole window too: F1 is ours here, Esc while a slip is open.
        override_asked = event.type() is QEvent.Type.ShortcutOverride
        if override_asked and isinstance(event, QKeyEvent) and self._is_ours(event.key()):
            event.accept()
            return True
        return super().event(event)

    def _is_ours(self, key: int) -> bool:
        return key == Qt.Key.Key_F1 or (key == Qt.Key.Key_Escape and self._slip is not None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING:
            self.open_slip()
        elif event.key() == Qt.Key.Key_Escape and self._slip is not None:
            self.close_slip()
        else:
            super().keyPressEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._linger.start()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.close_slip()
        super().leaveEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.close_slip()
        super().focusOutEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.close_slip()
        super().hideEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)
