"""Lines to write in: as many words as it takes. Theirs are set in serif, ours in sans."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

_AROUND = 20


class Lines(QPlainTextEdit):
    """Several rows of words. Tab moves on: it is never part of what somebody said.

    With `undo=False` nothing of what was deleted stays in memory (the sealed note needs that).
    """

    def __init__(
        self, words: str = "", *, verbatim: bool = False, rows: int = 3, undo: bool = True
    ) -> None:
        super().__init__(words)
        self._voice = Voice.VERBATIM if verbatim else Voice.BODY
        self._rows = rows
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(undo)
        self._dress()

    def text(self) -> str:
        """Return what was written."""
        return self.toPlainText()

    @override
    def sizeHint(self) -> QSize:
        rows = self._rows * QFontMetrics(self.font()).lineSpacing()
        return QSize(super().sizeHint().width(), rows + _AROUND)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        self.setFont(theme().font(self._voice))
        self.updateGeometry()
