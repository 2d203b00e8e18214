"""Words on the page, in a voice and a meaning."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

_LOOSER = "115%"  # multiplies the font's own leading (look.md section 3)
# Qt breaks lines between words only: without this a long web address pushes the page aside.
_ENDLESS = re.compile(r"\S{40,}")
_BREAK = "\u200b"
_STRETCH = 20


class Label(QLabel):
    """Plain words: whatever was typed is shown as it was typed, never read as markup."""

    def __init__(
        self,
        words: str,
        voice: Voice = Voice.BODY,
        meaning: Meaning = Meaning.INK,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = ""
        self._voice = voice
        self._meaning = meaning
        self._tabular = False
        self._dressed: object = None
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._dress()
        self.say(words)

    def say(self, words: str) -> None:
        """Show other words."""
        self.words = words
        self._heights.clear()
        if self.wordWrap():
            kept = escape(_ENDLESS.sub(_breakable, words)).replace("\n", "<br>")
            self.setText(f'<div style="line-height:{_LOOSER}">{kept}</div>')
            self.setAccessibleName(words)
        else:
            self.setText(words)

    def mean(self, meaning: Meaning) -> None:
        """Show the same words in the colour of another meaning."""
        self._meaning = meaning
        self._dress()

    def wrapped(self) -> Label:
        """Let the words run over several lines, and return the label."""
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.say(self.words)
        return self

    def tabular(self) -> Label:
        """Set figures of equal width, for times and counts, and return the label."""
        self._tabular = True
        self._dress()
        return self

    @override
    def heightForWidth(self, width: int) -> int:
        """Return how high the words are in this width, and lay them out for it only once.

        While a page is made its layouts ask thousands of times, for a handful of widths.
        """
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = super().heightForWidth(width)
        return height

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._dress()
        self._heights.clear()  # a font, a margin or a language may have changed
        super().changeEvent(event)

    def _dress(self) -> None:
        # Qt says StyleChange for every new parent, too: setting what is set already costs a polish.
        wanted = (theme(), self._voice, self._meaning, self._tabular)
        if self._dressed == wanted:
            return
        self._dressed = wanted
        font = theme().font(self._voice, tabular=self._tabular)
        colour = theme().colour(self._meaning)
        if self.font() != font:
            self.setFont(font)
        palette = QPalette(self.palette())
        if palette.color(QPalette.ColorRole.WindowText) != colour:
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(palette)


def _breakable(word: re.Match[str]) -> str:
    letters = word.group()
    return _BREAK.join(letters[at : at + _STRETCH] for at in range(0, len(letters), _STRETCH))
