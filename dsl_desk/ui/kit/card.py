"""A card: a white sheet with one thin edge and no shadow, since it does not float."""

from __future__ import annotations

from enum import Enum

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


class Tone(Enum):
    """What a card says by its colour; the values are known to base.qss."""

    PLAIN = "true"
    INSET = "inset"
    ACCENT = "accent"
    AMBER = "amber"
    RED = "red"
    GREEN = "green"


class Card(QFrame):
    """A sheet on the page; what stands on it goes into `column`."""

    def __init__(self, tone: Tone = Tone.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 14, 18, 16)
        self.column.setSpacing(8)
        self.set_tone(tone)

    def set_tone(self, tone: Tone) -> None:
        """Change what the card says by its colour."""
        self.setProperty("card", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
