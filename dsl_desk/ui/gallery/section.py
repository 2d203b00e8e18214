"""A section of the gallery: a caption, and under it one kind of thing in all its states."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

GAP = 9
START = Qt.AlignmentFlag.AlignLeft


class Section(QWidget):
    """A caption and rows of widgets; every row keeps to the left."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        self.setObjectName("gallerySection")
        self.setAccessibleName(caption)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 20)
        self._column.setSpacing(GAP)
        self._column.addWidget(Label(caption, Voice.SECONDARY_STRONG, Meaning.INK3))

    def row(self, *widgets: QWidget) -> Section:
        """Put widgets beside one another, and return the section."""
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for widget in widgets:
            row.addWidget(widget, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self._column.addLayout(row)
        return self

    def halves(self, *widgets: QWidget) -> Section:
        """Put widgets beside one another in equal widths, and return the section."""
        self._column.addWidget(SideBySide(*widgets))
        return self

    def wide(self, widget: QWidget) -> Section:
        """Put a widget over the whole width, and return the section."""
        self._column.addWidget(widget)
        return self
