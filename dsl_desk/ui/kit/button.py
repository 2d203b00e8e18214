"""A button: a verb and a thing. One filled button in the work area, never more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QPushButton, QStyle
from typing_extensions import override

from dsl_desk.ui.kit.button_face import Face, Kind, Size, face_size, paint_face
from dsl_desk.ui.kit.manners import DressedWithTheme, PressedByEnter, WarmUnderMouse

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from dsl_desk.ui.theme.icon import Icon

CAPS_FROM = 1180  # width of the window
_TURN_MS = 80
_TURN_STEP = 0.09


class Button(PressedByEnter, WarmUnderMouse, DressedWithTheme, QPushButton):
    """Says what it does; while it is doing it, says that, and cannot be pressed again."""

    def __init__(
        self,
        words: str,
        kind: Kind = Kind.SECONDARY,
        icon: Icon | None = None,
        keys: str | None = None,
    ) -> None:
        super().__init__(words)
        self.kind = kind
        self.size_kind = Size.NORMAL
        self._icon = icon
        self._icon_after = False
        self._keys = keys
        self._busy = ""
        self._turn = 0.0
        self._caps_fitted = True
        self._clock = QTimer(self)
        self._clock.setInterval(_TURN_MS)
        self._clock.timeout.connect(self._spin)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sized(self, size: Size) -> Button:
        """Make it small, normal or tall, and return it."""
        self.size_kind = size
        self.updateGeometry()
        return self

    def icon_last(self) -> Button:
        """Put the icon after the words (an arrow onwards), and return the button."""
        self._icon_after = True
        return self

    def show_keys(self, keys: str | None) -> None:
        """Show other keys on the cap, or no cap."""
        self._keys = keys
        self.updateGeometry()
        self.update()

    def busy(self, words: str) -> None:
        """Say what is being done, turn the spinner, and let no press through."""
        self.setMinimumWidth(self.width() if self.isVisible() else 0)
        self._busy = words
        self.setAccessibleName(words)
        # Blocked signals stop every way in: mouse, keys, and a reader's press. Focus stays.
        self.blockSignals(True)  # Qt's own name for it takes one flag
        if self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0:
            self._clock.start()
        self.updateGeometry()
        self.update()

    def rest(self) -> None:
        """Be an ordinary button again."""
        self._busy = ""
        self.setAccessibleName("")
        self.setMinimumWidth(0)
        self._clock.stop()
        self.blockSignals(False)  # as above
        self.updateGeometry()
        self.update()

    def is_busy(self) -> bool:
        """Return whether the thing is being done just now."""
        return bool(self._busy)

    def _caps_fit(self) -> bool:
        # In a small window key caps leave the buttons (look.md 8); the key list still has them.
        window = self.window()
        return window is self or window.width() >= CAPS_FROM

    @override
    def sizeHint(self) -> QSize:
        return face_size(self._face())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._caps_fitted is not self._caps_fit():
            # The window was resized across the limit: the layout must hear of it too.
            self._caps_fitted = self._caps_fit()
            self.updateGeometry()
        paint_face(self, self._face())

    def _spin(self) -> None:
        self._turn = (self._turn + _TURN_STEP) % 1.0
        self.update()

    def _face(self) -> Face:
        return Face(
            words=self._busy or self.text(),
            kind=self.kind,
            size=self.size_kind,
            icon=self._icon,
            icon_after=self._icon_after,
            keys=self._keys if self._caps_fit() and not self._busy else None,
            turn=self._turn if self._busy else None,
        )
