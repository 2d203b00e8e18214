"""Words that take the width they need, and more lines only where there is no room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from dsl_desk.ui.kit.label import Label

if TYPE_CHECKING:
    from dsl_desk.ui.theme.meaning import Meaning
    from dsl_desk.ui.theme.voice import Voice

NARROWEST = 90  # about two words
LEADING = 0.15  # what Label's line height adds to each line
SPARE = 3  # rich text is set a touch wider than its metrics say


class Sentence(Label):
    """A label to stand in a row: what follows comes right after its words."""

    def __init__(self, words: str, voice: Voice, meaning: Meaning) -> None:
        super().__init__(words, voice, meaning)
        self.wrapped()
        fits = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        fits.setHeightForWidth(True)
        self.setSizePolicy(fits)
        self._stand_in_the_middle()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._stand_in_the_middle()

    @override
    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        sides = 2 * self.margin() + margins.left() + margins.right()
        width = int(QFontMetricsF(self.font()).horizontalAdvance(self.words)) + SPARE + sides
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(whole.width(), NARROWEST), whole.height())

    def _stand_in_the_middle(self) -> None:
        """Balance the leading rich text adds below a line, so that baselines agree in a row."""
        below = round(LEADING * QFontMetricsF(self.font()).lineSpacing())
        self.setContentsMargins(0, below, 0, 0)
