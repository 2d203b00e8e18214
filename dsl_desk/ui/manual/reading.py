"""A page of the manual as it is read: one text, so that it can be selected, copied and read out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import (
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextImageFormat,
    QTextOption,
)
from PySide6.QtWidgets import QTextBrowser
from typing_extensions import override

from dsl_desk.domain.manual import Sort, Tone, spoken
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dsl_desk.domain.manual import Block, ManualPage

_VOICES: Final = {
    Tone.PLAIN: (Voice.BODY, Meaning.INK),
    Tone.CONTROL: (Voice.STRONG, Meaning.ACCENT),
    Tone.TYPED: (Voice.FINGERPRINT, Meaning.INK),
}
_ABOVE: Final = {Sort.HEADING: 18, Sort.CODE: 2}
_INDENT: Final = 22
_WIDEST: Final = 900  # of the page: longer lines are hard to follow
_PICTURE: Final = 640


class Reading(QTextBrowser):
    """Shows one page, from its beginning."""

    def __init__(self, picture: Callable[[str], Path | None]) -> None:
        super().__init__()
        self._picture = picture
        self._page: ManualPage | None = None
        self.setObjectName("manualText")
        self.setOpenLinks(False)
        self.setMaximumWidth(theme().px(_WIDEST))

    def show_page(self, page: ManualPage) -> None:
        """Show this page."""
        self._page = page
        self.setAccessibleName(page.title)
        self._write()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._page is not None:
            self._write()

    def _write(self) -> None:
        page = self._page
        if page is None:
            return
        self.document().clear()
        self.document().setDocumentMargin(theme().px(18))
        cursor = QTextCursor(self.document())
        self._begin(cursor, 0)
        cursor.insertText(page.title, _letters(Voice.TITLE, Meaning.INK))
        for block in page.blocks:
            self._block(cursor, block)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _block(self, cursor: QTextCursor, block: Block) -> None:
        if block.sort is Sort.PICTURE:
            self._draw(cursor, *block.lines)
            return
        for number, line in enumerate(block.lines, 1):
            listed = block.sort in {Sort.STEPS, Sort.POINTS}
            self._begin(cursor, _ABOVE.get(block.sort, 6), _INDENT if listed else 0)
            if listed:
                mark = f"{number}." if block.sort is Sort.STEPS else "•"
                cursor.insertText(f"{mark}\t", _letters(Voice.BODY, Meaning.INK2))
            self._line(cursor, block.sort, line)

    def _line(self, cursor: QTextCursor, sort: Sort, line: str) -> None:
        if sort is Sort.HEADING:
            cursor.insertText(line, _letters(Voice.CARD_TITLE, Meaning.INK))
        elif sort is Sort.CODE:
            cursor.insertText(line, _letters(Voice.FINGERPRINT, Meaning.INK2))
        else:
            for part, tone in spoken(line):
                cursor.insertText(part, _letters(*_VOICES[tone]))

    def _draw(self, cursor: QTextCursor, name: str, caption: str) -> None:
        path = self._picture(name)
        if path is None:
            return
        self._begin(cursor, 12)
        image = QImage(str(path))
        shown = QTextImageFormat()
        shown.setName(path.as_uri())
        shown.setWidth(_PICTURE)
        shown.setHeight(image.height() * _PICTURE / max(1, image.width()))
        self.document().addResource(2, path.as_uri(), image)
        cursor.insertImage(shown)
        self._begin(cursor, 2)
        cursor.insertText(caption, _letters(Voice.META, Meaning.INK3))

    def _begin(self, cursor: QTextCursor, above: int, indent: int = 0) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(theme().px(above))
        block.setLineHeight(128.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if indent:
            block.setLeftMargin(theme().px(indent))
            block.setTextIndent(-theme().px(indent))
            stop = QTextOption.Tab(theme().px(indent), QTextOption.TabType.LeftTab)
            block.setTabPositions([stop])
        if cursor.atStart():
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)


def _letters(voice: Voice, meaning: Meaning) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFont(theme().font(voice))
    letters.setForeground(theme().colour(meaning))
    return letters
