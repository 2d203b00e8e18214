"""What a screen reader is to say by itself, since it changed where nobody's focus is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Announcer(QObject):
    """Says it politely, after what is being read; what cannot wait is said at once.

    Signals:
        said(str): it was handed to whatever reads the screen.
    """

    said = Signal(str)

    def __init__(self, of: QWidget) -> None:
        super().__init__(of)
        self._of = of

    def say(self, words: str, *, at_once: bool = False) -> None:
        """Say this; nothing where there are no words."""
        if not words:
            return
        event = QAccessibleAnnouncementEvent(self._of, words)
        if at_once:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
        self.said.emit(words)
