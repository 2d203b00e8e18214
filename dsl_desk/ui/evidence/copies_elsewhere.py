"""What a snipping tool may have kept of what was pasted, and that somebody removes it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.voice import Voice

_WORDS: Final = (
    "Look in Pictures, Screenshots, in the clipboard history (Windows key and V) and on OneDrive, "
    "and remove what the snipping tool kept there. The original is sealed here."
)


class CopiesElsewhere(Card):
    """Shown once something pasted is sealed; away when somebody says that it is done."""

    def __init__(self) -> None:
        super().__init__(Tone.AMBER)
        self.done = Button(self.tr("Removed. Empty the clipboard")).sized(Size.SMALL)
        self.done.setObjectName("copies-removed")
        self.done.clicked.connect(self._finish)
        self.column.addWidget(
            Label(self.tr("The snipping tool may have kept a copy"), Voice.CARD_TITLE).wrapped()
        )
        self.column.addWidget(Label(self.tr(_WORDS)).wrapped())
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.done, 0, Qt.AlignmentFlag.AlignRight)
        self.column.addLayout(row)
        self.hide()

    def _finish(self) -> None:
        QGuiApplication.clipboard().clear()
        self.hide()
